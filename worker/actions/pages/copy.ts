import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'What you can do',
  goal: 'The next threshold is {goal}.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Lo que usted puede hacer',
    goal: 'La próxima meta es {goal}.',
  },
};
