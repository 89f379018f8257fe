import { listOf, partOf } from '../kits/form-rules.ts';
import type { KitProblem } from '../kits/problems.ts';
import { withoutUnseen } from '../platform/text/text-rules.ts';

const mapLink =
  /(?:google\.[a-z.]+\/maps|maps\.google\.|maps\.app\.goo\.gl|goo\.gl\/maps|maps\.apple\.com|openstreetmap\.org|osm\.org|bing\.com\/maps|waze\.com|mapquest\.com|what3words\.com|w3w\.co|plus\.codes)/i;
/** "35.2271, -80.8431", "35,2271; -80,8431", "35°13′37″ N", and the code 867X62G8+V2 of Open Location. */
const coordinates =
  /-?\d{1,3}\.\d{3,}\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}|-?\d{1,3},\d{4,}\s*[;/ ]\s*-?\d{1,3},\d{4,}|\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['’′]|\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b/i;
const kindOfStreet =
  'street|st|str|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|place|pl|terrace|parkway|pkwy|highway|hwy|way|trail|trl|square|alley|pike|freeway|fwy';
/** "1200 East Trade St", "calle Reforma 12". */
const street = new RegExp(
  `\\b\\d{1,6}[a-z]?,?\\s+(?:[\\p{L}\\d.'’-]+\\s+){1,4}(?:${kindOfStreet})\\b|\\b(?:calle|avenida|avda|carretera)\\s+(?:[\\p{L}.]+\\s+){1,4}(?:n[.ºo°]*\\s*)?\\d+`,
  'iu',
);

/** What tells in a text where a house stands; null if nothing does. */
export function placeIn(written: string): 'map' | 'coordinates' | 'street' | null {
  const text = asRead(written);
  if (mapLink.test(text)) return 'map';
  if (coordinates.test(text)) return 'coordinates';
  return street.test(text) ? 'street' : null;
}

/** As a reader sees it or a browser opens it: without invisible characters, wide digits, and the codes of an address. */
function asRead(written: string): string {
  const seen = written
    .normalize('NFKC')
    .split(/\s+/)
    .map(withoutUnseen)
    .map((word) => (word.includes('://') ? word.replaceAll('+', ' ') : word))
    .join(' ');
  return seen.replace(/(?:%[0-9a-f]{2})+/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
}

/** Keys of a kit's service that a shelter does not have. */
const places = ['address', 'coordinates', 'map_link'];

/** What in a kit would tell where a shelter stands: read before the schema is, so that no other mistake hides it. */
export function secretPlaces(service: unknown, path: string): KitProblem[] {
  const part = partOf(service);
  if (!listOf(part.needs).includes('shelter')) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (!places.includes(key)) return placesIn(value, `${path}.${key}`);
    return { path: `${path}.${key}`, message: 'must not be there: where a shelter stands stays secret' };
  });
}

function placesIn(value: unknown, path: string): KitProblem[] {
  if (typeof value === 'string') {
    return placeIn(value) === null
      ? []
      : [{ path, message: 'tells where a shelter stands: take the place out' }];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => placesIn(one, `${path}[${i}]`));
  return Object.entries(partOf(value)).flatMap(([key, one]) => placesIn(one, `${path}.${key}`));
}
