import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { problemsOf } from '../support/broken-kits.ts';
import { freshSlug, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import {
  changed,
  everyRow,
  nextMonday,
  opened,
  rowOfAction,
  saturday,
  sign,
  targetOf,
} from '../support/opened-kits.ts';
import { brokenPetitions } from './broken-kits.ts';

const db = env.DB;

type Kit = ReturnType<typeof smallKit>;

function slugOf(kit: Kit): string {
  return kit.petitions[0]!.slug;
}

test.each(brokenPetitions)(
  'a kit with %s is refused, and the refusal says where',
  (_what, breakIt, problem) => {
    expect(problemsOf(breakIt)).toEqual([problem]);
  },
);

test('a petition opens with its first day and closes with the end of its last, on the city’s clock', async () => {
  const kit = smallKit({ opensOn: '2026-11-01', closesOn: '2027-03-14' });
  await opened(kit);
  const { state, opens_at, closes_at } = await rowOfAction(slugOf(kit));
  expect([state, opens_at, closes_at]).toEqual([
    'open',
    Date.parse('2026-11-01T04:00:00Z'),
    Date.parse('2027-03-15T04:00:00Z'),
  ]);
});

test('an update keeps signatures, their counts and the moment that a threshold was reached', async () => {
  const kit = smallKit({ thresholds: [3, 10] });
  await opened(kit);
  await sign(slugOf(kit));
  const { id } = await rowOfAction(slugOf(kit));
  await db
    .prepare('UPDATE thresholds SET reached_at = 5 WHERE action_id = ? AND signatures = 3')
    .bind(id)
    .run();

  const next = changed(kit, ({ petitions }) => {
    petitions[0]!.title.en = 'A new title';
    petitions[0]!.thresholds = [{ signatures: 20, name: { en: 'Twenty', es: 'Veinte' } }];
  });
  const { changes, kept } = await opened(next, nextMonday);
  expect(changes).toContain(`petition ${slugOf(kit)}: title, text version changed`);
  expect(changes).toContain(`petition ${slugOf(kit)}, threshold 10 removed`);
  expect(kept).toEqual([`petition ${slugOf(kit)}, threshold 3 is not in the kit and stays`]);

  const { results: thresholds } = await db
    .prepare('SELECT signatures, reached_at FROM thresholds WHERE action_id = ? ORDER BY signatures')
    .bind(id)
    .all();
  expect(thresholds).toEqual([
    { signatures: 3, reached_at: 5 },
    { signatures: 20, reached_at: null },
  ]);
  const count = await db.prepare('SELECT n FROM signature_counts WHERE action_id = ?').bind(id).first();
  expect(count).toEqual({ n: 1 });
});

test.each([
  ['closed', 'closed_at = 1'],
  ['rejected', 'rejection = \'{"reason":"other"}\''],
  ['removed', 'closed_at = NULL'],
])('a petition that people have %s is not opened again, nor its dates moved', async (state, also) => {
  const kit = smallKit();
  await opened(kit);
  await db.prepare(`UPDATE actions SET state = ?, ${also} WHERE slug = ?`).bind(state, slugOf(kit)).run();
  const before = await rowOfAction(slugOf(kit));
  const { changes, kept } = await opened(
    changed(kit, ({ petitions }) => (petitions[0]!.closes_on = '2028-01-01')),
    nextMonday,
  );
  expect(changes).toEqual([]);
  expect(kept).toEqual([`petition ${slugOf(kit)} is ${state} and stays so, the kit says open`]);
  expect(await rowOfAction(slugOf(kit))).toEqual(before);
});

test('a draft opens when its kit says so, and an open petition never goes back to a draft', async () => {
  const kit = smallKit();
  const draft = changed(kit, ({ petitions }) => Object.assign(petitions[0]!, { state: 'draft' }));
  await opened(draft);
  expect((await rowOfAction(slugOf(kit))).state).toBe('draft');
  expect((await opened(kit)).changes).toEqual([`petition ${slugOf(kit)}: state changed`]);
  expect((await opened(draft)).kept).toEqual([
    `petition ${slugOf(kit)} is open and stays so, the kit says draft`,
  ]);
});

test('a kit cannot take over the petition of another campaign', async () => {
  const [mine, theirs] = [smallKit({ petitions: 2 }), smallKit()];
  await opened(mine);
  await opened(theirs);
  const before = await everyRow();
  const greedy = changed(mine, ({ petitions }) => (petitions[1]!.slug = slugOf(theirs)));
  expect(await openKit(db, greedy, saturday)).toEqual({
    ok: false,
    error: [{ path: 'petitions[1].slug', message: `is a petition of the campaign ${theirs.campaign.slug}` }],
  });
  expect(await everyRow()).toBe(before);
});

test('short links lead to the petition with their source, and are printed where it is', async () => {
  const code = freshSlug('link');
  const kit = changed(smallKit(), ({ petitions }) => {
    petitions[0]!.links = [{ code, source: 'poster' }];
  });
  const { slug } = kit.petitions[0]!;
  expect((await opened(kit)).changes).toContain(`short link ${code} added`);
  expect(await targetOf(code)).toBe(`/petitions/${slug}?source=poster`);
  expect((await opened(kit, nextMonday)).changes).toEqual([]);

  const without = changed(kit, ({ petitions }) => {
    petitions[0]!.links = [];
  });
  expect((await opened(without, nextMonday)).changes).toEqual([`short link ${code} removed`]);
  expect(await targetOf(code)).toBeNull();
});
