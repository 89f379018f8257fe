import { placeLabel } from '../../../web/components/place-label.ts';
import type { Language } from '../../../web/language.ts';
import type { DigestCity } from '../../digests/section.ts';
import type { ActionTally } from '../../digests/tally-rules.ts';
import { partnerLabel } from '../../digests/tally-words.ts';

/** The columns are explained on the staff page, in `copy.ts`. */
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

/** One row for each place, one for each partner, and one with the total. */
export function csvRows(
  tally: ActionTally,
  { week, weekEndsOn, city }: { week: string; weekEndsOn: string; city: DigestCity },
  language: Language,
): CsvRow[] {
  const head = {
    petition: tally.slug,
    title: tally.title[language],
    state: tally.state,
    week,
    week_ends_on: weekEndsOn,
  };
  const { confirmed: _same, ...account } = tally.account;
  return [
    ...tally.byPlace.map((one) => ({
      ...head,
      place: one.place,
      place_name: placeLabel(one, city.name, language),
      confirmed: one.confirmed,
    })),
    ...(tally.byPartner ?? []).map((one) => ({
      ...head,
      place: one.partner ? `partner:${one.partner.slug}` : 'no-partner',
      place_name: partnerLabel(one, language),
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
