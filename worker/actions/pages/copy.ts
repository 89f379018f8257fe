import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'What you can do',
  goal: '{n, plural, =0 {No one has signed yet. The next threshold is {goal}.} one {One person has signed. The next threshold is {goal}.} other {{count} people have signed. The next threshold is {goal}.}}',
  home: {
    petition:
      '{n, plural, =0 {No one has signed yet} one {One person has signed} other {{count} people have signed}}',
    survey:
      '{n, plural, =0 {No one has answered the survey yet} one {One person has answered the survey} other {{count} people have answered the survey}}',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Lo que usted puede hacer',
    goal: '{n, plural, =0 {Nadie ha firmado todavía. La próxima meta es {goal}.} one {Una persona ha firmado. La próxima meta es {goal}.} other {{count} personas han firmado. La próxima meta es {goal}.}}',
    home: {
      petition:
        '{n, plural, =0 {Nadie ha firmado todavía} one {Una persona ha firmado} other {{count} personas han firmado}}',
      survey:
        '{n, plural, =0 {Nadie ha respondido la encuesta todavía} one {Una persona ha respondido la encuesta} other {{count} personas han respondido la encuesta}}',
    },
  },
};
