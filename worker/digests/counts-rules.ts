import type { Text } from '../../web/language.ts';
import { type Account, accountOf } from '../actions/account-rules.ts';
import { type PaperAccount, paperAccountOf } from '../actions/paper-rules.ts';
import type { Counts } from '../actions/store.ts';
import { foldByPartner, type NamedPartner, type PartnerCount } from '../coalition/credit-rules.ts';
import { type District, outside, unknown } from '../places/rules.ts';
import type { Week } from './week-rules.ts';

export type PlaceCount = {
  place: string;
  name: Text | null;
  confirmed: number;
  /** Since the committee was told last. Only a week has it, and only since tallies say it. */
  change?: number;
};
export type SourceCount = {
  source: string;
  name: Text | null;
  /** Who is credited, null for the campaign itself. Digests from before there were partners do not say. */
  partner?: NamedPartner | null;
  confirmed: number;
};
export type NamedSource = { slug: string; name: Text; partner?: NamedPartner | null };

/** An action's numbers at one instant, with the names of districts, sources and partners. */
export type ActionCounts = {
  confirmed: number;
  account: Account;
  possibleDuplicates: number;
  /** Every district of the city, in its order, then 'outside' and 'unknown'. */
  byPlace: PlaceCount[];
  /** Largest first. */
  bySource: SourceCount[];
  /** The sources grouped by partner; empty if no partner brought anybody. */
  byPartner?: PartnerCount[];
  /** What was signed on paper, which is in none of the other numbers. Null or left out where there is none. */
  paper?: PaperAccount | null;
  /** How many are struck off, by the public code. Digests of earlier versions do not say. */
  struck?: Record<string, number>;
};

/** What a week changed in the counts. */
export type CountChange = {
  week: Week;
  kind: 'state' | 'place' | 'source' | 'possible' | 'correction' | 'paper' | 'struck';
  key: string;
  n: number;
};

/** What changed up to the end of a week, the weeks together. */
export function changesUntil(week: Week, changes: CountChange[]): CountChange[] {
  const sums = new Map<string, CountChange>();
  for (const one of changes) {
    if (one.week > week) continue;
    const id = `${one.kind} ${one.key}`;
    sums.set(id, { ...one, n: one.n + (sums.get(id)?.n ?? 0) });
  }
  return [...sums.values()];
}

/** The counts at the end of a week: today's, minus the changes of later weeks. Days are not counted back. */
export function countsAtEndOf(week: Week, current: Counts, changes: CountChange[]): Counts {
  const { state, place, source, possible, paper, struck } = current;
  const counts: Counts = {
    state: { ...state },
    place: { ...place },
    source: { ...source },
    day: {},
    possible,
    paper: { ...paper },
    struck: { ...struck },
  };
  for (const { week: of, kind, key, n } of changes) {
    if (of <= week || kind === 'correction') continue;
    if (kind === 'possible') counts.possible -= n;
    else counts[kind][key] = (counts[kind][key] ?? 0) - n;
  }
  return counts;
}

export function namedCountsOf(counts: Counts, districts: District[], sources: NamedSource[]): ActionCounts {
  const bySource = sourcesOf(counts.source, sources);
  const account = accountOf(counts.state);
  return {
    confirmed: account.confirmed,
    account,
    possibleDuplicates: counts.possible,
    byPlace: placesOf(counts.place, districts),
    bySource,
    byPartner: foldByPartner(bySource),
    paper: paperAccountOf(counts.paper),
    struck: Object.fromEntries(Object.entries(counts.struck).filter(([, n]) => n > 0)),
  };
}

function sourcesOf(counts: Record<string, number>, sources: NamedSource[]): SourceCount[] {
  const named = new Map(sources.map((source) => [source.slug, source]));
  return Object.entries(counts)
    .filter(([, confirmed]) => confirmed !== 0)
    .map(([source, confirmed]) => {
      const { name = null, partner = null } = named.get(source) ?? {};
      return { source, name, partner, confirmed };
    })
    .sort((a, b) => b.confirmed - a.confirmed || a.source.localeCompare(b.source));
}

/** A retired district is listed while signatures name it, so that the sum stays correct. */
function placesOf(counts: Record<string, number>, districts: District[]): PlaceCount[] {
  const listed = districts.filter(({ code, retired }) => !retired || (counts[code] ?? 0) !== 0);
  const known = new Set([...districts.map(({ code }) => code), outside, unknown]);
  const strays = Object.keys(counts).filter((place) => !known.has(place) && counts[place] !== 0);
  return [
    ...listed.map(({ code, name }) => ({ place: code, name, confirmed: counts[code] ?? 0 })),
    ...[...strays.sort(), outside, unknown].map((place) => ({
      place,
      name: null,
      confirmed: counts[place] ?? 0,
    })),
  ];
}

export function isDistrict({ place }: Pick<PlaceCount, 'place'>): boolean {
  return place !== outside && place !== unknown;
}

/** How many count in a district of the city. */
export function confirmedInCity({ byPlace }: Pick<ActionCounts, 'byPlace'>): number {
  return sum(byPlace.filter(isDistrict).map(({ confirmed }) => confirmed));
}

/** Messages for the log about numbers that do not add up; empty if they balance. */
export function imbalancesOf(counts: ActionCounts): string[] {
  const { account, byPlace, bySource, byPartner = [], confirmed, possibleDuplicates } = counts;
  const credited = sum(byPartner.map((row) => row.confirmed));
  const { received, ...states } = account;
  const numbers = [...Object.values(states), ...[...byPlace, ...bySource].map((row) => row.confirmed)];
  const problems: [string, boolean][] = [
    ['received is not the sum of the states', received !== sum(Object.values(states))],
    ['confirmed is not the state of that name', confirmed !== account.confirmed],
    ['confirmed is not the sum of the places', confirmed !== sum(byPlace.map((row) => row.confirmed))],
    ['confirmed is not the sum of the sources', confirmed !== sum(bySource.map((row) => row.confirmed))],
    ['confirmed is not the sum of the partners', byPartner.length > 0 && confirmed !== credited],
    ['a number is below zero', [...numbers, possibleDuplicates].some((n) => n < 0)],
  ];
  return problems.flatMap(([what, isWrong]) => (isWrong ? [what] : []));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
