import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  finished: string;
  started: string;
  now: string;
  how: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'the training',
      reason: 'a campaign that asks the {committee} for something trains residents',
    },
    finished:
      '{n, plural, =0 {Nobody has finished the training yet.} one {The training was finished once, {week, plural, =0 {before} other {in}} this week.} other {The training was finished # times, {week, plural, =0 {none} other {#}} of them in this week.}}',
    started: '{n, plural, one {It was begun once.} other {It was begun # times.}}',
    now: '{n, plural, =0 {Nobody has finished the training yet.} one {The training was finished once.} other {The training was finished # times.}}',
    how: 'The training has no accounts, so it counts how often it was begun and finished, and cannot tell whether somebody did so twice. These numbers stand beside the signatures and are never added to them.',
  },
  es: {
    section: {
      named: 'la formación',
      reason: 'una campaña que pide algo a {committee} forma a residentes',
    },
    finished:
      '{n, plural, =0 {Nadie ha terminado todavía la formación.} one {La formación se terminó una vez, {week, plural, =0 {antes de} other {en}} esta semana.} other {La formación se terminó # veces, {week, plural, =0 {ninguna} other {#}} de ellas en esta semana.}}',
    started: '{n, plural, one {Se empezó una vez.} other {Se empezó # veces.}}',
    now: '{n, plural, =0 {Nadie ha terminado todavía la formación.} one {La formación se terminó una vez.} other {La formación se terminó # veces.}}',
    how: 'La formación no tiene cuentas, así que cuenta cuántas veces se empezó y se terminó, y no puede saber si alguien lo hizo dos veces. Estas cifras están al lado de las firmas y nunca se suman a ellas.',
  },
};
