import type { Language } from '../../../web/language.ts';

const en = {
  kept: 'Your answers to a survey, stored encrypted. While you fill it in we store your answers so far, encrypted and without your name or address, until two hours after your last step. With JavaScript your browser also keeps in its tab what you typed, until you close the tab or send the survey.',
  shown: 'The answers to a survey are not shown on any public page.',
  given:
    'A committee gets the totals of the answers, and by {districts, select, yes {district} other {place}} only if at least five people answered. It reads what you wrote in your own words only if you allow it, without your name, and after an organizer has read it.',
  city: 'If you take your answers to a city’s own survey, you send them there yourself. A link that we make for it never holds your name, your address or your own words.',
  until:
    'When answers are erased, the totals keep the choices and amounts without anything that leads to you.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: 'Sus respuestas a una encuesta, cifradas. Mientras usted la llena guardamos lo que ha respondido hasta ahora, cifrado y sin su nombre ni su dirección, hasta dos horas después de su último paso. Con JavaScript, su navegador también conserva en la pestaña lo que usted escribió, hasta que la cierra o envía la encuesta.',
    shown: 'Las respuestas de una encuesta no aparecen en ninguna página pública.',
    given:
      'Un comité recibe los totales de las respuestas, y por {districts, select, yes {distrito} other {lugar}} solo a partir de cinco personas. Lee lo que usted escribió con sus propias palabras solo si usted lo permite, sin su nombre y cuando alguien de la organización lo ha leído.',
    city: 'Si lleva sus respuestas a la encuesta de una ciudad, usted mismo las envía allí. El enlace que hacemos para eso nunca lleva su nombre, su correo ni sus propias palabras.',
    until:
      'Cuando se borran respuestas, los totales conservan las opciones y cantidades sin nada que lleve a usted.',
  },
};
