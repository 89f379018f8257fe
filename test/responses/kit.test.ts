import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { findAsks } from '../../worker/responses/store.ts';
import { askingKit } from '../support/asking-kit.ts';
import { checkKit, openKit } from '../support/kits.ts';
import { changed, nextMonday, opened } from '../support/opened-kits.ts';

type Kit = ReturnType<typeof askingKit>;

async function asksOf(kit: Kit) {
  const context = await findContext(env.DB, kit.petitions[0]?.slug ?? '');
  return findAsks(env.DB, context?.action.id ?? 0);
}

const askNow = (kit: Kit) =>
  env.DB.prepare(
    `UPDATE answer_requests SET asked_at = 5 WHERE signatures = 3
       AND action_id = (SELECT id FROM actions WHERE slug = ?)`,
  )
    .bind(kit.petitions[0]?.slug)
    .run();

test('a kit lists the asks of a petition, and says at which threshold each is put to whom', async () => {
  const kit = askingKit();
  const { changes } = await opened(kit);
  expect(changes).toContain(`petition ${kit.petitions[0]?.slug}, ask train added`);
  expect(
    (await asksOf(kit)).map(({ slug, asked }) => [
      slug,
      ...asked.map((one) => [one.committee.slug, one.signatures, one.withinDays, one.askedAt]),
    ]),
  ).toEqual([
    ['train', ['safety', 3, 14, null]],
    ['check', ['safety', 3, 14, null]],
    ['pay', ['budget', 10, 30, null]],
  ]);
});

test.each<[string, (kit: Kit) => unknown, string]>([
  [
    'a threshold that the petition does not have',
    (kit) => (kit.official_responses[0]!.requests[0]!.at_signatures = 4),
    'official_responses[0].requests[0].at_signatures: is not a threshold of the petition',
  ],
  [
    'a committee that is none',
    (kit) => (kit.official_responses[0]!.requests[1]!.committee = 'parks'),
    'official_responses[0].requests[1].committee: is not a committee of this council',
  ],
  [
    'an ask that is not listed',
    (kit) => (kit.official_responses[0]!.requests[1]!.asks = ['fly']),
    'official_responses[0].requests[1].asks[0]: is not one of the asks above',
  ],
  [
    'a petition of another kit',
    (kit) => (kit.official_responses[0]!.petition = 'elsewhere'),
    'official_responses[0].petition: is not a petition of this kit',
  ],
  [
    'one ask twice of one committee',
    (kit) =>
      (kit.official_responses[0]!.requests[1] = { at_signatures: 10, committee: 'safety', asks: ['train'] }),
    'official_responses[0].requests: ask the same of one committee twice',
  ],
])('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  const kit = askingKit();
  breakIt(kit);
  const found = checkKit(kit);
  const problems = found.ok ? [] : found.error;
  expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([problem]);
});

test('what was asked stays: its day, its words and its threshold, though the kit drops it', async () => {
  const kit = askingKit();
  await opened(kit);
  await askNow(kit);
  const reworded = changed(kit, ({ official_responses: [one] }) => {
    one!.asks[0]!.text.en = 'Train nobody';
  });
  const refused = await openKit(env.DB, reworded, nextMonday);
  expect(refused).toMatchObject({
    error: [
      {
        path: 'official_responses[0].asks[0].text',
        message: 'was asked of a committee in other words: give a changed ask a slug of its own',
      },
    ],
  });
  await opened(
    changed(kit, (next) => {
      next.official_responses = [];
    }),
    nextMonday,
  );
  expect((await asksOf(kit)).map(({ slug }) => slug)).toEqual(['train', 'check']);
});
