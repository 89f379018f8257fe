import type { Language, Text } from '../../web/language.ts';

/** The page is that of the document, as it is printed there. */
export type Source = { name: Text; url: string | null; page: string | null; year: number };

/** A number that is known. Without a source there is none. */
export type Figure = { amount: number; source: Source };

/** The question of a survey whose answers stand beside a line; `line` is one of a budget to share out. */
export type AnswersOf = {
  survey: string;
  question: string;
  line: string | null;
  /** What one of the question's unit is in dollars, such as one percent of the whole. Null if nobody has said. */
  oneIs: Figure | null;
};

export type Line = {
  slug: string;
  name: Text;
  about: Text | null;
  adopted: Figure | null;
  proposed: Figure | null;
  asked: Figure | null;
  answers: AnswersOf | null;
  notKnown: Text | null;
};

type Link = { name: Text; url: string | null };

/** For readers who are against it. `text` is Markdown. */
export type Concern = { heading: Text; text: Text; sources: Link[] };

export type Comparison = {
  slug: string;
  title: Text;
  lead: Text;
  lines: Line[];
  /** How many people live there, for dollars a resident. */
  residents: Figure | null;
  /** What the money buys, such as one officer trained, and what one costs. */
  unit: { name: Text; cost: Figure | null } | null;
  notKnown: Text | null;
  concerns: Concern[];
  /** A text to share. The address replaces `{link}`. */
  share: Text | null;
};

/** A page shows its whole comparison and has to be light, so lines, comparisons and texts have limits. */
export const mostLines = 40;
export const mostComparisons = 4;
/** In one language, in bytes; a source that several numbers share counts once. */
export const mostText = 6000;

/** How many bytes of text the page of a comparison shows in a language. */
export function textBytes(comparison: Comparison, language: Language): number {
  return bytesIn(comparison, language, new Set());
}

function bytesIn(value: unknown, language: Language, sources: Set<string>): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (language in value) return bytesOf(String((value as Text)[language]));
  const parts = Object.entries(value).map(([key, one]) => {
    if (key === 'url' || key === 'page') return bytesOf(String(one ?? ''));
    const said = key === 'source' ? JSON.stringify(one) : null;
    if (said === null) return bytesIn(one, language, sources);
    if (sources.has(said)) return 0;
    sources.add(said);
    return bytesIn(one, language, sources);
  });
  return parts.reduce((sum, bytes) => sum + bytes, 0);
}

/** From one amount to another: in dollars, and as a share of the first; null where that is nothing. */
export type Change = { dollars: number; share: number | null };

/** Null where one of them is not known. */
export function changeOf(from: Figure | null, to: Figure | null): Change | null {
  if (!from || !to) return null;
  const dollars = inCents(to.amount - from.amount);
  return { dollars, share: from.amount === 0 ? null : dollars / from.amount };
}

/** Dollars for each resident, in whole cents; null where nobody knows how many there are. */
export function perResident(dollars: number, residents: Figure | null): number | null {
  if (!residents || residents.amount <= 0) return null;
  // Half a cent less rounds as half a cent more does: a cut is as large as the rise that takes it back.
  const cents = Math.round(Math.round(Math.abs(dollars) * 100) / residents.amount);
  return (Math.sign(dollars) * cents) / 100 + 0;
}

/** How many whole ones so much money pays for. */
export function unitsFor(dollars: number, cost: Figure | null): number | null {
  const one = Math.round((cost?.amount ?? 0) * 100);
  return one > 0 ? Math.floor(Math.round(Math.max(0, dollars) * 100) / one) : null;
}

/** What the ask is compared with: what is proposed, or else what was adopted last. */
export function askedAgainst({ proposed, adopted }: Line): Figure | null {
  return proposed ?? adopted;
}

/** In cents, so that no sum shows the error of binary fractions. Adding 0 turns -0 into 0. */
function inCents(dollars: number): number {
  return Math.round(dollars * 100) / 100 + 0;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
