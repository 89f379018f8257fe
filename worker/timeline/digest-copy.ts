import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  heading: string;
  phase: string;
  juncture: string;
  decides: string;
  subject: string;
  more: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'the timeline',
      reason: 'a campaign that asks the {committee} for something tells which dates are coming',
    },
    heading: 'Dates of “{title}”',
    phase: 'Now: {names}.',
    juncture:
      '{date}, {days, plural, =0 {the day of this report} one {in one day} other {in # days}}: {name}.',
    decides: 'It decides: {what}',
    subject: 'coming on {date}: {name}',
    more: 'All phases and dates',
  },
  es: {
    section: {
      named: 'el calendario',
      reason: 'una campaña que pide algo a {committee} dice qué fechas vienen',
    },
    heading: 'Fechas de «{title}»',
    phase: 'Ahora: {names}.',
    juncture:
      '{date}, {days, plural, =0 {el día de este informe} one {dentro de un día} other {dentro de # días}}: {name}.',
    decides: 'Decide: {what}',
    subject: 'el {date}: {name}',
    more: 'Todas las fases y fechas',
  },
};
