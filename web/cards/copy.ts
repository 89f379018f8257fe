import type { Language } from '../language.ts';

const en = {
  asOf: 'As of {instant}',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    asOf: 'Dato del {instant}',
  },
};
