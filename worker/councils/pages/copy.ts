import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Who decides',
  majority: '{council} has {seats, plural, one {# seat} other {# seats}}. A majority of {majority} decides.',
  committees: 'Who advises',
  seats: 'The seats',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Quién decide',
    majority:
      '{council} tiene {seats, plural, one {# puesto} other {# puestos}}. Decide una mayoría de {majority}.',
    committees: 'Quién recomienda',
    seats: 'Los puestos',
  },
};
