import Papa from 'papaparse';
import { isDistrict, placeLabel, sourceLabel } from '../../web/pages/tallies/sentences.ts';
import type { Language } from '../platform/app-env.ts';
import type { PetitionNow } from './now.ts';
import type { PetitionTally, TallyContent } from './rules.ts';
import type { Standing } from './standing-rules.ts';

/** The columns are explained on the staff page, in `web/pages/tallies/page-copy.ts`. */
export const csvColumns = [
  'petition',
  'title',
  'state',
  'week',
  'week_ends_on',
  'place',
  'place_name',
  'confirmed',
  'change',
  'received',
  'unconfirmed',
  'duplicate',
  'flagged',
  'withdrawn',
  'invalidated',
  'possible_duplicates',
  'corrected',
] as const;

type CsvRow = Partial<Record<(typeof csvColumns)[number], string | number>>;

/** A cell that a spreadsheet would take for a formula. Only text is looked at: a number below zero stays one. */
const formula = /^[=+\-@\t\r\n]/;

/** One row for each petition, week and place, and one that sums up. With the mark that tells Excel it is UTF-8. */
export function tallyCsv(weeks: TallyContent[], language: Language): string {
  const rows = weeks.flatMap((week) => week.petitions.flatMap((tally) => csvRows(week, tally, language)));
  const csv = Papa.unparse(
    { fields: [...csvColumns], data: rows },
    { escapeFormulae: formula, newline: '\r\n' },
  );
  return `\uFEFF${csv.replace(/\r\n$/, '')}\r\n`;
}

function csvRows(week: TallyContent, tally: PetitionTally, language: Language): CsvRow[] {
  const head = {
    petition: tally.slug,
    title: tally.title[language],
    state: tally.state,
    week: week.week,
    week_ends_on: week.weekEndsOn,
  };
  const { confirmed: _same, ...account } = tally.account;
  return [
    ...tally.byPlace.map((one) => ({
      ...head,
      place: one.place,
      place_name: placeLabel(one, week.city.name, language),
      confirmed: one.confirmed,
    })),
    {
      ...head,
      place: 'total',
      confirmed: tally.confirmed,
      change: tally.change,
      ...account,
      possible_duplicates: tally.possibleDuplicates,
      corrected: tally.corrections.reduce((sum, { count }) => sum + count, 0),
    },
  ];
}

/** The same for programs: names and titles in the reader's language, numbers as they were told. */
export function tallyJson(
  { weeks, now, asOf }: { weeks: TallyContent[]; now: PetitionNow[]; asOf: Date },
  committee: { slug: string; name: TallyContent['committee']['name']; city: string },
  language: Language,
) {
  return {
    committee: { slug: committee.slug, name: committee.name[language] },
    as_of: asOf.toISOString(),
    now: now.map((petition) => ({
      ...petitionHead(petition, language),
      ...standingJson(petition, committee.city, language),
      by_day: petition.byDay,
    })),
    weeks: weeks.map((week) => ({
      week: week.week,
      starts_on: week.weekStartsOn,
      ends_on: week.weekEndsOn,
      as_of: week.asOf,
      petitions: week.petitions.map((tally) => weekJson(tally, week, language)),
    })),
  };
}

function weekJson(tally: PetitionTally, week: TallyContent, language: Language) {
  const { reached, next } = tally.thresholds;
  return {
    ...petitionHead(tally, language),
    confirmed: tally.confirmed,
    change: tally.change,
    change_since: tally.changeSince?.week ?? null,
    ...standingJson(tally, week.city.name, language),
    corrections: tally.corrections.map(({ week: of, what, count }) => ({ week: of, what, count })),
    thresholds: {
      reached: reached.map(({ signatures, name, reachedAt }) => ({
        signatures,
        name: name[language],
        reached_at: reachedAt,
      })),
      next: next && { signatures: next.signatures, name: next.name[language] },
    },
    next_juncture: tally.nextJuncture && {
      name: tally.nextJuncture.name[language],
      on: tally.nextJuncture.on,
    },
  };
}

function petitionHead({ slug, title, state }: PetitionTally | PetitionNow, language: Language) {
  return { petition: slug, title: title[language], state };
}

function standingJson(standing: Standing, city: string, language: Language) {
  const numberOf = (place: string) => standing.byPlace.find((one) => one.place === place)?.confirmed ?? 0;
  return {
    counts: standing.account,
    possible_duplicates: standing.possibleDuplicates,
    by_district: standing.byPlace.filter(isDistrict).map((one) => ({
      district: one.place,
      name: placeLabel(one, city, language),
      confirmed: one.confirmed,
    })),
    outside: numberOf('outside'),
    unknown: numberOf('unknown'),
    by_source: standing.bySource.map((one) => ({
      source: one.source,
      name: sourceLabel(one, language),
      confirmed: one.confirmed,
    })),
  };
}
