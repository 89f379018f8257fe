import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'The money',
  lead: 'What the budget says, what we ask for, what residents answered, and what nobody knows yet.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'El dinero',
    lead: 'Lo que dice el presupuesto, lo que pedimos, lo que respondieron los residentes y lo que todavía no se sabe.',
  },
};
