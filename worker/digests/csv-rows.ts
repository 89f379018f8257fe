import { placeLabel } from '../../web/components/place-label.ts';
import type { Language } from '../../web/language.ts';
import { unknown } from '../places/rules.ts';
import { type ActionCounts, isDistrict, type PlaceCount } from './counts-rules.ts';
import type { DigestHead } from './rules.ts';
import type { CountingSection, DigestCity, TallyHead } from './section.ts';
import { partnerLabel, sourceLabel } from './tally-words.ts';

const head = ['week', 'week_ends_on', 'kind', 'action', 'title', 'state'] as const;
const account = ['received', 'unconfirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated'] as const;

/** The files of a committee, whatever it is told of, and their columns. `copy.ts` explains them. */
export const csvColumns = {
  weeks: [
    ...head,
    'place_kind',
    'place',
    'place_name',
    'adds_up',
    'confirmed',
    'change',
    ...account,
    'possible_duplicates',
    'corrected',
    'paper_without_address',
  ],
  sources: [...head, 'source', 'source_name', 'partner', 'confirmed'],
  partners: [...head, 'partner', 'partner_name', 'confirmed'],
} as const satisfies Record<string, readonly string[]>;

export type CsvName = keyof typeof csvColumns;
export const isCsvName = (name: string): name is CsvName => Object.hasOwn(csvColumns, name);
export type CsvColumn = (typeof csvColumns)[CsvName][number];
type Row = Partial<Record<CsvColumn, string | number>>;

type Of = { section: CountingSection; tally: TallyHead; counts: ActionCounts | null; language: Language };

/** What a file has of one tally of a week. */
export function rowsOfTally(
  name: CsvName,
  { week, weekEndsOn, city }: DigestHead,
  { section, tally, language }: Omit<Of, 'counts'>,
): Row[] {
  const counts = section.csv.counts?.(tally) ?? null;
  const own = rowsOf[name]({ section, tally, counts, language }, city);
  const { slug, state } = section.line(tally);
  const { kind } = section.csv;
  const title = tally.title[language];
  return own.map((row) => ({ week, week_ends_on: weekEndsOn, kind, action: slug, title, state, ...row }));
}

const rowsOf: Record<CsvName, (of: Of, city: DigestCity) => Row[]> = {
  weeks: (of, city) => [...placeRows(of, city), totalRow(of)],
  sources: ({ counts, language }) =>
    (counts?.bySource ?? []).map((one) => ({
      source: one.source,
      source_name: sourceLabel(one, language),
      ...(one.partner && { partner: one.partner.slug }),
      confirmed: one.confirmed,
    })),
  partners: ({ counts, language }) =>
    (counts?.byPartner ?? []).map((one) => ({
      partner: one.partner?.slug ?? 'no-partner',
      partner_name: partnerLabel(one, language),
      confirmed: one.confirmed,
    })),
};

function placeRows({ counts, language }: Of, city: DigestCity): Row[] {
  return (counts?.byPlace ?? []).map((one) => ({
    place_kind: placeKind(one, city),
    place: one.place,
    place_name: placeLabel(one, city.name, language),
    adds_up: 'yes',
    confirmed: one.confirmed,
    ...(one.change !== undefined && { change: one.change }),
  }));
}

function placeKind(place: PlaceCount, { hasDistricts = true }: DigestCity): string {
  if (isDistrict(place)) return hasDistricts ? 'district' : 'city';
  return place.place === unknown ? 'unknown' : 'outside';
}

/** It is the sum of the rows of places, so it does not add up with them. */
function totalRow({ section, tally, counts }: Of): Row {
  const { confirmed, change, corrected } = section.line(tally);
  const { confirmed: _same, ...others } = counts?.account ?? { confirmed };
  return {
    place_kind: 'total',
    place: 'total',
    adds_up: 'no',
    confirmed,
    change,
    ...others,
    ...(counts && { possible_duplicates: counts.possibleDuplicates, corrected }),
    ...(counts?.paper && { paper_without_address: counts.paper.withoutAddress }),
  };
}
