import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { type DigestContent, talliesIn } from './rules.ts';
import type { DigestCity, DigestSection, TallyHead } from './section.ts';

/** A section's part of a digest, as far as it may still be shown. */
export type ReadablePart = { section: DigestSection; tallies: TallyHead[] };

/** The parts of each of several digests, in the order of the sections. */
export async function readParts(
  deps: Deps,
  sections: readonly DigestSection[],
  contents: DigestContent[],
): Promise<ReadablePart[][]> {
  const bySection = await Promise.all(
    sections.map(async (section) => {
      const weeks = contents.map((content) => talliesIn(content, section));
      return { section, weeks: (await section.readable?.(deps, weeks)) ?? weeks };
    }),
  );
  return contents.map((_, at) =>
    bySection.map(({ section, weeks }) => ({ section, tallies: weeks[at] ?? [] })),
  );
}

/** How people are counted, by each section that is shown; where none is, by the first. */
export function howAllIsCounted(
  shown: { section: DigestSection }[],
  city: DigestCity,
  language: Language,
): string[] {
  return shown.flatMap(({ section }, at) => section.howCounted(city, language, at === 0));
}
