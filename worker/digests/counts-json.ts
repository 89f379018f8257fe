import type { Language } from '../../web/language.ts';
import type { Standing } from './counts-rules.ts';
import { isDistrict, placeLabel, sourceLabel } from './pages/sentences.ts';
import type { PetitionTally } from './rules.ts';

/** What is told of a petition and of a survey alike. */
export function toldJson(tally: Omit<PetitionTally, 'slug'>, city: string, language: Language) {
  return {
    confirmed: tally.confirmed,
    change: tally.change,
    change_since: tally.changeSince?.week ?? null,
    ...standingJson(tally, city, language),
    corrections: tally.corrections.map(({ week: of, what, count }) => ({ week: of, what, count })),
  };
}

export function standingJson(standing: Standing, city: string, language: Language) {
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
      partner: one.partner?.slug ?? null,
      confirmed: one.confirmed,
    })),
    by_partner: (standing.byPartner ?? []).map(({ partner, confirmed }) => ({
      partner: partner?.slug ?? null,
      name: partner?.name[language] ?? null,
      confirmed,
    })),
  };
}
