import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { knownQuery, listQuery, type Query, type Subquery } from '../platform/query.ts';
import { type DigestContent, talliesIn } from './rules.ts';
import type { DigestCity, DigestSection, TallyHead } from './section.ts';
import { talliesToldIn } from './store.ts';

/** A section's part of a digest, as far as it may still be shown. */
export type ReadablePart = { section: DigestSection; tallies: TallyHead[] };

/** What each section has stored today about the digests that are selected by their ids. */
export function storedQuery(
  db: D1Database,
  sections: readonly DigestSection[],
  digests: Subquery,
): Query<unknown[]> {
  return listQuery(
    sections.map(({ key, readable }) => {
      return readable?.stored(db, talliesToldIn(key, digests)) ?? knownQuery<unknown>(null);
    }),
  );
}

/** The parts of each of several digests, in the order of the sections. `stored`: of those digests. */
export async function readParts(
  deps: Deps,
  sections: readonly DigestSection[],
  { contents, stored }: { contents: DigestContent[]; stored: unknown[] },
): Promise<ReadablePart[][]> {
  const bySection = await Promise.all(
    sections.map(async (section, at) => {
      const weeks = contents.map((content) => talliesIn(content, section));
      return { section, weeks: (await section.readable?.weeks(deps, weeks, stored[at])) ?? weeks };
    }),
  );
  return contents.map((_, at) =>
    bySection.map(({ section, weeks }) => ({ section, tallies: weeks[at] ?? [] })),
  );
}

/** In the order of the sections, after the one that leads. */
export function leadingFirst<Part extends { section: DigestSection }>(parts: readonly Part[]): Part[] {
  const rank = ({ section }: Part) => (section.leads ? 0 : 1);
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

/** How people are counted, by each section that is shown; where none is, by the first. */
export function howAllIsCounted(
  shown: { section: DigestSection }[],
  city: DigestCity,
  language: Language,
): string[] {
  return shown.flatMap(({ section }, at) => section.howCounted(city, language, at === 0));
}
