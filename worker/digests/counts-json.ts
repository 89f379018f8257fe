import { placeLabel } from '../../web/components/place-label.ts';
import type { Language } from '../../web/language.ts';
import { publicPaper } from '../actions/paper-rules.ts';
import { type ActionCounts, isDistrict } from './counts-rules.ts';
import type { ActionTally } from './tally-rules.ts';
import { sourceLabel } from './tally-words.ts';

/** The JSON of an action's week, for every kind. */
export function tallyJson(tally: ActionTally, city: string, language: Language) {
  return {
    confirmed: tally.confirmed,
    change: tally.change,
    change_since: tally.changeSince?.week ?? null,
    ...countsJson(tally, city, language),
    struck_off: Object.entries(tally.struck ?? {}).map(([reason, count]) => ({ reason, count })),
    corrections: tally.corrections.map(({ week: of, what, count }) => ({ week: of, what, count })),
  };
}

export function countsJson(counts: ActionCounts, city: string, language: Language) {
  const numberOf = (place: string) => counts.byPlace.find((one) => one.place === place)?.confirmed ?? 0;
  return {
    counts: counts.account,
    possible_duplicates: counts.possibleDuplicates,
    by_district: counts.byPlace.filter(isDistrict).map((one) => ({
      district: one.place,
      name: placeLabel(one, city, language),
      confirmed: one.confirmed,
    })),
    outside: numberOf('outside'),
    unknown: numberOf('unknown'),
    by_source: counts.bySource.map((one) => ({
      source: one.source,
      name: sourceLabel(one, language),
      partner: one.partner?.slug ?? null,
      confirmed: one.confirmed,
    })),
    by_partner: (counts.byPartner ?? []).map(({ partner, confirmed }) => ({
      partner: partner?.slug ?? null,
      name: partner?.name[language] ?? null,
      confirmed,
    })),
    ...(counts.paper && { paper: publicPaper(counts.paper) }),
  };
}
