import type { Language } from '../../web/language.ts';
import type { Text } from '../places/rules.ts';

/** The text that stands now. */
export type Norms = { version: number; texts: Text[]; since: Date };

/** To which version somebody has agreed, and on which day of the city. */
export type Agreement = { version: number; on: string };

/** Whether this agreement is one to the text that stands now. */
export function isToThese(agreement: Agreement | null, norms: Norms): agreement is Agreement {
  return agreement?.version === norms.version;
}

/** What is new in a text of the norms, and what is no longer in it. */
export type NormsChange = { added: string[]; gone: string[] };

/** As a reader of one language sees it: another order, or other words in another language, is no change here. */
export function changeOfNorms(
  before: readonly Text[],
  now: readonly Text[],
  language: Language,
): NormsChange {
  const lacks = (texts: readonly Text[], text: Text) =>
    texts.every((one) => one[language] !== text[language]);
  return {
    added: now.filter((text) => lacks(before, text)).map((text) => text[language]),
    gone: before.filter((text) => lacks(now, text)).map((text) => text[language]),
  };
}
