import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FieldViews } from '../../worker/forms/pages/fields.tsx';
import { placesIn } from '../../worker/forms/place-rules.ts';
import { readForm } from '../../worker/forms/read-rules.ts';
import { viewOf } from '../../worker/forms/view-rules.ts';
import charlotte from '../../worker/kits/charlotte.json';
import type { Around, Fields, Part } from '../../worker/kits/form-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { valuesIn } from '../support/form-values.ts';

const pages = shippedHouse.kitSections.flatMap(({ forms }) => forms.pages);
/** The Charlotte kit with two entries in each list, which is read faster. */
const thin = thinned(charlotte) as Part;
const kept = new Set<string>();
const wholeOf = (kit: unknown) => ({ kit: kit as Part, published: null, kept });

/** What the form of this part would send if nobody changed it. */
function sent(fields: Fields, part: unknown, around: Around) {
  const shell = { language: 'en' as const, languages: ['en' as const, 'es' as const], path: '/' };
  const views = viewOf(fields, part, { around, language: 'en', problems: [] });
  const html = String(
    <FieldViews views={views} shell={shell as never} linkTo={(path) => path} previews={null} />,
  );
  return valuesIn(html);
}

test('a form that nobody changed changes nothing', () => {
  for (const page of pages) {
    for (const { fields, part, around } of placesIn(page, wholeOf(charlotte))) {
      expect(readForm(fields, sent(fields, part, around), part, around)).toEqual(part);
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
      const broken = mutated(place.part, where, JSON.parse(JSON.stringify(value)));
      const around = { ...place.around, published: null };
      expect(readForm(place.fields, sent(place.fields, broken, around), broken, around)).toEqual(broken);
    }),
    { numRuns: 60 },
  );
});

/** The part with one of its values, at any depth, replaced. */
function mutated(part: Part, where: number, value: unknown): Part {
  const paths = pathsIn(part);
  const path = paths[where % Math.max(paths.length, 1)];
  return path ? (replaced(part, path, value) as Part) : part;
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
