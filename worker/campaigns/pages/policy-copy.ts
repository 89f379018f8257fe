import type { Language } from '../../../web/language.ts';

const en = {
  privacy: {
    title: 'Privacy',
    lead: 'How we use what you enter in “{campaign}”. This page is made from today’s settings of this site.',
    topics: {
      kept: 'What we keep',
      shown: 'What everybody can see',
      given: 'Who gets what',
      until: 'How long we keep it',
      rights: 'What you can do',
    },
    contact: 'Who to ask',
    contactText: 'Write to the campaign: {email}.',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'These pages should work for everybody. If one does not work for you, please tell us.',
    heading: 'What you can count on',
    lines: [
      'Everything can be read, signed and sent with a keyboard alone and without JavaScript.',
      'Pages fit a screen of 320 pixels and grow with the text size that you choose.',
      'Colors have enough contrast in light and dark, and nothing is shown by color alone.',
      'Nothing moves by itself, and no page has a time limit of its own. The link that confirms waits for 30 days.',
    ],
    checked: 'How we check it',
    checkedText:
      'We aim at level AA of WCAG 2.2. A program (axe) checks every kind of page each time the software changes. A program does not find everything, and no outside expert has tested these pages yet.',
    limits: 'What may not work as well',
    limitsText:
      'Surveys of a city open on the city’s own site, which we cannot change. Forms on a partner’s site are part of a page that the partner made.',
    report: 'Tell us what does not work',
    reportText: 'Write to {email}. Say which page it was and what happened.',
    reportAnywhere:
      'Write to the campaign whose page it was: its address is at the foot of the page. Say which page it was and what happened.',
  },
};

export const policyCopy: Record<Language, typeof en> = {
  en,
  es: {
    privacy: {
      title: 'Privacidad',
      lead: 'Qué pasa con lo que usted escribe en «{campaign}». Esta página sale de la configuración actual de este sitio.',
      topics: {
        kept: 'Qué guardamos',
        shown: 'Qué puede ver todo el mundo',
        given: 'Quién recibe qué',
        until: 'Cuánto tiempo lo guardamos',
        rights: 'Qué puede hacer usted',
      },
      contact: 'A quién preguntar',
      contactText: 'Escriba a la campaña: {email}.',
    },
    accessibility: {
      title: 'Accesibilidad',
      lead: 'Estas páginas deben servir para todo el mundo. Si alguna no le sirve, díganoslo.',
      heading: 'Con qué puede contar',
      lines: [
        'Todo se puede leer, firmar y enviar solo con el teclado y sin JavaScript.',
        'Las páginas caben en una pantalla de 320 píxeles y crecen con el tamaño de letra que usted elija.',
        'Los colores tienen suficiente contraste, en claro y en oscuro, y nada se dice solo con el color.',
        'Nada se mueve por sí solo, y ninguna página tiene un límite de tiempo propio. El enlace para confirmar espera 30 días.',
      ],
      checked: 'Cómo lo comprobamos',
      checkedText:
        'Nuestra meta es el nivel AA de las WCAG 2.2. Un programa (axe) revisa cada tipo de página cada vez que cambia el software. Un programa no lo encuentra todo, y todavía ninguna persona experta de fuera ha probado estas páginas.',
      limits: 'Qué puede funcionar peor',
      limitsText:
        'Las encuestas de una ciudad se abren en el sitio de la ciudad, que no podemos cambiar. Los formularios en el sitio de un socio están dentro de una página que hizo el socio.',
      report: 'Díganos qué no funciona',
      reportText: 'Escriba a {email}. Diga qué página era y qué pasó.',
      reportAnywhere:
        'Escriba a la campaña de esa página: su dirección está al pie. Diga qué página era y qué pasó.',
    },
  },
};
