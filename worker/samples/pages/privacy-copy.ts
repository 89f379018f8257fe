import type { Language } from '../../../web/language.ts';

const en = {
  kept: 'If your signature is drawn into a sample: that you were asked whether you signed, and your answer, until the answers are counted.',
  until: 'What people answered in a sample is kept as numbers only, once the answers are counted.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: 'Si su firma sale en una muestra: que se le preguntó si firmó, y su respuesta, hasta que se cuenten las respuestas.',
    until: 'De lo que se respondió en una muestra solo quedan números, una vez contadas las respuestas.',
  },
};
