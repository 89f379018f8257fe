import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changesOf,
  isSame,
  type Json,
  type Path,
  pathText,
  valueAt,
  withChange,
} from '../../worker/kits/json-rules.ts';
import { mergeOf } from '../../worker/kits/merge-rules.ts';

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

test('where one side changed nothing, a merge is the other, and what contradicts is told once for each side', () => {
  fc.assert(
    fc.property(kit, kit, kit, (base, ours, theirs) => {
      const { merged, mine, conflicts } = mergeOf(base, ours, theirs);
      if (isSame(base, ours)) expect([conflicts, merged]).toEqual([[], theirs]);
      if (isSame(base, theirs)) expect([conflicts, merged]).toEqual([[], ours]);
      if (conflicts.length === 0) expect(mine).toEqual(merged);
      for (const { path, after } of ownChanges(base, ours, conflicts)) {
        expect(isSame(valueAt(merged, path), after), pathText(path)).toBe(true);
      }
      for (const one of conflicts) {
        expect(isSame(valueAt(merged, one.path), one.theirs), pathText(one.path)).toBe(true);
        const isNumbered = one.path.some((step) => typeof step === 'number');
        if (!isNumbered) expect(isSame(valueAt(mine, one.path), one.ours)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

type Entry = { slug?: string; question: string; answer: string };
const deeds = fc.array(fc.constantFrom('keep', 'ours', 'theirs', 'ours gone', 'theirs gone'), {
  maxLength: 5,
});
const count = fc.nat({ max: 2 });

test('what only one side added, changed or took out is so in the merged list, with names and without', () => {
  fc.assert(
    fc.property(fc.boolean(), deeds, count, count, fc.nat({ max: 5 }), (areNamed, done, a, b, at) => {
      const entry = (name: string): Entry => ({
        ...(areNamed && { slug: name }),
        question: `${name}?`,
        answer: `${name}!`,
      });
      const base = done.map((_, i) => entry(`base${i}`));
      const edited = (one: Entry) => ({ ...one, answer: `${one.answer} More.` });
      const side = (own: string, added: Entry[]) => {
        const list = base.flatMap((one, i) =>
          done[i] === own ? [edited(one)] : done[i] === `${own} gone` ? [] : [one],
        );
        list.splice(at, 0, ...added);
        return list;
      };
      const added = (own: string, n: number) => Array.from({ length: n }, (_, i) => entry(`${own}${i}`));
      const [ours, theirs] = [side('ours', added('ours', a)), side('theirs', added('theirs', b))];
      const { merged, conflicts } = mergeOf({ list: base }, { list: ours }, { list: theirs });
      const expected = [
        ...base.flatMap((one, i) =>
          done[i]?.endsWith('gone') ? [] : [done[i] === 'keep' ? one : edited(one)],
        ),
        ...added('ours', a),
        ...added('theirs', b),
      ];
      const sorted = (list: unknown) => (list as Entry[]).map((one) => JSON.stringify(one)).toSorted();
      expect(conflicts).toEqual([]);
      expect(sorted((merged as { list: Json }).list)).toEqual(sorted(expected));
    }),
    { numRuns: 400 },
  );
});

test('two who begin an entry in a list that was not there get one each', () => {
  expect(mergeOf({}, { facts: [{}] }, { facts: [{}] }).merged).toEqual({ facts: [{}, {}] });
  expect(mergeOf({}, { facts: [{ a: 1 }] }, { facts: [{ a: 2 }] }).merged).toEqual({
    facts: [{ a: 2 }, { a: 1 }],
  });
  expect(mergeOf({ on: ['a'] }, { on: ['a', 'b', 'c'] }, { on: ['a', 'b'] }).merged).toEqual({
    on: ['a', 'b', 'c'],
  });
});

test('one takes out what the other changes: both versions of the list are told, with all else merged', () => {
  const [x, y, z] = ['x', 'y', 'z'].map((name) => ({ question: name, answer: name }));
  const changed = { question: 'y', answer: 'y!' };
  const { merged, mine, conflicts } = mergeOf(
    { list: [x!, y!] },
    { list: [x!] },
    { list: [x!, changed, z!] },
  );
  expect([merged, mine]).toEqual([{ list: [x, changed, z] }, { list: [x, z] }]);
  expect(conflicts).toEqual([{ path: ['list'], base: [x, y], ours: [x, z], theirs: [x, changed, z] }]);
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
  expect(mergeOf(base, ours, theirs)).toMatchObject({
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

/** What we changed and no conflict tells. Lists are merged entry by entry, which the property above holds. */
function ownChanges(base: Json, ours: Json, conflicts: readonly { path: Path }[]) {
  const told = conflicts.map(({ path }) => pathText(path));
  return changesOf(base, ours).filter(({ path, before, after, isOrder }) => {
    const at = pathText(path);
    const isOfList = path.some((step) => typeof step === 'number') || [before, after].some(Array.isArray);
    return !isOrder && !isOfList && !told.some((one) => at.startsWith(one) || one.startsWith(at));
  });
}
