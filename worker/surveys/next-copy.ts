import type { Language } from '../../web/language.ts';

/** Texts for the city's own survey as the next thing to do. */
const en = {
  title: 'Send your answers to the city’s own survey',
  byLink:
    'The city asks the public itself. This link takes your answers there, ready to be sent by you. For two hours it works from here, and after that from your own page.',
  byHand:
    'The city asks the public itself. This link shows your answers, ready to copy into its survey. For two hours it works from here, and after that from your own page.',
};

export const nextCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Enviar sus respuestas a la encuesta de la ciudad',
    byLink:
      'La ciudad también pregunta al público. Este enlace lleva allí sus respuestas, listas para que usted las envíe. Durante dos horas funciona desde aquí; después, desde su propia página.',
    byHand:
      'La ciudad también pregunta al público. Este enlace muestra sus respuestas, listas para copiarlas en esa encuesta. Durante dos horas funciona desde aquí; después, desde su propia página.',
  },
};
