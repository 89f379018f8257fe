import type { Language } from '../language.ts';

export type StateWord = 'confirmed' | 'unconfirmed' | 'duplicate' | 'flagged' | 'withdrawn' | 'invalidated';

const en: Record<'one' | 'many', Record<StateWord, string>> = {
  one: {
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed yet',
    duplicate: 'Duplicate',
    flagged: 'Set aside',
    withdrawn: 'Withdrawn',
    invalidated: 'Not valid',
  },
  many: {
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed yet',
    duplicate: 'Duplicates',
    flagged: 'Set aside',
    withdrawn: 'Withdrawn',
    invalidated: 'Not valid',
  },
};

/** The status of one signature, and of many, as every page of the console says it; the digest says the same at length. */
export const stateCopy: Record<Language, typeof en> = {
  en,
  es: {
    one: {
      confirmed: 'Confirmada',
      unconfirmed: 'Aún sin confirmar',
      duplicate: 'Duplicada',
      flagged: 'Apartada',
      withdrawn: 'Retirada',
      invalidated: 'No válida',
    },
    many: {
      confirmed: 'Confirmadas',
      unconfirmed: 'Aún sin confirmar',
      duplicate: 'Duplicadas',
      flagged: 'Apartadas',
      withdrawn: 'Retiradas',
      invalidated: 'No válidas',
    },
  },
};
