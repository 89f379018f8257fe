import type { Text } from '../../web/language.ts';
import type { Frequency } from '../councils/rules.ts';
import type { CountingSection, DigestCity, DigestLine, DigestSection, TallyHead } from './section.ts';
import type { DigestSurroundings } from './snapshot-store.ts';
import { datesOf, type Term, termOf, type Week } from './week-rules.ts';

/** What every digest says. Instants are ISO texts in UTC. */
export type DigestHead = {
  committee: { slug: string; name: Text };
  council: { name: Text };
  city: DigestCity;
  week: Week;
  weekStartsOn: string;
  weekEndsOn: string;
  /** The instant the week ended. */
  asOf: string;
  /** The day the digest was due. */
  dueOn: string;
  /** The signed records of its numbers. Digests of earlier versions have none. */
  records?: DigestRecord[];
};

/** The paths of the page about one tally's signed record, and of the file that proves it. */
export type DigestRecord = { slug: string; page: string; proof: string };

/** A digest as it is frozen, as JSON, when it is made: beside its head, the tallies of each section under its key. */
export type DigestContent = DigestHead & { [section: string]: unknown };

export type DigestSnapshot = DigestSurroundings & { parts: SectionSnapshot[] };
export type SectionSnapshot = { section: DigestSection; snapshot: unknown };

export type MadeDigest = {
  content: DigestContent;
  lines: (DigestLine & { section: string })[];
  /** What does not add up, for the log. */
  problems: string[];
};

/** Null where no section has anything to tell of the week. */
export function makeContent(
  snapshot: DigestSnapshot,
  week: Week,
  { dueOn, at }: { dueOn: string; at: Date },
): MadeDigest | null {
  const { committee, council, city, districts } = snapshot;
  const { startsOn, endsOn } = datesOf(week);
  const term = termOf(week, city.timeZone, dueOn);
  const parts = snapshot.parts.map((part) => makePart(part, { term, at }, { city, districts }));
  if (!parts.some(({ isWorthIt }) => isWorthIt)) return null;
  return {
    content: {
      committee,
      council,
      city,
      week,
      weekStartsOn: startsOn,
      weekEndsOn: endsOn,
      asOf: term.until.toISOString(),
      dueOn,
      ...Object.fromEntries(parts.map(({ key, tallies }) => [key, tallies])),
    },
    lines: parts.flatMap(({ lines }) => lines),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function makePart(
  { section, snapshot }: SectionSnapshot,
  { term, at }: { term: Term; at: Date },
  places: Pick<DigestSurroundings, 'city' | 'districts'>,
) {
  const { key } = section;
  const { tallies, problems } = section.make(snapshot, term, places, at);
  return {
    key,
    tallies,
    lines: isCounting(section) ? tallies.map((tally) => ({ section: key, ...section.line(tally) })) : [],
    isWorthIt: isCounting(section) && tallies.some((tally) => section.isWorthADigest?.(tally) ?? true),
    problems,
  };
}

/** A section's part of a frozen digest. Digests from before there was such a section have none. */
export function talliesIn(content: DigestContent, { key }: Pick<DigestSection, 'key'>): TallyHead[] {
  return (content[key] ?? []) as TallyHead[];
}

export function isCounting(section: DigestSection): section is CountingSection {
  return section.line !== undefined && section.csv !== undefined;
}

export const frequencies = ['weekly', 'monthly', 'thresholds', 'stopped'] as const satisfies Frequency[];

/** A monthly reader gets the first digest that is due in a calendar month. All of them stay on the staff page. */
export function isMailed(frequency: Frequency, dueOn: string, lastDueOn: string | null): boolean {
  if (frequency === 'monthly') return lastDueOn?.slice(0, 7) !== dueOn.slice(0, 7);
  return frequency === 'weekly';
}
