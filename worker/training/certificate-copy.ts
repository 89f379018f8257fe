import type { Language } from '../../web/language.ts';

const en = {
  /** In the signed text. */
  criteria:
    'Every lesson was gone through and every question answered. How many answers were right makes no difference. Nobody checked who it was.',
  /** The name of the file. */
  file: 'training-certificate',
};

/** The words of the certificate itself, on the page or in its file. */
export const certificateCopy: Record<Language, typeof en> = {
  en,
  es: {
    criteria:
      'Se recorrieron todas las lecciones y se respondieron todas las preguntas. No importa cuántas respuestas fueron correctas. Nadie comprobó quién era.',
    file: 'certificado-de-formacion',
  },
};
