import type { Language } from '../../../web/language.ts';

/** Of a link that another one takes the place of. */
const en = {
  own: {
    heading: 'Get a new link',
    open: 'Somebody else may have my link',
    text: 'Every link that we mailed to you about this stops working at once. We mail a new one to your address.',
    button: 'End the old links and mail me a new one',
    working: 'Sending…',
  },
  replaced: {
    title: 'This link was replaced',
    text: 'A new link has taken its place. This one no longer shows or changes anything.',
    todo: 'Open the newest of our emails about this. If you do not have it, we can mail you the link that works now. It goes to the address that was entered, and nowhere else.',
    sent: 'Look in your inbox in a few minutes. The link in our newest email works.',
    button: 'Mail me the link that works',
    working: 'Sending…',
    cap: 'We send at most five emails a day about this to one address. If nothing arrives, try again tomorrow.',
  },
};

export const newLinkCopy: Record<Language, typeof en> = {
  en,
  es: {
    own: {
      heading: 'Pedir un enlace nuevo',
      open: 'Puede que otra persona tenga mi enlace',
      text: 'Todos los enlaces que le enviamos sobre esto dejan de servir de inmediato. Le enviamos uno nuevo a su correo.',
      button: 'Anular los enlaces anteriores y enviarme uno nuevo',
      working: 'Enviando…',
    },
    replaced: {
      title: 'Este enlace se cambió por otro',
      text: 'Hay un enlace nuevo en su lugar. Este ya no muestra ni cambia nada.',
      todo: 'Abra el más reciente de nuestros correos sobre esto. Si no lo tiene, podemos enviarle el enlace que sirve ahora. Va al correo que se escribió en el formulario, y a ningún otro.',
      sent: 'Revise su correo dentro de unos minutos. Sirve el enlace de nuestro correo más reciente.',
      button: 'Enviarme el enlace que sirve',
      working: 'Enviando…',
      cap: 'Enviamos como máximo cinco correos al día sobre esto a una misma dirección. Si no llega nada, inténtelo de nuevo mañana.',
    },
  },
};
