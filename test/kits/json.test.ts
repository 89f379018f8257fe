import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changesOf,
  isSame,
  type Json,
  mergeOf,
  pathText,
  valueAt,
  withChange,
} from '../../worker/kits/json-rules.ts';

const named = fc.uniqueArray(
  fc.record({
    slug: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
    title: fc.constantFrom('one', 'two', 'three'),
    list: fc.array(fc.constantFrom(1, 2, 3), { maxLength: 3 }),
  }),
  { selector: ({ slug }) => slug, maxLength: 4 },
);
const kit = fc.record(
  {
    title: fc.constantFrom<Json>('x', 'y', { en: 'x', es: 'y' }),
    petitions: named,
    words: fc.array(fc.constantFrom('p', 'q'), { maxLength: 3 }),
    pairs: fc.array(fc.record({ question: fc.constantFrom('?', '??'), answer: fc.constantFrom('!', '!!') }), {
      maxLength: 3,
    }),
    care: fc.constantFrom<Json>(null, { exit: true }, { exit: false, help: { heading: 'h' } }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Json>;

const withAll = (json: Json, changes: ReturnType<typeof changesOf>) =>
  changes.reduce<Json | null>((at, change) => at && withChange(at, change), json);

test('the changes between two kits, made one after another, lead from one to the other', () => {
  fc.assert(
    fc.property(kit, kit, (before, after) => {
      expect(isSame(withAll(before, changesOf(before, after)) ?? undefined, after)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a merge loses nothing: each change of both is in it, or its place is told', () => {
  fc.assert(
    fc.property(kit, kit, kit, (base, ours, theirs) => {
      const { merged, conflicts } = mergeOf(base, ours, theirs);
      const isTold = (path: string) => conflicts.some((one) => pathText(one.path) === path);
      for (const change of changesOf(base, ours)) {
        if (change.isOrder || isTold(pathText(change.path))) continue;
        expect(isSame(valueAt(merged, change.path), change.after)).toBe(true);
      }
      if (conflicts.length === 0 && isSame(base, ours)) expect(merged).toEqual(theirs);
      if (isSame(base, theirs)) expect([conflicts, isSame(merged, ours)]).toEqual([[], true]);
    }),
    { numRuns: 400 },
  );
});

test('two who change different entries and keys of a list both get theirs', () => {
  const base = {
    petitions: [
      { slug: 'a', title: 'A', ask: '1' },
      { slug: 'b', title: 'B', ask: '2' },
    ],
  };
  const ours = {
    petitions: [
      { slug: 'a', title: 'AA', ask: '1' },
      { slug: 'b', title: 'B', ask: '2' },
    ],
  };
  const theirs = {
    petitions: [
      { slug: 'b', title: 'B', ask: '22' },
      { slug: 'a', title: 'A', ask: '11' },
      { slug: 'c', title: 'C', ask: '3' },
    ],
  };
  expect(mergeOf(base, ours, theirs)).toEqual({
    conflicts: [],
    merged: {
      petitions: [
        { slug: 'b', title: 'B', ask: '22' },
        { slug: 'a', title: 'AA', ask: '11' },
        { slug: 'c', title: 'C', ask: '3' },
      ],
    },
  });
});

test('a key named __proto__ is a key like any other', () => {
  const odd: Json = JSON.parse('{"__proto__": {"polluted": 1}, "a": 2}');
  const [change] = changesOf({ a: 2 }, odd);
  expect(Object.hasOwn(withChange({ a: 2 }, change!) as object, '__proto__')).toBe(true);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
