import type { Language, Text } from '../../web/language.ts';
import type { NowPart } from './load-staff-page.ts';
import type { ReadablePart } from './readable.ts';
import type { DigestHead } from './rules.ts';
import type { DigestCity } from './section.ts';

export type ToldWeek = { head: DigestHead; parts: ReadablePart[] };

/** A page of weeks as JSON: names and titles in the reader's language, numbers as in the digests. */
export function digestsJson(
  { weeks, now, asOf, next }: { weeks: ToldWeek[]; now: NowPart[]; asOf: Date; next: string | null },
  committee: { slug: string; name: Text; city: DigestCity },
  language: Language,
) {
  return {
    committee: { slug: committee.slug, name: committee.name[language] },
    as_of: asOf.toISOString(),
    ...Object.fromEntries(
      now.map(({ section: { json }, all }) => [
        json.nowKey,
        all.map((one) => json.now(one, committee.city, language)),
      ]),
    ),
    weeks: weeks.map(({ head, parts }) => ({
      week: head.week,
      starts_on: head.weekStartsOn,
      ends_on: head.weekEndsOn,
      as_of: head.asOf,
      ...Object.fromEntries(
        parts.map(({ section: { key, json }, tallies }) => [
          key,
          tallies.map((tally) => json.week(tally, head.city, language)),
        ]),
      ),
    })),
    next,
  };
}
