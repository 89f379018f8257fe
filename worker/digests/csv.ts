import type { Language } from '../../web/language.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { spreadsheetStream } from '../platform/text/spreadsheet.ts';
import { type DigestContent, talliesIn } from './rules.ts';
import type { DigestSection } from './section.ts';
import { contentsQuery, latestWeekQuery } from './store.ts';
import { beforeAll, datesOf, laterThanAll, type Week } from './week-rules.ts';

/** The first section's file for the whole committee is at the staff page's address with `.csv`. */
export function csvPath(
  { key, csv }: DigestSection,
  { slug, isFirst }: { slug: string | null; isFirst: boolean },
): string {
  if (csv.filePer === 'tally') return `/${key}/${slug}.csv`;
  return isFirst ? '.csv' : `/${key}.csv`;
}

/** How many weeks are in memory at once. */
const weeksAtOnce = 13;

export type CsvFile = { endsOn: string | null; body: ReadableStream<Uint8Array> };

/**
 * Every week of a section as CSV, of all its tallies or of the one with a slug. The first weeks are read before it
 * answers, so that an outage gives an error and not a truncated file.
 */
export async function csvOfAllWeeks(
  db: D1Database,
  committeeId: number,
  { section, slug, language }: { section: DigestSection; slug: string | null; language: Language },
): Promise<CsvFile> {
  const pageAfter = (after: Week) => contentsQuery(db, committeeId, { after, most: weeksAtOnce });
  const { latest, first } = await runQuery(
    db,
    joinQueries({ latest: latestWeekQuery(db, committeeId), first: pageAfter(beforeAll) }),
  );
  async function* pages() {
    let page = first;
    yield page.contents.flatMap((content) => rowsOf(content, section, { slug, language }));
    while (page.hasMore) {
      page = await runQuery(db, pageAfter(page.contents.at(-1)?.week ?? laterThanAll));
      yield page.contents.flatMap((content) => rowsOf(content, section, { slug, language }));
    }
  }
  return {
    endsOn: latest && datesOf(latest).endsOn,
    body: spreadsheetStream([...section.csv.columns], pages()),
  };
}

function rowsOf(
  content: DigestContent,
  section: DigestSection,
  { slug, language }: { slug: string | null; language: Language },
): object[] {
  return talliesIn(content, section)
    .filter((tally) => slug === null || tally.slug === slug)
    .flatMap((tally) => section.csv.rows(tally, content, language));
}
