import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { goOnWithMailings } from '../../worker/mailings/go-on.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { runQueue } from '../../worker/main/queue.ts';
import { faultyDb } from '../faults/faulty-db.ts';
import { freshResend } from '../platform/mail/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { expectNoScans } from '../support/plans.ts';
import { storeReaders } from '../support/readers.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { countedBy, draftBy, statesOf } from './support.ts';

const resend = freshResend();
const settings = { resend: resend.setting };
const faulty = faultyDb();
const well = testApp(settings);
const broken = testApp(settings, { db: faulty.db });

beforeAll(() => well.setNow('2026-11-25T15:00:00Z'));

async function begun(n: number, prefix: string) {
  const context = await openPetition(env.DB);
  const owner = await organizerIn(well, context.campaign, { role: 'owner', hasPasskey: true });
  await storeReaders(well, context, { n, prefix });
  const path = await draftBy(owner);
  const seen = await countedBy(owner, path);
  return { owner, path, start: () => owner.post(`${path}/send`, { decision: 'send', seen }) };
}

function go(app: typeof well, at: Date) {
  return goOnWithMailings(app.deps, at, shippedHouse.renderMails(app.deps, at));
}

async function deliveredTo(prefix: string): Promise<string[]> {
  const { deliveredTo } = await resend.summary();
  return deliveredTo.filter((to) => to.startsWith(`${prefix}-`)).sort();
}

const everybody = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, index) => `${prefix}-${index + 1}@readers.example`).sort();

test('whatever call to the database fails or loses its answer, or ends the run for good, each is mailed once', async () => {
  const { path, start } = await begun(420, 'fault');
  await start();
  const failures: unknown[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const at = new Date(Date.parse('2026-11-25T15:00:00Z') + turn * 10 * 60_000);
    const when = turn % 2 === 0 ? 'after' : 'before';
    faulty.fail({
      atCall: 1 + ((turn * 5) % 17),
      when,
      message: 'D1_ERROR: broken',
      forGood: turn % 3 === 0,
    });
    await go(broken, at).catch((error: unknown) => failures.push(error));
  }
  faulty.fail(null);
  const later = new Date('2026-11-25T23:00:00Z');
  for (const _ of [1, 2]) await go(broken, later);
  expect(failures.length).toBeGreaterThan(5);
  expect(await deliveredTo('fault')).toEqual(everybody('fault', 420));
  expect(await statesOf(path)).toEqual({ sent: 420 });
});

test('queue messages that are repeated and many at once, with cron between, mail each once', async () => {
  const { path, start } = await begun(250, 'many');
  await start();
  const wakeUp = { kind: 'drain-outbox' };
  const batch = () => {
    const messages = [wakeUp, wakeUp].map((body, n) => {
      return { id: String(n), body, timestamp: new Date(), attempts: 1, ack() {}, retry() {} };
    });
    return { queue: 'undersigned-jobs', messages } as unknown as MessageBatch;
  };
  await Promise.all([...[1, 2, 3, 4].map(() => runQueue(well.deps, batch())), well.cron(well.now())]);
  await well.cron('2026-11-25T15:15:00Z');
  await well.cron('2026-11-25T15:30:00Z');
  expect(await deliveredTo('many')).toEqual(everybody('many', 250));
  expect(await statesOf(path)).toEqual({ sent: 250 });
});

test('news comes from NEWS_FROM with the headers that stop it with one press', async () => {
  const { delivered } = await resend.record();
  const news = delivered.find(({ to }) => to === 'many-1@readers.example');
  expect(news?.from).toBe(well.deps.settings.newsFrom);
  expect(news?.from).not.toBe(well.deps.settings.mailFrom);
  expect(news?.headers).toEqual({
    'List-Unsubscribe': expect.stringMatching(
      /^<http:\/\/localhost:8787\/my\/[\w-]+\/news\?lang=en&mail=\d+>$/,
    ),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});

test('listing and sending scan and sort no table, and each step reads rows by their keys', async () => {
  const said: WatchedStatement[] = [];
  const db = watchDb({
    call: (work, statements) => {
      said.push(...statements);
      return work();
    },
  });
  const watched = testApp(settings, { db });
  watched.setNow('2026-11-25T16:00:00Z');
  const context = await openPetition(env.DB);
  const owner = await organizerIn(well, context.campaign, { role: 'owner', hasPasskey: true });
  await storeReaders(well, context, { n: 120, prefix: 'plan' });
  const path = await draftBy(owner);
  await countedBy(owner, path);
  // Counted again, and sent, by an app that is watched.
  const id = Number(path.split('/').at(-1));
  await env.DB.prepare(
    "UPDATE mailings SET state = 'counting', round = 2, at_action = 0, at_row = 0, sends_at = 0 WHERE id = ?",
  )
    .bind(id)
    .run();
  await go(watched, watched.now());
  expect(await statesOf(path)).toEqual({ sent: 120 });
  const own = said.filter(({ sql }) => /mailing/.test(sql));
  expect(own.length).toBeGreaterThan(8);
  await expectNoScans(own, [
    { sql: 'INSERT INTO outbox', line: 'SCAN (subquery-', because: 'numbers the mails of one step' },
    { sql: 'mailing_people', line: 'SCAN next', because: 'goes through the people of one step' },
  ]);
});
