import type { Language } from '../language.ts';

const en = {
  petition: '{n, plural, one {person has signed} other {people have signed}}',
  survey: '{n, plural, one {person has answered} other {people have answered}}',
  asOf: 'As of {instant}',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    petition: '{n, plural, one {persona ha firmado} other {personas han firmado}}',
    survey: '{n, plural, one {persona ha respondido} other {personas han respondido}}',
    asOf: 'Dato del {instant}',
  },
};
