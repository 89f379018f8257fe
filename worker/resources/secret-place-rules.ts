import { listOf, type Part, partOf } from '../kits/form-rules.ts';
import type { KitProblem } from '../kits/problems.ts';
import { type Found, placesIn, placesInSite, shelterIn } from './place-words-rules.ts';

/** Keys of a kit that a shelter does not have. */
const places = ['address', 'coordinates', 'map_link'];
/** Keys whose values come from a list or are checked by their form. */
const checked = ['needs', 'for', 'languages', 'police', 'level', 'checked_on', 'number', 'kind'];

type Value = { path: string; key: string; text: string };

/** What in a kit would tell where a shelter stands: read before the schema is, so that no other mistake hides it. */
export function secretPlaces(entry: unknown, path: string): KitProblem[] {
  const part = partOf(entry);
  const values = valuesOf(part, path);
  if (listOf(part.needs).includes('shelter')) {
    return [
      ...placeKeys(part, path, 'must not be there: where a shelter stands stays secret'),
      ...values.flatMap((value) => {
        const [found] = findIn(value);
        if (!found) return [];
        const what = found.what === 'map' ? 'link' : found.what;
        return [
          {
            path: value.path,
            message: `may tell where a shelter stands: take out the ${what} “${found.text}”`,
          },
        ];
      }),
    ];
  }
  const spoken = values.map(({ text }) => shelterIn(text)).find((word) => word !== null);
  if (!spoken) return [];
  const message = `tells a place, and the entry speaks of “${spoken}”: mark it as a shelter, or take out`;
  return [
    ...placeKeys(part, path, `${message} the place`),
    ...values.flatMap((value) => {
      const found = findIn(value).find((one) => isPlace(one, value));
      return found ? [{ path: value.path, message: `${message} “${found.text}”` }] : [];
    }),
  ];
}

/** Where the entry is not marked: its numbers are often of telephones, but not in the text that speaks of a shelter. */
function isPlace({ what }: Found, { key, text }: Value): boolean {
  if (what === 'number') return key !== 'site' && shelterIn(text) !== null;
  return what !== 'link';
}

function placeKeys(part: Part, path: string, message: string): KitProblem[] {
  return Object.keys(part).flatMap((key) =>
    places.includes(key) ? [{ path: `${path}.${key}`, message }] : [],
  );
}

function findIn({ key, text }: Value): Found[] {
  if (key === 'site') return placesInSite(text);
  // The number at the end of a name in addresses only tells it from another one.
  return placesIn(key === 'slug' ? text.replace(/-\d$/, '').replaceAll('-', ' ') : text);
}

function valuesOf(value: unknown, path: string, key = ''): Value[] {
  if (typeof value === 'string') return [{ path, key, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, i) => valuesOf(one, `${path}[${i}]`, key));
  return Object.entries(partOf(value)).flatMap(([inner, one]) =>
    [...places, ...checked].includes(inner) ? [] : valuesOf(one, `${path}.${inner}`, inner),
  );
}
