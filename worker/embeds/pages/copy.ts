import type { Language } from '../../../web/language.ts';

type Site = { name: string; text: string };

const en = {
  title: 'Share and embed: {title}',
  lead: 'Copy one of the pieces below. People {kind, select, survey {answer} event {sign up} other {sign}} on your page, and you see how many came through you.',
  options: {
    heading: 'How it should look',
    source: 'Credit goes to',
    sourceHint: 'Pick the name that your organization has in this campaign.',
    noSource: 'Nobody in particular',
    own: 'The campaign',
    language: 'Language of the form',
    visitors: 'The visitor’s own',
    accent: 'Your color',
    accentHint: 'Six digits, such as 1a5c8a. If you leave it empty, the form has the campaign’s color.',
    noColor: 'Write the color as six digits from 0 to 9 and a to f, such as 1a5c8a.',
    tooPale: 'White text on this color is too hard to read. The nearest that works is {color}.',
    useNearest: 'Use {color}',
    compact: 'Compact: leave out all but the request and the form',
    progress: 'The number of people',
    progressOn: 'Show it',
    progressOff: 'Leave it out',
    scheme: 'The background of your page',
    schemeHint: 'With the script, the form finds out by itself.',
    schemes: { light: 'Light', dark: 'Dark', auto: 'Light or dark, like each visitor’s system' },
    button: 'Show the code',
  },
  levels: 'What to paste',
  link1: {
    heading: 'A link that becomes a form',
    hint: 'The best choice if your site allows scripts. The form gets exactly the height that it needs. If the script is blocked, the link is still there.',
    label: 'Link and script',
  },
  frame1: {
    heading: 'A frame without a script',
    hint: 'For Wix, Squarespace and other builders. Its height is fixed and leaves room for the narrowest phone and for errors in the form. If the frame is removed, the link stays.',
    label: 'Frame',
  },
  element1: {
    heading: 'React, Next.js, Vue and Astro',
    hint: 'For a page that a framework renders. The element is left as the framework made it. Put the script into the page’s head once (in Next.js with next/script, in Vue in index.html).',
    label: 'Element and script',
  },
  paper: {
    heading: 'A link and a code',
    text: 'For a newsletter, a slide or a printed page.',
    label: 'Address',
  },
  preview: 'What it looks like',
  previewHint: 'This is the real form. What you send here counts.',
  previewOf: 'Preview: {title}',
  notes: {
    heading: 'On your kind of site',
    policy: 'If your site has a content security policy, add this to it',
    sites: [
      {
        name: 'WordPress',
        text: 'Add a “Custom HTML” block and paste the link and script. If your role or plan removes the script, a link stays. The address of the petition or survey, pasted on a line of its own, shows the number of people and a link.',
      },
      {
        name: 'Squarespace',
        text: 'Add a “Code” block, set it to HTML and paste the link and script. If your plan blocks scripts, paste the frame.',
      },
      {
        name: 'Wix',
        text: 'Choose “Embed code”, then “Embed HTML”, and paste the frame. Make the box as high as the frame.',
      },
    ] as Site[],
    code: {
      heading: 'For developers',
      upgrade: 'looks for links in a shadow root too.',
      events: 'tell your page what happens. They say nothing about the person.',
    },
    privacy:
      'The form sets no cookie and stores nothing in the browser. Your page learns nothing about who signs.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Compartir e insertar: {title}',
    lead: 'Copie una de las piezas de abajo. La gente {kind, select, survey {responde} event {se inscribe} other {firma}} en su página y usted ve cuántas personas llegaron por usted.',
    options: {
      heading: 'Cómo debe verse',
      source: 'El mérito es de',
      sourceHint: 'Elija el nombre que su organización tiene en esta campaña.',
      noSource: 'Nadie en particular',
      own: 'La campaña',
      language: 'Idioma del formulario',
      visitors: 'El de cada visitante',
      accent: 'Su color',
      accentHint: 'Seis dígitos, como 1a5c8a. Si lo deja vacío, es el de la campaña.',
      noColor: 'Escriba el color con seis dígitos del 0 al 9 y de la a a la f, como 1a5c8a.',
      tooPale: 'El texto blanco sobre este color se lee mal. El más cercano que sirve es {color}.',
      useNearest: 'Usar {color}',
      compact: 'Compacto: solo la petición y el formulario',
      progress: 'El número de personas',
      progressOn: 'Mostrarlo',
      progressOff: 'No mostrarlo',
      scheme: 'El fondo de su página',
      schemeHint: 'Con el script, el formulario lo averigua solo.',
      schemes: { light: 'Claro', dark: 'Oscuro', auto: 'Claro u oscuro, según el sistema de cada visitante' },
      button: 'Mostrar el código',
    },
    levels: 'Qué pegar',
    link1: {
      heading: 'Un enlace que se vuelve formulario',
      hint: 'La mejor opción si su sitio acepta scripts. El formulario toma su propia altura. Si el script se bloquea, queda el enlace.',
      label: 'Enlace y script',
    },
    frame1: {
      heading: 'Un marco sin script',
      hint: 'Para Wix, Squarespace y otros editores. Su altura es fija y alcanza para el teléfono más angosto y para los errores del formulario. Si se quita el marco, queda el enlace.',
      label: 'Marco',
    },
    element1: {
      heading: 'React, Next.js, Vue y Astro',
      hint: 'Para una página que arma un framework. El elemento queda como el framework lo hizo. Ponga el script una vez en el encabezado de la página (en Next.js con next/script, en Vue en index.html).',
      label: 'Elemento y script',
    },
    paper: {
      heading: 'Un enlace y un código',
      text: 'Para un boletín, una diapositiva o una página impresa.',
      label: 'Dirección',
    },
    preview: 'Cómo se ve',
    previewHint: 'Este es el formulario real. Lo que envíe aquí cuenta.',
    previewOf: 'Vista previa: {title}',
    notes: {
      heading: 'En su tipo de sitio',
      policy: 'Si su sitio tiene una política de seguridad de contenido, añada esto',
      sites: [
        {
          name: 'WordPress',
          text: 'Añada un bloque «HTML personalizado» y pegue el enlace y el script. Si su rol o su plan quita el script, queda un enlace. La dirección de la petición o de la encuesta, pegada sola en su línea, muestra el número de personas y un enlace.',
        },
        {
          name: 'Squarespace',
          text: 'Añada un bloque «Código», elija HTML y pegue el enlace y el script. Si su plan bloquea los scripts, pegue el marco.',
        },
        {
          name: 'Wix',
          text: 'Elija «Insertar código», luego «Insertar HTML», y pegue el marco. Haga la caja tan alta como el marco.',
        },
      ],
      code: {
        heading: 'Para desarrolladores',
        upgrade: 'busca enlaces también en un shadow root.',
        events: 'le dicen a su página qué sucede. No dicen nada de la persona.',
      },
      privacy:
        'El formulario no usa cookies y no guarda nada en el navegador. Su página no llega a saber quién firma.',
    },
  },
};
