import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../worker/kits/extends/hash.ts';
import { applyPatch, patchOf } from '../../../worker/kits/extends/patch-rules.ts';
import { lockedChanges, type ReadParent, resolveKit } from '../../../worker/kits/extends/resolve.ts';
import { childWith, offersOf, rewritten } from '../../../worker/kits/extends/update-rules.ts';
import { isGroup, type Json, type JsonObject, valueAt } from '../../../worker/kits/json-rules.ts';

const keys = ['title', 'facts', 'norms', 'slug-less', '28202', '10', '9'];
const names = ['main', 'budget', 'second', 'last'];

/** Values as kits have them: groups, lists of named entries, lists of texts and of numbers. */
const { value, group } = fc.letrec<{ value: Json; group: JsonObject; entry: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ maxLength: 6 }),
    fc.integer(),
    fc.boolean(),
    tie('group'),
    fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.integer()), { maxLength: 3 }) as fc.Arbitrary<Json>,
    fc.uniqueArray(tie('entry'), { maxLength: 4, selector: (one) => one.slug }) as fc.Arbitrary<Json>,
  ),
  entry: fc
    .tuple(fc.constantFrom(...names), tie('group'))
    .map(([slug, fields]) => ({ slug, ...fields })) as fc.Arbitrary<JsonObject>,
  group: fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }) as fc.Arbitrary<JsonObject>,
}));

/** A JSON Merge Patch by the text of RFC 7396, section 2, for values without lists of named entries. */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isGroup(patch)) return patch;
  const merged: JsonObject = isGroup(target) ? { ...target } : {};
  for (const [key, one] of Object.entries(patch)) {
    if (one === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], one);
  }
  return merged;
}

describe('a patch', () => {
  test('is what RFC 7396 says, by its own examples', () => {
    const examples: [Json, Json, Json][] = [
      [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
      [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
      [{ a: 'b' }, { a: null }, {}],
      [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
      [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
      [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
      [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
      [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
      [
        ['a', 'b'],
        ['c', 'd'],
        ['c', 'd'],
      ],
      [{ a: 'b' }, ['c'], ['c']],
      [{ a: 'foo' }, 'bar', 'bar'],
      [[1, 2], { a: 'b', c: null }, { a: 'b' }],
      [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    ];
    for (const [target, patch, wanted] of examples) expect(applyPatch(target, patch)).toEqual(wanted);
  });

  test('without lists of named entries is a JSON Merge Patch', () => {
    const plain = fc
      .jsonValue({ maxDepth: 4 })
      .filter((one) => !/"(slug|code|id|signatures|\$)/.test(JSON.stringify(one)));
    fc.assert(
      fc.property(plain, plain, (target, patch) => {
        fc.pre(patch !== null);
        expect(applyPatch(target as Json, patch as Json)).toEqual(mergePatch(target as Json, patch as Json));
      }),
    );
  });

  test('that is made of two values makes the second of the first, and is nothing where they say the same', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = patchOf(before, after);
        if (patch !== undefined) expect(applyPatch(before, patch)).toEqual(after);
        else expect(before).toEqual(after);
        expect(patchOf(after, after)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('names only what changes in a list with names', () => {
    const before = [
      { slug: 'main', title: 'One', text: 'Long' },
      { slug: 'budget', title: 'Two' },
    ];
    const after = [{ slug: 'main', title: 'Other', text: 'Long' }, { slug: 'last' }];
    expect(patchOf(before, after)).toEqual([
      { slug: 'budget', $delete: true },
      { slug: 'main', title: 'Other' },
      { slug: 'last' },
    ]);
    expect(patchOf(before, before.toReversed())).toEqual({ $replace: before.toReversed() });
  });
});

test('the hash says nothing of layout, and is that of RFC 8785', () => {
  fc.assert(
    fc.property(group, (one) => {
      const reversed = Object.fromEntries(Object.entries(one).reverse());
      expect(hashOf(reversed)).toBe(hashOf(one));
    }),
  );
  // {"10":1,"9":2,"a":"é"}: the order is that of code units, not of numbers.
  expect(hashOf({ a: 'é', 9: 2, 10: 1 })).toBe(
    'd2bfb95f147bb6235953044c8e880da1674a5e67d3299f39efa316f0b6713d94',
  );
});

const file = (json: Json, at = 'child.json') => ({ json, at });
const readFrom =
  (files: Record<string, Json>): ReadParent =>
  async ({ from }) => {
    const json = files[from];
    return json === undefined ? { ok: false, error: 'is not there' } : { ok: true, value: file(json, from) };
  };
const extending = (from: string, parent: Json) => ({ from, sha256: hashOf(parent) });

describe('an update', () => {
  const noLocks = { locks: [] as string[] };

  test('that takes everything has what the parent changed, and keeps what the child changed elsewhere', () => {
    fc.assert(
      fc.property(group, group, group, (was, is, child) => {
        const offers = offersOf({ kit: was, ...noLocks }, { kit: is, ...noLocks }, child);
        const taken = offers.filter(({ state }) => state === 'open');
        const updated = childWith(child, taken);
        for (const { change } of taken.filter(({ change }) => !change.isOrder)) {
          expect(valueAt(updated, change.path)).toEqual(change.after);
        }
        const touched = taken.map(({ path }) => path);
        for (const offer of offers.filter(({ state }) => state === 'changed')) {
          if (touched.some((path) => path.startsWith(offer.path) || offer.path.startsWith(path))) continue;
          expect(valueAt(updated, offer.change.path)).toEqual(offer.own);
        }
        if (offers.length === 0) expect(updated).toEqual(child);
      }),
      { numRuns: 500 },
    );
  });

  test('written over the new parent says exactly what was decided', async () => {
    await fc.assert(
      fc.asyncProperty(
        group,
        group,
        group,
        fc.infiniteStream(fc.boolean()),
        async (was, is, child, coins) => {
          const offers = offersOf({ kit: was, ...noLocks }, { kit: is, ...noLocks }, child);
          const decided = childWith(
            child,
            offers.filter(({ state }) => state !== 'gone' && coins.next().value),
          );
          const written = rewritten(
            { extends: { from: 'parent.json', sha256: hashOf(was) } },
            { parent: is, child: decided, sha256: hashOf(is) },
          );
          const resolved = await resolveKit(file(written), readFrom({ 'parent.json': is }));
          expect(resolved).toMatchObject({ ok: true, value: { kit: decided } });
          expect(resolved.ok && resolved.value.kit).toEqual(decided);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('leaves nothing that is locked other than the parent says', async () => {
    await fc.assert(
      fc.asyncProperty(group, group, group, fc.constantFrom(...keys), async (was, is, changes, locked) => {
        const child = applyPatch(was, changes) as JsonObject;
        const locks = [locked];
        const offers = offersOf({ kit: was, locks: [] }, { kit: is, locks }, child);
        const updated = childWith(
          child,
          offers.filter(({ state }) => state === 'locked'),
        );
        expect(lockedChanges(is, updated, locks)).toEqual([]);
        const parent = { ...is, locks };
        const written = rewritten(
          { extends: extending('parent.json', parent) },
          { parent: is, child: updated, sha256: hashOf(parent) },
        );
        expect(await resolveKit(file(written), readFrom({ 'parent.json': parent }))).toMatchObject({
          ok: true,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a lock', () => {
  test('is held against every change of what it names, below it and above it', async () => {
    await fc.assert(
      fc.asyncProperty(group, group, fc.constantFrom(...keys), async (kit, patch, locked) => {
        const parent = { ...kit, locks: [locked] };
        const child = { ...patch, extends: extending('parent.json', parent) };
        const resolved = await resolveKit(file(child), readFrom({ 'parent.json': parent }));
        const whole = applyPatch(kit, patch) as JsonObject;
        const isKept = hashOf(whole[locked] ?? null) === hashOf(kit[locked] ?? null);
        expect(resolved.ok).toBe(isKept);
        if (!resolved.ok) {
          for (const { path, message } of resolved.error) {
            expect(path.split(/[.[]/)[0]).toBe(locked);
            expect(message).toBe('is locked by parent.json: it cannot be changed');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a lock on a part of each entry lets new entries in, and holds those that are there', async () => {
  const parent = {
    petitions: [
      { slug: 'main', title: 'One', text: 'Fixed' },
      { slug: 'second', title: 'Two', text: 'Fixed as well' },
    ],
    locks: ['petitions[*].text', 'campaign.facts'],
  };
  const of = (patch: JsonObject) =>
    resolveKit(
      file({ ...patch, extends: extending('parent.json', parent) }),
      readFrom({ 'parent.json': parent }),
    );
  const added = await of({
    petitions: [
      { slug: 'own', title: 'Own', text: 'Ours' },
      { slug: 'main', title: 'Uno' },
    ],
  });
  expect(added.ok).toBe(true);
  for (const [patch, ...paths] of [
    [{ petitions: [{ slug: 'main', text: 'Other' }] }, 'petitions[main].text'],
    [{ petitions: [{ slug: 'main', $delete: true }] }, 'petitions[main]'],
    [{ petitions: null }, 'petitions'],
    [{ petitions: { $replace: [] } }, 'petitions[main]', 'petitions[second]'],
    [{ campaign: { facts: ['made up'] } }, 'campaign'],
  ] as [JsonObject, ...string[]][]) {
    const refused = await of(patch);
    expect(refused.ok ? [] : refused.error.map((one) => one.path)).toEqual(paths);
  }
});
