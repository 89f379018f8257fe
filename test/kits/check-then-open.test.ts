import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkToOpen, openKit, tryToOpen } from '../../worker/kits/open.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { everyRow, opened } from '../support/opened-kits.ts';
import { smallSurvey } from '../support/surveys.ts';

/* What `kit check` passes, `kit open` takes, whatever was changed in the kit and whatever is stored already. */

const { DB: db } = env;
const options = { sections: await shippedHouse.kitSections(), now: aWednesday };

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

const wholeKit = () => ({ ...coalitionKit(), surveys: [smallSurvey()] });

/** The places in a kit, each as the way to it. */
function placesIn(json: Json, way: (string | number)[] = []): (string | number)[][] {
  if (typeof json !== 'object' || json === null) return [way];
  const inside = Object.entries(json).flatMap(([key, value]) =>
    placesIn(value, [...way, Array.isArray(json) ? Number(key) : key]),
  );
  return [way, ...inside];
}

function parentOf(kit: Json, way: (string | number)[]): Record<string | number, Json> {
  return way.slice(0, -1).reduce<Json>((at, key) => (at as never)[key], kit) as never;
}

type Mutation = { what: 'remove' | 'copy' | 'repeat' | 'set'; at: number; from: number; value: Json };

const mutations = fc.array(
  fc.record({
    what: fc.constantFrom('remove', 'copy', 'repeat', 'set' as const),
    at: fc.nat(),
    from: fc.nat(),
    value: fc.constantFrom<Json>(
      'town-1',
      'town-1-campaign',
      'town-1-petition',
      'survey-2',
      '1',
      'other',
      'poster',
      'safety',
      'yes',
      '2026-12-24',
      '2020-01-01',
      0,
      3,
      true,
      null,
    ),
  }) as fc.Arbitrary<Mutation>,
  { minLength: 1, maxLength: 3 },
);

/** Each is small, so that most kits stay near enough to a right one for the check to pass some. */
function mutated(kit: Json, changes: Mutation[]): Json {
  for (const { what, at, from, value } of changes) {
    const places = placesIn(kit).filter((way) => way.length > 1);
    const way = places[at % places.length]!;
    const key = way.at(-1)!;
    const parent = parentOf(kit, way);
    // Another value of the same key, such as a slug, is likelier to pass than any.
    const alike = places.filter(
      (other) => other.at(-1) === key || (typeof key === 'number' && typeof other.at(-1) === 'number'),
    );
    const source = alike[from % alike.length] ?? way;
    if (what === 'remove' && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (what === 'remove') delete parent[key];
    else if (what === 'repeat' && Array.isArray(parent)) parent.push(structuredClone(parent[key] ?? null));
    else if (what === 'copy') parent[key] = structuredClone(parentOf(kit, source)[source.at(-1)!] ?? null);
    else parent[key] = value;
  }
  return kit;
}

test('of kits that were changed anyhow, each that passes is taken, and a trial changes nothing', async () => {
  const first = wholeKit();
  await opened(first);
  await opened(wholeKit());
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(mutations, fc.boolean(), async (changes, isNew) => {
      const base = JSON.parse(JSON.stringify(isNew ? wholeKit() : first));
      const kit = mutated(base, changes);
      const checked = await checkToOpen(db, kit, options);
      if (!checked.ok) return;
      const before = await everyRow();
      expect(await tryToOpen(db, checked.value, options)).toMatchObject({ ok: true });
      expect(await everyRow()).toBe(before);
      expect(await openKit(db, kit, options)).toMatchObject({ ok: true });
      taken += 1;
    }),
    { numRuns: 60 },
  );
  expect(taken).toBeGreaterThan(3);
});

test('what only the database knows is told by the trial, in words and without a change', async () => {
  const kit = wholeKit();
  const checked = await checkToOpen(db, kit, options);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const [campaigns, ...others] = options.sections;
  const odd = {
    ...campaigns!,
    open: () => [db.prepare("INSERT INTO switches VALUES ('no such switch', 0)")],
  };
  const before = await everyRow();
  expect(await tryToOpen(db, checked.value, { ...options, sections: [odd, ...others] })).toMatchObject({
    ok: false,
    error: [{ path: 'kit', message: expect.stringContaining('cannot be stored as it is') }],
  });
  expect(await everyRow()).toBe(before);
});
