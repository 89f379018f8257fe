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

test('many petitions do not make more people: their sum is held against the population', async () => {
  const site = await neighborSite();
  const { id } = await openState([{ ...site, population: 100 }], monday);
  const each = (n: number) => ({ week: '2026-W47', n, action: `ask-${n}` });
  await site.show(keyring, [each(60), each(40)]);
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({ signatures: 100, counts: true });
  await site.show(keyring, [each(60), each(40), each(1)]);
  await read(later(1));
  expect(await readingOf(id, later(1))).toMatchObject({
    ...{ signatures: 101, counts: false, isAbovePopulation: true },
  });
});

test('a description that cannot be read is a matter of its campaign alone', async () => {
  const site = await neighborSite();
  const campaigns = ['a', 'b', 'c'];
  const { id } = await openState([{ ...site, campaigns }], monday);
  const first = campaigns.map((campaign, i) => ({
    campaign,
    action: `ask-${campaign}`,
    week: '2026-W47',
    n: i + 1,
  }));
  const all = [...first];
  await site.show(keyring, all);
  await read(monday);
  const long = { name: { en: 'x', es: 'x' }, address: `https://${'x'.repeat(500)}.example` };
  const shows = [
    ['unreadable', { text: '{"undersigned":1' }],
    ['unreadable', wellKnown({ slug: 'b', actions: [], network: [long] })],
    ['wrong-type', { type: 'text/html', text: 'no' }],
    ['too-long', { mood: { bytes: 300_000 } }],
  ] as const;
  for (const [i, [reason, answer]] of shows.entries()) {
    const next = first.map((one) => ({ ...one, week: `2026-W${48 + i}`, n: one.n + 10 * (i + 1) }));
    all.push(...next);
    await site.show(keyring, all, (answers) => {
      answers['/.well-known/undersigned.json?campaign=b'] = { type: 'application/json', ...answer };
    });
    await read(later(7 * (i + 1)));
    expect(await readings(id, later(7 * (i + 1)))).toMatchObject([
      { state: 'verified', signatures: 1 + 10 * (i + 1) },
      { state: 'refused', reason, signatures: 2, week: '2026-W47' },
      { state: 'verified', signatures: 3 + 10 * (i + 1) },
    ]);
  }
});

test('a site that names other petitions each time is kept to twenty of them', async () => {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  const named = (from: number) =>
    Array.from({ length: 15 }, (_, i) => ({ week: '2026-W47', n: 1, action: `ask-${from + i}` }));
  const all = [...named(0), ...named(15)];
  const show = (actions: typeof all) =>
    site.show(keyring, all, (answers) => {
      const told = actions.map(({ action, week }) => ({
        ...{ slug: action, kind: 'petition', title: { en: 'x', es: 'x' }, url: 'x', week },
      }));
      answers['/.well-known/undersigned.json?campaign=city'] = wellKnown({ slug: 'city', actions: told });
    });
  await show(named(0));
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({ state: 'verified', signatures: 15 });
  await show(named(15));
  await read(later(1));
  const found = await readingOf(id, later(1));
  expect(found).toMatchObject({
    state: 'refused',
    reason: 'too-many-actions',
    signatures: 20,
    counts: false,
  });
  expect(found.statements).toHaveLength(20);
});
