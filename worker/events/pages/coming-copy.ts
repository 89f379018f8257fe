import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Coming events',
  more: '{n, plural, one {and one more time} other {and # more times}}',
  cancelled: 'Canceled',
};

export const comingCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Próximos eventos',
    more: '{n, plural, one {y un horario más} other {y # horarios más}}',
    cancelled: 'Cancelado',
  },
};
