import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import type { RenderMails } from '../../../worker/platform/mail/mail.ts';
import type { ResendMood } from '../../support/resend-server.ts';
import { drainDeps, emptyOutbox, enqueue, freshResend, letters, mailTo, watchedDb } from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const backlog = 2000;
/** About as large as a mail with a table. */
const html = `<p>${'x'.repeat(8000)}</p>`;

beforeEach(emptyOutbox);

function owe(mails: number): Promise<void> {
  return enqueue(letters(...Array.from({ length: mails }, (_, index) => `r${10_000 + index}`)), now);
}

/** Does not read the content, which would use more memory than what is measured here. */
function countOf(state: string): Promise<number | null> {
  return env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE state = ?').bind(state).first<number>('n');
}

/** A drain whose clock advances only while it pauses, so that its pace can be measured. */
function pacedDrain() {
  const resend = freshResend();
  const pauses: number[] = [];
  let passed = 0;
  let seen = 0;
  let longest = 0;
  const claimedAtOnce: (number | null)[] = [];
  const statementsABatch: number[] = [];
  const db = watchedDb({
    seen({ values }) {
      seen += 1;
      longest = Math.max(longest, ...values.map((value) => (typeof value === 'string' ? value.length : 0)));
    },
  });
  const render: RenderMails = async (entries) => {
    statementsABatch.push(seen);
    seen = 0;
    claimedAtOnce.push(await countOf('claimed'));
    return new Map(entries.map(({ id, ref }) => [id, { ...mailTo(ref), html }]));
  };
  const deps = drainDeps(resend, {
    db,
    clock: () => new Date(passed),
    async pause(milliseconds) {
      pauses.push(milliseconds);
      passed += milliseconds;
    },
  });
  const drain = () => drainOutbox(deps, now, render);
  const told = () => ({ passed, longest, wakes: deps.wakes });
  return { resend, drain, pauses, claimedAtOnce, statementsABatch, told };
}

test('two thousand mails go out in twenty requests, each once, at five hundred a second', async () => {
  const { resend, drain, pauses, claimedAtOnce, statementsABatch, told } = pacedDrain();
  await owe(backlog);
  expect(await drain()).toMatchObject({ sent: backlog, postponed: 0, failed: 0 });
  const { requests, deliveredTo } = await resend.summary();
  expect(requests.map(({ mails }) => mails)).toEqual(Array(20).fill(100));
  expect(new Set(requests.map(({ key }) => key)).size).toBe(20);
  expect([deliveredTo.length, new Set(deliveredTo).size]).toEqual([backlog, backlog]);
  expect(await countOf('sent')).toBe(backlog);

  // A pause of 200 ms between requests, and none after the last.
  expect(pauses).toEqual(Array(19).fill(200));
  expect(backlog / ((told().passed + 200) / 1000)).toBe(500);
  expect(told().wakes).toEqual([]);

  // A drain holds one batch at a time, however many mails wait, and each batch takes the same few statements.
  expect(claimedAtOnce).toEqual(Array(20).fill(100));
  const [, ...afterTheFirst] = statementsABatch;
  expect(new Set(afterTheFirst).size).toBe(1);
  expect(afterTheFirst[0]).toBeLessThanOrEqual(8);
  expect(told().longest).toBeLessThan(1_100_000);
});

test('the pace follows the limits in the headers', async () => {
  const { resend, drain, pauses } = pacedDrain();
  await owe(500);
  const usedUp: ResendMood = {
    kind: 'headers',
    headers: { 'ratelimit-limit': '5', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
  };
  const left: ResendMood = {
    kind: 'headers',
    headers: { 'ratelimit-limit': '5', 'ratelimit-remaining': '3', 'ratelimit-reset': '1' },
  };
  await resend.script(left, usedUp, left, usedUp);
  await drain();
  expect(pauses).toEqual([200, 1000, 200, 1000]);
  expect((await resend.summary()).deliveredTo).toHaveLength(500);
});

test('if the rate limit is hit, everything waits once, and nothing is sent twice', async () => {
  const { resend, drain, told } = pacedDrain();
  await owe(400);
  const limit: ResendMood = {
    kind: 'status',
    status: 429,
    name: 'rate_limit_exceeded',
    headers: { 'retry-after': '2' },
  };
  await resend.script({ kind: 'well' }, { kind: 'well' }, limit);
  expect(await drain()).toMatchObject({ sent: 200, postponed: 100 });
  expect((await resend.summary()).requests).toHaveLength(3);
  expect(told().wakes).toEqual([2]);
});
