import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { goOnDrawing } from '../../worker/samples/draw.ts';
import { goOnWithSamples } from '../../worker/samples/go-on.ts';
import { listToAsk, readCandidates } from '../../worker/samples/people-store.ts';
import { findSample } from '../../worker/samples/store.ts';
import { faultyDb } from '../faults/faulty-db.ts';
import { storedEntries } from '../statements/independent.ts';
import { testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { expectNoScans } from '../support/plans.ts';
import { readerOf, storeReaders } from '../support/readers.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { countingOf, independentDraw } from './independent.ts';
import { announced, askedPaths, statementOf } from './support.ts';

const app = testApp();
const faulty = faultyDb();
const broken = { ...app.deps, db: faulty.db };
let slug = '';
let actionId = 0;
let id = 0;
let campaign = { id: 0, slug: '' };

/** Sixty people of whom fifteen withdraw in the week of the announcement: 75 leaves, of which 45 count. */
beforeAll(async () => {
  await stopEarlierDigests(env.DB);
  app.setNow('2026-11-25T15:00:00Z');
  const context = await openPetition(env.DB);
  ({ slug, id: actionId } = context.action);
  ({ campaign } = context);
  await storeReaders(app, context, { n: 60, prefix: 'fau' });
  await app.cron('2026-11-30T13:00:00Z');
  app.setNow('2026-12-02T15:00:00Z');
  await env.DB.prepare(
    `UPDATE signatures SET state = 'withdrawn', changed_week = '2026-W49', changed_at = ?2
     WHERE action_id = ?1 AND id < ?3`,
  )
    .bind(actionId, app.now().getTime(), readerOf('fau', 16).id)
    .run();
  const editor = await organizerIn(app, campaign, { role: 'editor' });
  const path = await announced(editor, slug, { size: '30', seed_on: '2026-12-07' });
  id = Number(path.split('/').at(-1));
  await app.cron('2026-12-07T13:00:00Z');
});

test('whatever call to the database fails, a sample is drawn once and as the seed says', async () => {
  const now = new Date('2026-12-07T14:00:00Z');
  const { members, account } = await statementOf(app, slug, '2026-W49');
  await env.DB.prepare(
    `UPDATE samples SET state = 'drawing', seed = 'dice 6 1 4 4', seeded_at = ?2, tree_size = ?3, counting = ?4
     WHERE id = ?1`,
  )
    .bind(id, now.getTime(), members.size, account.confirmed)
    .run();
  const failures: unknown[] = [];
  for (let turn = 0; turn < 14; turn += 1) {
    const when = turn % 2 === 0 ? 'after' : 'before';
    faulty.fail({ atCall: 1 + (turn >> 1), when, message: 'D1_ERROR: broken', forGood: turn % 3 === 0 });
    await goOnDrawing(broken, id, { now, steps: 1 }).catch((error: unknown) => failures.push(error));
  }
  faulty.fail(null);
  await Promise.all([goOnWithSamples(app.deps, now), goOnWithSamples(app.deps, now)]);
  expect(failures.length).toBeGreaterThan(3);

  const sample = await findSample(env.DB, id);
  const entries = await storedEntries(actionId, members.size);
  expect([members.size, account.confirmed]).toEqual([75, 45]);
  const counts = await countingOf(entries);
  const leaves = await independentDraw('dice 6 1 4 4', { treeSize: 75, size: 30, counts });
  expect(sample?.draw?.leaves).toEqual(leaves);
  expect(sample?.draw?.passedOver).toBeGreaterThan(3);
  const { results } = await env.DB.prepare(
    `SELECT leaf, signatures.state FROM sample_people JOIN signatures ON signatures.id = signature_id
     WHERE sample_id = ? ORDER BY nth`,
  )
    .bind(id)
    .all<{ leaf: number; state: string }>();
  expect(results).toEqual(leaves.map((leaf) => ({ leaf, state: 'confirmed' })));
});

test('answers are counted once, whatever fails; later ones and strangers change nothing', async () => {
  app.setNow('2026-12-07T15:00:00Z');
  const editor = await organizerIn(app, campaign, { role: 'editor', hasPasskey: true });
  // A double click.
  const sent = await Promise.all([1, 2].map(() => editor.post(`/samples/${id}/send`)));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const { results } = await env.DB.prepare('SELECT signature_id AS s FROM sample_people WHERE sample_id = ?')
    .bind(id)
    .all<{ s: string }>();
  const owners = results.map(({ s }) => s);
  await app.mailTo('nobody@example.org');
  const paths = await askedPaths(app, id, owners);
  for (const [n, path] of paths.slice(0, 22).entries())
    await app.post(path, { answer: n < 21 ? 'yes' : 'no' });
  expect((await app.post('/asked/made-up', { answer: 'yes' })).status).toBe(404);
  const [notAsked] = await askedPaths(app, id, [readerOf('fau', 3).id]);
  expect(await (await app.request(notAsked!)).text()).toContain('The time to answer is over');
  await app.post(notAsked!, { answer: 'no' });
  await app.post(paths[0]!, { answer: 'perhaps' });

  const end = new Date('2026-12-21T15:00:00Z');
  for (let turn = 0; turn < 8; turn += 1) {
    faulty.fail({
      atCall: 1 + (turn >> 1),
      when: turn % 2 === 0 ? 'before' : 'after',
      message: 'D1_ERROR: broken',
    });
    await goOnWithSamples(broken, end).catch(() => {});
  }
  faulty.fail(null);
  await Promise.all([goOnWithSamples(app.deps, end), goOnWithSamples(app.deps, end)]);
  app.setNow(end);
  await app.post(paths[25]!, { answer: 'no' });
  expect((await findSample(env.DB, id))?.counts).toEqual({ asked: 30, yes: 21, no: 1 });
  expect(await env.DB.prepare('SELECT count(*) AS n FROM sample_people').first('n')).toBe(0);
});

test('no statement of a sample scans a table that grows', async () => {
  const watched: WatchedStatement[] = [];
  const db = watchDb({
    call(work, statements) {
      watched.push(...statements);
      return work();
    },
  });
  const quiet = testApp({}, { db });
  quiet.setNow('2026-12-21T15:30:00Z');
  const editor = await organizerIn(app, campaign, { role: 'editor', hasPasskey: true });
  for (const path of [`/organize/campaigns/${campaign.slug}/samples`, `/samples/${slug}`]) {
    expect((await quiet.request(path, { headers: { cookie: editor.cookie } })).status).toBe(200);
  }
  await goOnWithSamples(quiet.deps, quiet.now());
  const drawing = { id, actionId, treeSize: 75, atRow: 0, isWide: false };
  await readCandidates(db, drawing, { leaves: [1, 2], most: 10 });
  await listToAsk(db, id);
  const own = watched.filter(({ sql }) => /samples?_|members\.leaf|FROM samples/.test(sql));
  expect(own.length).toBeGreaterThan(4);
  const oneStep = { sql: 'AS walked', line: 'SCAN walked', because: 'reads one step by key' };
  await expectNoScans(own, [oneStep]);
});
