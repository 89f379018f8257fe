import type { Language } from '../../../web/language.ts';

export type Print = 'poster' | 'flyer' | 'handbill' | 'sheet';
export type Paper = 'letter' | 'a4';

/** The content that all prints share. */
export type Printed = {
  language: Language;
  paper: Paper;
  accent: string;
  /** Asks to take part. */
  call: string;
  title: string;
  ask: string;
  /** When and where, a line each, of what has a time. */
  when: string[];
  campaign: { title: string; city: string; hashtags: string[] };
  /** `figure` and `claim` are set large, the rest small. */
  fact: { figure: string | null; claim: string; more: string; source: string } | null;
  /** The first help line of the campaign. */
  help: { heading: string; phone: string; line: string } | null;
  /** The whole address, for the QR code. */
  address: string;
  /** The short form, for typing. */
  typed: string;
};
