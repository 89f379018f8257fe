import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit, parseKit } from '../support/kits.ts';
import { both, idOf, openStrategy, statement, strategyKit, undo } from './support.ts';

const app = testApp();

const problemsOf = (json: unknown) => {
  const parsed = parseKit(json);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
};

test('the Charlotte kit has the seats, the committees and the kinds of groups, and no position of anybody', () => {
  const { stakeholders } = charlotte.strategy;
  expect(new Set(stakeholders.map(({ kind }) => kind))).toEqual(
    new Set(['decides', 'police', 'survivors', 'shares']),
  );
  const seats = stakeholders.flatMap((one) => ('seat' in one ? [one.seat] : []));
  expect(seats).toEqual(charlotte.council.seats.map(({ slug }) => slug));
  for (const { name } of charlotte.council.committees) {
    expect(stakeholders.map((one) => one.name.en)).toContain(name.en);
  }
  const keys = new Set(stakeholders.flatMap((one) => Object.keys(one)));
  expect([...keys].toSorted()).toEqual(['about', 'kind', 'name', 'seat', 'slug']);
});

test('a kit says no position, no tie and no mark, and names only seats that there are', () => {
  const kit = strategyKit();
  const [first, ...others] = kit.strategy.stakeholders;
  const withKey = (more: object) => ({
    ...kit,
    strategy: { stakeholders: [{ ...first, ...more }, ...others] },
  });
  for (const key of ['support', 'influence', 'target', 'family', 'health', 'home']) {
    expect(problemsOf(withKey({ [key]: 'for' })).join()).toContain(key);
  }
  expect(problemsOf(withKey({ seat: 'seat-9' }))).toEqual([
    'strategy.stakeholders[0].seat: is not a seat of this council',
  ]);
  expect(problemsOf(withKey({ seat: 'seat-2' })).join()).toContain('used twice');
  expect(problemsOf(withKey({ slug: 'seat-2' })).join()).toContain('used twice');
});

test('a kit that is opened again adds what is new and leaves what organizers entered', async () => {
  const kit = strategyKit();
  const { campaign, owner } = await openStrategy(app, kit);
  const id = await idOf(app, campaign, 'A shelter');
  const seen = /name="seen" value="(\w+)"/.exec(await owner.read(`/stakeholders/${id}/edit`))?.[1] ?? '';
  await owner.post(`/stakeholders/${id}/edit`, { 'name.en': 'The shelter', kind: 'survivors', seen });
  const gone = await idOf(app, campaign, 'Seat 7');
  await owner.post(`/stakeholders/${gone}/remove`, { seen: gone });
  await owner.post('/new-stakeholder', { 'name.en': 'Ours', kind: 'shares' });
  const church = { slug: 'church', name: both('A church'), kind: 'shares' };
  const more = { ...kit, strategy: { stakeholders: [...kit.strategy.stakeholders, church] } };
  const opened = await openKit(env.DB, more, app.now());
  expect(opened.ok && opened.value.changes).toEqual(['stakeholder church added']);
  const list = await owner.read('/strategy');
  for (const name of ['The shelter', 'Ours', 'A church']) expect(list).toContain(name);
  expect(list).not.toContain('Seat 7');
  const { strategy: _, ...without } = kit;
  await openKit(env.DB, without, app.now());
  expect(await owner.read('/strategy')).toContain('A church');
});

test('the kit as it stands is the file: nothing of what was entered in the console is in it', async () => {
  const kit = strategyKit();
  const { campaign, owner } = await openStrategy(app, kit);
  const before = await owner.read('/write/kit.json');
  const seat = await idOf(app, campaign, 'Seat 1');
  const done = await owner.post(`/stakeholders/${seat}/evidence`, statement);
  await owner.post('/new-stakeholder', { 'name.en': 'Entered in the console', kind: 'shares' });
  expect(await owner.read('/write/kit.json')).toBe(before);
  await undo(owner, done);
  expect(await owner.read('/write/kit.json')).toBe(before);
});
