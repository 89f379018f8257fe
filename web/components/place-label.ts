import { type Language, message, type Text } from '../language.ts';
import { copy } from './copy.ts';

/**
 * "District 4", "Outside Charlotte". `place` is a district's code, 'outside' or 'unknown'. Only districts have a name.
 */
export function placeLabel(
  { place, name }: { place: string; name: Text | null },
  city: string,
  language: Language,
): string {
  const words = copy[language].places;
  if (name) return name[language];
  if (place === 'outside') return message(words.outside, { city }, language);
  return place === 'unknown' ? words.unknown : message(words.district, { code: place }, language);
}
