import type { Language } from '../language.ts';

type Counted = Record<'petition' | 'survey', string>;

/** How many have taken part, as a sentence. */
export const countedCopy: Record<Language, Counted> = {
  en: {
    petition:
      '{n, plural, =0 {No one has signed yet.} one {One person has signed.} other {{count} people have signed.}}',
    survey:
      '{n, plural, =0 {No one has answered yet.} one {One person has answered.} other {{count} people have answered.}}',
  },
  es: {
    petition:
      '{n, plural, =0 {Nadie ha firmado todavía.} one {Una persona ha firmado.} other {{count} personas han firmado.}}',
    survey:
      '{n, plural, =0 {Nadie ha respondido todavía.} one {Una persona ha respondido.} other {{count} personas han respondido.}}',
  },
};
