import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { runQueue } from '../../worker/main/queue.ts';
import { listMailbox } from '../../worker/platform/mail/mailbox.ts';
import { signedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { faultyDb } from './faulty-db.ts';

const faulty = faultyDb();
const app = testApp({}, { db: faulty.db });
const wakeUp = { kind: 'drain-outbox' };

/** A queue batch that records what became of each message. */
function batchOf(...bodies: unknown[]) {
  const fates = bodies.map(() => [] as unknown[]);
  const messages = bodies.map((body, n) => ({
    id: String(n),
    body,
    timestamp: aWednesday,
    attempts: 1,
    ack: () => void fates[n]!.push('ack'),
    retry: (options: unknown) => void fates[n]!.push(options),
  }));
  return { batch: { queue: 'undersigned-jobs', messages } as unknown as MessageBatch, fates };
}

async function someoneSigns() {
  const { action: petition } = await openPetition(env.DB);
  const email = `ana@${petition.slug}.example`;
  await signedAs(app, petition.slug, { given_name: 'Ana', email, zip: '28202' });
  return { email, mails: () => listMailbox(app.deps, shippedHouse.renderMails(app.deps, app.now()), email) };
}

const sent = async (of: Awaited<ReturnType<typeof someoneSigns>>) =>
  (await of.mails()).map(({ state }) => state);

test('a wake-up sends what waits, and its message is done', async () => {
  const ana = await someoneSigns();
  const { batch, fates } = batchOf(wakeUp);
  await runQueue(app.deps, batch);
  expect(fates).toEqual([['ack']]);
  expect(await sent(ana)).toEqual(['sent']);
});

test('messages that are repeated, late and many send each mail once', async () => {
  const ana = await someoneSigns();
  const batches = Array.from({ length: 4 }, () => batchOf(wakeUp, wakeUp, wakeUp));
  await Promise.all(batches.map(({ batch }) => runQueue(app.deps, batch)));
  await runQueue(app.deps, batches[0]!.batch);
  for (const { fates } of batches.slice(1)) expect(fates).toEqual([['ack'], ['ack'], ['ack']]);
  expect(await sent(ana)).toEqual(['sent']);
});

test('if a message is lost, cron does its work', async () => {
  const ana = await someoneSigns();
  await app.cron(aWednesday);
  expect(await sent(ana)).toEqual(['sent']);
});

test('an unknown message is logged and does not block the others', async () => {
  const ana = await someoneSigns();
  const { batch, fates } = batchOf({ kind: 'make-coffee' }, wakeUp, null, 'drain-outbox', undefined);
  await runQueue(app.deps, batch);
  expect(fates).toEqual([['ack'], ['ack'], ['ack'], ['ack'], ['ack']]);
  expect(await sent(ana)).toEqual(['sent']);
});

test('if the database fails, the messages come back later, and those without work are done', async () => {
  const ana = await someoneSigns();
  const { batch, fates } = batchOf(wakeUp, { kind: 'make-coffee' }, wakeUp);
  faulty.fail({ atCall: 1, when: 'before', message: 'D1_ERROR: Network connection lost.', forGood: true });
  await runQueue(app.deps, batch);
  faulty.fail(null);
  expect(fates).toEqual([[{ delaySeconds: 30 }], ['ack'], [{ delaySeconds: 30 }]]);
  const again = batchOf(wakeUp);
  await runQueue(app.deps, again.batch);
  expect(again.fates).toEqual([['ack']]);
  expect(await sent(ana)).toEqual(['sent']);
});
