import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Who decides',
  majority:
    '{council} has {seats, plural, one {# seat} other {# seats}}. {majority, plural, one {One vote decides.} other {# votes decide.}}',
  committees: 'Who advises',
  seats: 'The seats',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Quién decide',
    majority:
      '{council} tiene {seats, plural, one {# puesto} other {# puestos}}. {majority, plural, one {Decide un voto.} other {Deciden # votos.}}',
    committees: 'Quién recomienda',
    seats: 'Los puestos',
  },
};
