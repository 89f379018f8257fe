import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import { type ActionKind, type ActionTerm, isOpenFor, pathOf } from '../actions/rules.ts';
import { afterFigure, type Fact } from '../campaigns/rules.ts';
import { direct, other, type Source, type SourceKind, sourceOf } from '../coalition/rules.ts';
import { parseSheetCode } from './sheet-rules.ts';

export const ways = ['whatsapp', 'sms', 'email', 'telegram', 'facebook', 'x'] as const;
export type Way = (typeof ways)[number];

export const prints = ['poster', 'flyer', 'handbill', 'sheet'] as const;
export type Print = (typeof prints)[number];

export const printParams = z.object({ campaign: z.string(), print: z.enum(prints) });

const mostPages = 20;

/** The options of a print; wrong values are ignored. */
export const printQuery = z.object({
  action: z.string().default(''),
  source: z.string().optional(),
  paper: z.enum(['letter', 'a4']).catch('letter'),
  pages: z.coerce
    .number()
    .int()
    .transform((pages) => Math.min(Math.max(pages, 1), mostPages))
    .catch(1),
  /** The code of a sheet to sign on. */
  sheet: z.string().default('').transform(parseSheetCode),
});
export type PrintChoices = z.output<typeof printQuery>;

export type Action = { kind: ActionKind; slug: string };

/** A short address, and the path and query that it leads to. */
export type ShortLink = { code: string; target: string };

/** The actions to share: open now or later. Closed actions have no poster. */
export function isSharable(action: ActionTerm, now: Date): boolean {
  const begins = new Date(Math.max(now.getTime(), action.opensAt.getTime()));
  return action.state === 'open' && isOpenFor(action, begins, 0);
}

export function canPrint(print: Print, { isForPaper }: { isForPaper: boolean }): boolean {
  return print !== 'sheet' || isForPaper;
}

/** The chosen source; empty if it is not one of the campaign's. */
export function chosenSource(given: string | undefined, known: readonly Source[]): string {
  const source = sourceOf(given, known);
  return source === direct || source === other ? '' : source;
}

/** The source of each way of sharing; empty if the campaign has none for it. */
export function sourceOfWay(way: Way | 'link', known: readonly Source[]): string {
  const slugs = known.map(({ slug }) => slug);
  return [`share-${way}`, 'share-link'].find((slug) => slugs.includes(slug)) ?? '';
}

const kindOfPrint: Record<Print, SourceKind> = {
  poster: 'poster',
  flyer: 'flyer',
  handbill: 'flyer',
  sheet: 'paper',
};

/** The campaign's own source for prints, never a partner's. */
export function sourceOfPrint(print: Print, known: readonly Source[]): string {
  const wanted = kindOfPrint[print];
  const own = known.filter(({ partner }) => partner === null);
  return own.find(({ kind, slug }) => slug === wanted || kind === wanted)?.slug ?? '';
}

/** The shortest address of an action that has this source. */
export function addressOf(action: Action, source: string, around: Around): string {
  return addressOfPage(pathOf(action), source, around);
}

type Around = { publicUrl: string; links: readonly ShortLink[] };

/** The shortest address of a page that has this source. */
export function addressOfPage(page: string, source: string, { publicUrl, links }: Around): string {
  const path = page + (source === '' ? '' : `?source=${source}`);
  const link = links.find(({ target }) => target === path);
  return publicUrl + (link ? `/s/${link.code}` : path);
}

/** For typing by hand: no scheme, no query. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}

export function withLink(text: string, address: string): string {
  return text.replaceAll('{link}', address);
}

export type Letter = { subject: string; text: string; address: string };

/** A plain link that opens the app with the text in it. The reader decides whether to send it. */
export function hrefOf(way: Way, { subject, text, address }: Letter): string {
  const whole = encodeURIComponent(withLink(text, address));
  const link = encodeURIComponent(address);
  switch (way) {
    case 'whatsapp':
      return `https://wa.me/?text=${whole}`;
    case 'sms':
      return `sms:?&body=${whole}`;
    case 'email':
      return `mailto:?subject=${encodeURIComponent(subject)}&body=${whole}`;
    case 'telegram': {
      // It puts the address before the text by itself.
      const rest = withLink(text, '').replace(/\s+/g, ' ').trim();
      return `https://t.me/share/url?url=${link}&text=${encodeURIComponent(rest)}`;
    }
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${link}`;
    case 'x':
      return `https://x.com/intent/post?text=${whole}`;
  }
}

/** A statement in parts: the figure, set very large; the claim, to the end of its sentence; the rest. */
export function partsOfFact(
  statement: string,
  figure: string | null,
): { figure: string | null; claim: string; more: string } {
  const rest = afterFigure(statement, figure);
  // A figure at the start of the statement is removed from the claim; it may occur again later.
  const from = figure === null || rest !== statement ? 0 : Math.max(0, rest.indexOf(figure));
  const ends = [...rest.matchAll(/(?<=[.?])\s+(?=\p{Lu}|[¿\d])/gu)].map(({ index }) => index);
  const end = ends.find((index) => index > from) ?? rest.length;
  return { figure, claim: rest.slice(0, end), more: rest.slice(end).trim() };
}

/** The source of the statement, and its date. */
export function sourceLine({ source }: Fact, language: Language): string {
  return `${source.name[language]}, ${source.year}`;
}
