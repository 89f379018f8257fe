import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesIn } from '../../worker/forms/place-rules.ts';
import { readForm } from '../../worker/forms/read-rules.ts';
import type { Part } from '../../worker/kits/form-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import charlotte from '../support/charlotte.json';
import { sentUnchanged } from './unchanged.tsx';

const forms = await Promise.all((await shippedHouse.kitSections()).map(({ forms }) => forms()));
const pages = forms.flatMap(({ pages }) => pages);
/** The Charlotte kit with two entries in each list, which is read faster. */
const thin = thinned(charlotte) as Part;
const kept = new Set<string>();
const wholeOf = (kit: unknown) => ({ kit: kit as Part, published: null, kept });

test('a form that nobody changed changes nothing', () => {
  for (const page of pages) {
    for (const { fields, part, around } of placesIn(page, wholeOf(charlotte))) {
      expect(readForm(fields, sentUnchanged(fields, part, around), part, { around })).toEqual(part);
    }
  }
});

test('nor does it in a kit whose values are wrong in any way', () => {
  const wrong = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      ' ',
      '\n\na\r\n',
      '</textarea><script>',
      '[x](javascript:alert(1))',
      '\u202eabc',
      '__proto__',
    ),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 }),
    fc.record({ en: fc.string(), es: fc.oneof(fc.string(), fc.integer()) }, { requiredKeys: [] }),
  );
  const all = pages.flatMap((page) => placesIn(page, wholeOf(thin)).map((place) => ({ place })));
  fc.assert(
    fc.property(fc.nat(), fc.nat(), wrong, (which, where, value) => {
      const { place } = all[which % all.length]!;
      const wrongly = JSON.parse(JSON.stringify(value));
      const { broken, key } = mutated(place.part, where, wrongly);
      // An empty short name is filled in on purpose.
      fc.pre(!['slug', 'id', 'code'].includes(key) || (wrongly !== null && String(wrongly).trim() !== ''));
      const around = { ...place.around, published: null };
      expect(readForm(place.fields, sentUnchanged(place.fields, broken, around), broken, { around })).toEqual(
        broken,
      );
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['1,000', 1000],
  ['350000.50', 350_000.5],
  ['25,000,000', 25_000_000],
  // A thousand in Spanish, and one in English.
  ['1.000', '1.000'],
  ['25.000', '25.000'],
  ['0.125', 0.125],
  ['1.0005', 1.0005],
])('an amount typed as %s is read as %s, and what has two meanings stays to be told', (typed, amount) => {
  const fields = [
    { kind: 'line', key: 'amount', type: 'amount', label: { en: 'Number', es: 'Cifra' } },
  ] as const;
  const around = { ...placesIn(pages[0]!, wholeOf(thin))[0]!.around };
  expect(readForm(fields, { amount: [typed] }, {}, { around })).toEqual({ amount });
});

test('degrees have as many decimals as they have', () => {
  const fields = [
    { kind: 'line', key: 'longitude', type: 'degrees', label: { en: 'Longitude', es: 'Longitud' } },
  ] as const;
  const around = { ...placesIn(pages[0]!, wholeOf(thin))[0]!.around };
  expect(readForm(fields, { longitude: ['-80.843'] }, {}, { around })).toEqual({ longitude: -80.843 });
});

/** The part with one of its values, at any depth, replaced. */
function mutated(part: Part, where: number, value: unknown): { broken: Part; key: string } {
  const paths = pathsIn(part);
  const path = paths[where % Math.max(paths.length, 1)] ?? [];
  return { broken: path.length > 0 ? (replaced(part, path, value) as Part) : part, key: path.at(-1) ?? '' };
}

function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function replaced(whole: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((one, i) => (String(i) === step ? replaced(one, rest, value) : one));
  }
  const group = whole as Part;
  return { ...group, [step]: replaced(group[step], rest, value) };
}

function thinned(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(thinned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, thinned(one)]));
}
