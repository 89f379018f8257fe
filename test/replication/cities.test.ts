import { expect, test } from 'vitest';
import type { Told } from './log-of.ts';
import { neighborSite, openState, read, readingOf, readings, wellKnown } from './support.ts';
import { cityOfWeek47, keyring, later, monday, week47 } from './weeks.ts';

const described = (slug: string) => ({ slug, title: { en: slug, es: slug }, url: '' });

const wrong: [string, reason: string, Told[]][] = [
  [
    'a statement of another campaign',
    'other-campaign',
    [{ week: '2026-W47', n: 9, more: { campaign: { slug: 'other', trained: 0 } } }],
  ],
  [
    'a statement that names no campaign',
    'other-campaign',
    [{ week: '2026-W47', n: 9, more: { campaign: undefined } as never }],
  ],
  [
    'a statement whose sums do not fit',
    'wrong-sums',
    [{ week: '2026-W47', n: 9, more: { places: { by: {}, fewer: 10 } } }],
  ],
  ['a statement of a week that has not ended', 'from-the-future', [{ week: '2026-W49', n: 9 }]],
  [
    'a statement that is no statement',
    'not-a-statement',
    [{ week: '2026-W47', n: 9, more: { account: { confirmed: -1 } as never } }],
  ],
];

test.each(wrong)('%s is refused', async (_what, reason, told) => {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  await site.show(keyring, told, (answers) => {
    // What the site says of itself is not signed, so it can name any statement.
    const actions = [{ ...described('ask'), kind: 'petition', week: told[0]?.week }];
    answers['/.well-known/undersigned.json?campaign=city'] = wellKnown({ slug: 'city', actions });
  });
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({
    ...{ state: 'refused', reason, signatures: 0, counts: false, statements: [] },
  });
});

test('a later statement that names another one before it than was kept is refused', async () => {
  const { site, id } = await cityOfWeek47();
  const previous = { index: 0, leaf: 'b'.repeat(64) };
  await site.show(keyring, [...week47, { week: '2026-W48', n: 150, more: { previous } }]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    reason: 'contradicts',
    signatures: 120,
    counts: false,
  });
});

test('a campaign that is not there, and one without a statement, are said', async () => {
  const site = await neighborSite();
  const { id } = await openState([{ ...site, campaigns: ['city', 'new', 'none'] }], monday);
  await site.show(keyring, week47, (answers) => {
    answers['/.well-known/undersigned.json?campaign=new'] = wellKnown({ slug: 'new', actions: [] });
    answers['/.well-known/undersigned.json?campaign=none'] = wellKnown(null);
  });
  await read(monday);
  expect(await readings(id, monday)).toMatchObject([
    { campaign: 'city', state: 'verified', signatures: 120 },
    { campaign: 'new', state: 'unread', reason: 'no-statement' },
    { campaign: 'none', state: 'refused', reason: 'no-campaign' },
  ]);
});

test('more signatures than people are shown as such', async () => {
  const site = await neighborSite();
  const { id } = await openState([{ ...site, population: 100 }], monday);
  await site.show(keyring, week47);
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({ state: 'verified', isAbovePopulation: true });
});
