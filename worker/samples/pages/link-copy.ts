import type { Language } from '../../../web/language.ts';

/** To a petition's samples, on the petition's own page. */
export const linkCopy: Record<Language, { link: string }> = {
  en: { link: 'Some signatures are drawn by chance, and their owners are asked whether they signed' },
  es: { link: 'Se sacan firmas al azar y se pregunta a sus titulares si firmaron' },
};
