import type { Language } from '../../../web/language.ts';

export type Print = 'poster' | 'flyer' | 'handbill' | 'sheet';
export type Paper = 'letter' | 'a4';

/** What stands on everything that is printed. */
export type Printed = {
  language: Language;
  paper: Paper;
  accent: string;
  /** Asks to take part. */
  call: string;
  title: string;
  ask: string;
  campaign: { title: string; city: string; hashtags: string[] };
  /** `figure` and `claim` are set large, what more the fact says small. */
  fact: { figure: string | null; claim: string; more: string; source: string } | null;
  /** The first help line of the campaign. */
  help: { heading: string; phone: string; line: string } | null;
  /** Whole, for the code. */
  address: string;
  /** For typing by hand. */
  typed: string;
};
