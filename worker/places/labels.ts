import type { DistrictQuestion } from '../../web/components/district-field.tsx';
import { type Language, message } from '../../web/language.ts';
import { copy } from './copy.ts';
import { type City, candidateDistricts, hasDistricts, outside, type Place, unknown } from './rules.ts';

/** "District 4", "Outside Charlotte", or null where it is not known. */
export function placeLabel(
  { name, districts }: Pick<City, 'name' | 'districts'>,
  place: Place,
  language: Language,
): string | null {
  if (place === unknown) return null;
  if (place === outside) return message(copy[language].outside, { city: name }, language);
  return districts.find(({ code }) => code === place)?.name[language] ?? place;
}

/** The districts and "outside the city", with the ZIPs that do not settle which of them it is. */
export function districtQuestionOf(city: City, language: Language): DistrictQuestion {
  const districts = city.districts.filter(({ retired }) => !retired);
  const open = Object.keys(city.zips).flatMap((zip) => {
    const candidates = candidateDistricts(zip, city);
    if (candidates.kind !== 'open') return [];
    const all = candidates.districts.length === districts.length;
    return [[zip, all ? [] : candidates.districts] as const];
  });
  return {
    districts: [
      ...districts.map(({ code, name }) => ({ code, name: name[language] })),
      { code: outside, name: message(copy[language].outside, { city: city.name }, language) },
    ],
    districtZips: Object.fromEntries(open),
    lookupUrl: city.districtLookupUrl,
    wholeCity: hasDistricts(districts) ? null : city.name,
  };
}
