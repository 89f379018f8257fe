import type { Language } from '../../web/language.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { spreadsheetStream } from '../platform/text/spreadsheet.ts';
import { type CsvName, csvColumns, rowsOfTally } from './csv-rows.ts';
import { type DigestContent, isCounting, talliesIn } from './rules.ts';
import type { DigestSection } from './section.ts';
import { contentsQuery, latestWeekQuery } from './store.ts';
import { beforeAll, datesOf, laterThanAll, type Week } from './week-rules.ts';

/** How many weeks are in memory at once. */
const weeksAtOnce = 13;

export type CsvFile = { endsOn: string | null; body: ReadableStream<Uint8Array> };

type WhatOfWeek = { columns: readonly string[]; rowsOf: (content: DigestContent) => object[] };

/** Every week of all that the committee is told of. */
export function csvOfCommittee(
  name: CsvName,
  sections: readonly DigestSection[],
  language: Language,
): WhatOfWeek {
  return {
    columns: csvColumns[name],
    rowsOf: (content) =>
      sections
        .filter(isCounting)
        .flatMap((section) =>
          talliesIn(content, section).flatMap((tally) =>
            rowsOfTally(name, content, { section, tally, language }),
          ),
        ),
  };
}

/** Every week of one tally; null where tallies of its section have no file of their own. */
export function csvOfTally(section: DigestSection, slug: string, language: Language): WhatOfWeek | null {
  const own = section.csv?.own;
  return own
    ? {
        columns: own.columns,
        rowsOf: (content) =>
          talliesIn(content, section)
            .filter((tally) => tally.slug === slug)
            .flatMap((tally) => own.rows(tally, content, language)),
      }
    : null;
}

/** The first weeks are read before it answers, so that an outage gives an error and not a truncated file. */
export async function csvOfAllWeeks(
  db: D1Database,
  committeeId: number,
  { columns, rowsOf }: WhatOfWeek,
): Promise<CsvFile> {
  const pageAfter = (after: Week) => contentsQuery(db, committeeId, { after, most: weeksAtOnce });
  const { latest, first } = await runQuery(
    db,
    joinQueries({ latest: latestWeekQuery(db, committeeId), first: pageAfter(beforeAll) }),
  );
  async function* pages() {
    let page = first;
    yield page.contents.flatMap(rowsOf);
    while (page.hasMore) {
      page = await runQuery(db, pageAfter(page.contents.at(-1)?.week ?? laterThanAll));
      yield page.contents.flatMap(rowsOf);
    }
  }
  return {
    endsOn: latest && datesOf(latest).endsOn,
    body: spreadsheetStream([...columns], pages()),
  };
}
