import type { Language } from '../../../web/language.ts';

const en = {
  committee:
    'The {whole, select, yes {{council}} other {{committee} of the {council}}} gets totals by mail and on a page of its own. It never gets a name, an address or a comment.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    committee:
      '{whole, select, yes {{council}} other {{committee}, {council}}}: recibe totales por correo y en una página propia. Nunca recibe un nombre, un correo ni un comentario.',
  },
};
