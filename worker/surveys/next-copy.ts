import type { Language } from '../../web/language.ts';

/** The city's own survey, as what to do next. */
const en = {
  title: 'Send answers to the city’s own survey',
  description:
    'The city asks the public itself. This link takes the answers that the campaign suggests. Your own page takes yours.',
};

export const nextCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Enviar respuestas a la encuesta de la ciudad',
    description:
      'La ciudad también pregunta al público. Este enlace lleva las respuestas que la campaña sugiere. Su propia página lleva las suyas.',
  },
};
