import type { Context } from 'hono';
import { withLanguage } from '../campaigns/shell.ts';
import type { Committee } from '../councils/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { type CsvFile, csvOfAllWeeks, csvOfCommittee, csvOfTally } from './csv.ts';
import type { CsvName } from './csv-rows.ts';
import { digestsJson } from './json.ts';
import { snapshotOfNowQuery } from './load-snapshot.ts';
import { nowParts } from './load-staff-page.ts';
import { readParts, storedQuery } from './readable.ts';
import type { DigestSection } from './section.ts';
import { contentsQuery, digestId, digestsNamed } from './store.ts';
import { laterThanAll, type Week } from './week-rules.ts';

/** A quarter of a year. */
const weeksInJson = 13;

/** The beginning of a file's name. */
const fileNames: Record<CsvName, string> = {
  weeks: 'tallies',
  sources: 'tallies-by-source',
  partners: 'tallies-by-partner',
};

/** All weeks of all that the committee is told of. */
export async function sendCsv(
  c: Context<AppEnv>,
  committee: Committee,
  { sections, name }: { sections: readonly DigestSection[]; name: CsvName },
) {
  const { deps, language } = c.var;
  const file = await csvOfAllWeeks(deps.db, committee.id, csvOfCommittee(name, sections, language));
  return csvAnswer(c, file, [fileNames[name], committee.slug]);
}

/** All weeks of one tally that has a file of its own; null where it is not for this committee. Before the first digest it is only a header. */
export async function sendCsvOfTally(
  c: Context<AppEnv>,
  committee: Committee,
  { section, slug }: { section: DigestSection; slug: string },
) {
  const { deps, now, language } = c.var;
  const current = await runQuery(
    deps.db,
    snapshotOfNowQuery(deps.db, [section], committee.id, { use: 'staff-page' }),
  );
  const isTheirs = current && nowParts(current, now).some(({ all }) => all.some((one) => one.slug === slug));
  const own = csvOfTally(section, slug, language);
  if (!isTheirs || !own) return null;
  const file = await csvOfAllWeeks(deps.db, committee.id, own);
  return csvAnswer(c, file, [section.csv?.own?.fileName ?? section.key, slug]);
}

function csvAnswer(c: Context<AppEnv>, { endsOn, body }: CsvFile, names: string[]) {
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': disposition('attachment', names, endsOn, 'csv'),
  });
}

/**
 * The weeks before one, or the latest, the oldest first; `next` is the address of the weeks before them. Each page has
 * the numbers of now.
 */
export async function sendJson(
  c: Context<AppEnv>,
  committee: Committee,
  { token, sections, before }: { token: string; sections: readonly DigestSection[]; before: Week | null },
) {
  const { deps, now, language } = c.var;
  const { page, current } = await runQuery(
    deps.db,
    joinQueries({
      page: contentsQuery(deps.db, committee.id, { before: before ?? laterThanAll, most: weeksInJson }),
      current: snapshotOfNowQuery(deps.db, sections, committee.id, {
        use: 'json',
        days: { before: before ?? laterThanAll, weeks: weeksInJson },
      }),
    }),
  );
  if (!current) throw new Error(`there is no committee ${committee.id}`);
  const { contents } = page;
  const digests = digestsNamed(contents.map(({ week }) => digestId(committee.id, week)));
  const stored = await runQuery(deps.db, storedQuery(deps.db, sections, digests));
  const parts = await readParts(deps, sections, { contents, stored });
  const weeks = contents.map((head, at) => ({ head, parts: parts[at] ?? [] }));
  const oldest = contents[0]?.week;
  const next =
    page.hasMore && oldest
      ? deps.settings.publicUrl + withLanguage(c, `/tallies/${token}.json?before=${oldest}`)
      : null;
  const body = digestsJson(
    { weeks, now: nowParts(current, now), asOf: now, next },
    { slug: committee.slug, name: committee.name, city: current.city },
    language,
  );
  const names = [fileNames.weeks, committee.slug];
  return c.json(body, 200, {
    'content-disposition': disposition('inline', names, contents.at(-1)?.weekEndsOn ?? null, 'json'),
  });
}

/** `tallies-safe-communities-2026-11-08.csv`: the day is the last one that was told of. */
function disposition(
  how: 'attachment' | 'inline',
  names: string[],
  endsOn: string | null,
  suffix: string,
): string {
  const name = [...names, ...(endsOn ? [endsOn] : [])].join('-');
  return `${how}; filename="${name.replace(/[^A-Za-z0-9-]/g, '')}.${suffix}"`;
}
