import { beforeAll, expect, test } from 'vitest';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { hashedText } from '../../worker/organize/act-rules.ts';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { commitWithAct } from '../../worker/organize/commit-with-act.ts';
import { countOf, waitingWords } from '../../worker/organize/frame.ts';
import { sha256 } from '../../worker/platform/crypto/bytes.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { leaflets, leafletsTable } from './sample.ts';

const house = createHouse([
  ...features,
  { name: 'leaflets', tables: ['leaflets'], console: async () => leaflets },
]);
const app = testApp({}, { house });
const { db } = app.deps;
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];

beforeAll(async () => {
  await db.prepare(leafletsTable).run();
  ({ campaign } = await openPetition(db));
});

async function leaflet(id: string) {
  await db
    .prepare("INSERT INTO leaflets VALUES (?, ?, 'waiting', ?)")
    .bind(id, campaign.id, aWednesday.getTime())
    .run();
}
const stateOf = (id: string) => db.prepare('SELECT state FROM leaflets WHERE id = ?').bind(id).first('state');
const acts = () => runQuery(db, actsQuery(db, campaign.id, { most: 100 }));

test('what waits stands on the first page and beside its entry in the menu, for who may decide it', async () => {
  await leaflet('first');
  const moderator = await organizerIn(app, campaign, { role: 'moderator' });
  expect(await moderator.read('/organize')).toContain('1 leaflet waits');
  expect(await moderator.read('')).toContain('1 leaflet waits');
  expect(await moderator.read('?lang=es')).toContain('1 volante');
  const { menu } = JSON.parse(await moderator.read('/leaflets'));
  expect(menu).toContainEqual(
    expect.objectContaining({ label: 'Leaflets', isHere: true, count: { n: 1, more: false } }),
  );
  const viewer = await organizerIn(app, campaign, { role: 'viewer' });
  expect(await viewer.read('/organize')).toContain('Nothing waits here.');
  expect(await viewer.read('')).toContain('Print or enter sheets of paper</a>');
  expect(await viewer.read('')).not.toContain('Invite somebody');
  expect(await viewer.read('/organize')).toContain(
    `href="/organize/campaigns/${campaign.slug}/paper">Paper</a>`,
  );
});

test('a decision is an act in the batch of the change, told at once, and undone once', async () => {
  await leaflet('second');
  const moderator = await organizerIn(app, campaign, { role: 'moderator' });
  const decided = await moderator.post('/leaflets/second', { decision: 'approved', reason: 'fine' });
  expect(decided.status).toBe(303);
  expect(await stateOf('second')).toBe('approved');
  const [act] = await acts();
  expect(act).toMatchObject({
    actor: moderator.id,
    kind: 'decide-leaflet',
    subject: 'second',
    reason: 'fine',
    before: { state: 'waiting' },
    after: { state: 'approved' },
    count: 1,
  });
  const { done } = JSON.parse(await moderator.read(decided.headers.get('location') ?? ''));
  expect(done).toMatchObject({
    words: 'Leaflet second decided',
    undo: { back: `/organize/campaigns/${campaign.slug}/leaflets` },
  });

  const undone = await moderator.post(done.undo.action, { back: done.undo.back });
  expect(undone.status).toBe(303);
  expect(await stateOf('second')).toBe('waiting');
  expect((await acts())[0]).toMatchObject({ kind: 'undo', undoes: act?.id, after: { left: 0 } });
  expect((await moderator.post(done.undo.action)).status).toBe(409);
});

test('a decision on what has changed meanwhile is not made, and leaves no act', async () => {
  await leaflet('third');
  const [one, two] = [
    await organizerIn(app, campaign, { role: 'moderator' }),
    await organizerIn(app, campaign, { role: 'moderator' }),
  ];
  const before = (await acts()).length;
  const answers = await Promise.all([
    one.post('/leaflets/third', { decision: 'approved' }),
    two.post('/leaflets/third', { decision: 'hidden' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await acts()).toHaveLength(before + 1);
  expect(await db.prepare('SELECT count(*) AS n FROM act_checks').first('n')).toBe(0);
});

test('an act cannot be changed or deleted, and each carries the hash of the one before it', async () => {
  await expect(db.prepare("UPDATE acts SET reason = 'x'").run()).rejects.toThrow('append-only');
  await expect(db.prepare('DELETE FROM acts').run()).rejects.toThrow('append-only');
  const chain = (await acts()).toReversed();
  expect(chain[0]?.prev).toBe(`acts of campaign ${campaign.slug}`);
  for (const [index, act] of chain.entries()) {
    expect(act.hash).toBe(sha256(hashedText(act)));
    if (index > 0) expect(act.prev).toBe(chain[index - 1]?.hash);
  }
});

test('acts of six people at once are all written, in one chain', async () => {
  const before = (await acts()).length;
  const made = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      commitWithAct(app.deps, {
        act: { campaign, actor: 'command', kind: 'decide-leaflet', subject: `at-once-${index}` },
        steps: [],
        now: aWednesday,
      }),
    ),
  );
  expect(made.every(({ ok }) => ok)).toBe(true);
  const all = await acts();
  expect(all).toHaveLength(before + 6);
  expect(new Set(all.map(({ prev }) => prev)).size).toBe(all.length);
});

test('a thing that somebody takes care of is theirs until they give it back', async () => {
  await leaflet('claimed');
  const [one, two] = [
    await organizerIn(app, campaign, { role: 'moderator' }),
    await organizerIn(app, campaign, { role: 'moderator' }),
  ];
  await one.post('/claims', { what: 'leaflets', take: 'yes' });
  await two.post('/claims', { what: 'leaflets', take: 'yes' });
  expect(await two.read('')).toContain(`${one.email} takes care of this until`);
  expect(await one.read('')).toContain('You take care of this until');
  await two.post('/claims', { what: 'leaflets', take: 'no' });
  expect(await two.read('')).toContain(`${one.email} takes care of this until`);
  await one.post('/claims', { what: 'leaflets', take: 'no' });
  expect(await two.read('')).not.toContain('takes care of this until');
});

test('the menu is in the order of daily work, and a badge says at most 99', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const menu = /<nav class="desk-menu".*?<\/nav>/s.exec(await owner.read(''))?.[0] ?? '';
  const labels = [...menu.matchAll(/<a [^>]*>([^<]+)/g)].map(([, label]) => label);
  expect(labels.filter((label) => label !== 'Leaflets')).toEqual([
    'What waits',
    'Names and comments',
    'Questions',
    'Possible duplicates',
    'Signatures',
    'Invalidate in bulk',
    'Numbers',
    'News to supporters',
    'Official answers',
    'Paper',
    'Timeline',
    'Stakeholders and power',
    'Asking a sample',
    'Working together',
    'Write and publish',
    'Exports',
    'Partners',
    'Embeds',
    'Webhooks',
    'Mail',
    'Switches',
    'People',
    'Log',
  ]);
  const of = (count: number, more = false) => ({
    ...{ kind: 'x', words: { en: '{n} wait', es: '{n}' }, count, more },
    ...{ oldestAt: new Date(), path: '/x', verb: 'look' },
  });
  expect(countOf([of(50, true), of(59)])).toEqual({ n: 99, more: true });
  expect(countOf([of(50), of(49)])).toEqual({ n: 99, more: false });
  expect(countOf([])).toBeNull();
  expect(waitingWords(of(50, true), 'en')).toBe('More than 50 wait');
});
