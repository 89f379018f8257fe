import type { Language } from '../../web/language.ts';
import type { Text } from '../places/rules.ts';
import { daysBetween } from '../platform/time/clock.ts';

export type Accent = 'brick' | 'teal' | 'plum' | 'navy' | 'forest';

export type Fact = {
  slug: string;
  /** The part to set very large, such as "90%". */
  figure: Text | null;
  statement: Text;
  source: { name: Text; year: number; url: string | null };
};

/** Dates are YYYY-MM-DD in the city's time zone, the last one included. */
export type Phase = { slug: string; name: Text; summary: Text; startsOn: string; endsOn: string | null };

/** A date on which something is decided; `decides` says what. */
export type Juncture = { slug: string; name: Text; summary: Text; on: string; decides: Text | null };

type Question = { question: Text; answer: Text };

export const shareKinds = ['message', 'post', 'email'] as const;

/** A text for sharing. `action` is the slug of the petition or survey that it links to; null fits any. */
export type ShareText = {
  slug: string;
  action: string | null;
  kind: (typeof shareKinds)[number];
  subject: Text | null;
  /** The address replaces `{link}`. */
  text: Text;
};

/** The sites that may show the campaign's forms in a frame. */
export type EmbedHosts = 'open' | string[];

/** What the campaign does for people at risk who open its pages. */
export type Care = {
  help: {
    heading: Text;
    lines: { name: Text; phone: string; hours: Text | null }[];
    note: Text | null;
  } | null;
  /** Asks to leave details out of free texts. */
  noDetails: Text | null;
  /** Whether every page can be left at once. */
  hasExit: boolean;
};

/** Whether names and comments wait for an organizer before they stand in public. */
export type LookPolicy = 'after-a-look' | 'at-once';

/** News from the organizers. `text` is Markdown. */
export type Update = { slug: string; on: string; title: Text; text: Text };

export type CampaignContent = {
  /** What it speaks; its own comes first. */
  languages: Language[];
  title: Text;
  /** Markdown. */
  summary: Text;
  ask: Text;
  hashtags: string[];
  headlineFact: Fact | null;
  facts: Fact[];
  phases: Phase[];
  junctures: Juncture[];
  questions: Question[];
  /** The norms that its partners agree to. */
  norms: Text[];
  areNormsPublic: boolean;
  share: ShareText[];
  embed: { hosts: EmbedHosts };
  looks: LookPolicy;
  /** Names and comments with one of these wait for an organizer in any case. */
  heldWords: string[];
  care: Care;
  updates: Update[];
  /** Its comparisons of budgets, for links to them. */
  budget: { slug: string; title: Text }[];
  /** The state whose cities a page of it adds up. */
  rollup: Text | null;
};

export type Campaign = CampaignContent & {
  id: number;
  slug: string;
  city: { id: number; slug: string; name: string; region: string; timeZone: string; hasDistricts: boolean };
  accent: Accent;
  contactEmail: string;
  retentionDays: number;
  openedAt: Date;
  updatedAt: Date;
};

/** The language in which a campaign speaks to somebody who would like that one. */
export function spokenIn({ languages }: Pick<CampaignContent, 'languages'>, wanted: Language): Language {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}

/** The language in which a campaign's own contact is written to. */
export function contactLanguageOf({ languages }: Pick<CampaignContent, 'languages'>): Language {
  return languages[0] ?? 'en';
}

/** The statement without its figure at the start; the whole statement if it starts with something else. */
export function afterFigure(statement: string, figure: string | null): string {
  const opens = figure !== null && statement.startsWith(figure);
  return opens ? statement.slice(figure.length).trimStart() : statement;
}

export type TimelineEntry = {
  kind: 'phase' | 'juncture';
  slug: string;
  name: Text;
  summary: Text;
  from: string;
  until: string | null;
  /** 'next' is the first phase that has not begun; those after it are 'later'. */
  when: 'past' | 'now' | 'next' | 'later';
};

/** The first juncture that has not passed; it has not passed on its own day. `days` counts from today: 0 is today. */
export function nextJuncture(junctures: Juncture[], today: string): (Juncture & { days: number }) | null {
  const [next] = junctures.filter(({ on }) => on >= today).sort((a, b) => a.on.localeCompare(b.on));
  return next ? { ...next, days: daysBetween(today, next.on) } : null;
}

/** Phases and junctures in the order of time. */
export function timelineOf(
  { phases, junctures }: Pick<CampaignContent, 'phases' | 'junctures'>,
  today: string,
): TimelineEntry[] {
  const moments = [
    ...phases.map(({ slug, name, summary, startsOn, endsOn }) => {
      return { kind: 'phase' as const, slug, name, summary, from: startsOn, until: endsOn };
    }),
    ...junctures.map(({ slug, name, summary, on }) => {
      return { kind: 'juncture' as const, slug, name, summary, from: on, until: null };
    }),
  ].sort((a, b) => a.from.localeCompare(b.from));
  const next = moments.find(({ from }) => from > today)?.from;
  return moments.map((moment) => ({ ...moment, when: whenOf(moment, today, next) }));
}

function whenOf(
  moment: Omit<TimelineEntry, 'when'>,
  today: string,
  next: string | undefined,
): TimelineEntry['when'] {
  if (moment.from > today) return moment.from === next ? 'next' : 'later';
  const last = moment.kind === 'juncture' ? moment.from : moment.until;
  return last !== null && last < today ? 'past' : 'now';
}
