import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../../worker/platform/deps.ts';
import { settleSent } from '../../../worker/platform/mail/claims.ts';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { takeEvent } from '../../../worker/platform/mail/events.ts';
import type { RenderMails } from '../../../worker/platform/mail/mail.ts';
import { hour, minute } from '../../../worker/platform/time/clock.ts';
import type { ResendMood } from '../../support/resend-server.ts';
import {
  addressOf,
  drainDeps,
  dyingDb,
  emptyOutbox,
  enqueue,
  type FreshResend,
  forgetfulRender,
  freshResend,
  letters,
  rows,
  states,
} from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

beforeEach(async () => {
  await emptyOutbox();
  await env.DB.prepare('DELETE FROM mail_days').run();
});

const countedAsSent = () => env.DB.prepare('SELECT coalesce(sum(sent), 0) AS n FROM mail_days').first('n');

async function drainQuietly(...args: Parameters<typeof drainOutbox>) {
  try {
    await drainOutbox(...args);
  } catch (error) {
    expect((error as Error).message).toBe('killed');
  }
}

describe('a drain that dies', () => {
  test.each(
    [1, 2, 3, 4, 5].flatMap((atCall) => [
      { atCall, when: 'before' as const },
      { atCall, when: 'after' as const },
    ]),
  )('$when the end of its database call $atCall is followed by one that sends the same', async (death) => {
    const resend = freshResend();
    const renderAnew = forgetfulRender();
    await enqueue(letters('ana', 'ben'), now);
    await drainQuietly(drainDeps(resend, { db: dyingDb(death) }), now, renderAnew);
    await drainOutbox(drainDeps(resend), later(minute), renderAnew);
    await drainOutbox(drainDeps(resend), later(3 * minute), renderAnew);
    const { requests } = await resend.record();
    expect(new Set(requests.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(await resend.deliveredTo()).toEqual(['ana@example.org', 'ben@example.org']);
    expect(await states()).toEqual({ ana: 'sent', ben: 'sent' });
    expect(await countedAsSent()).toBe(2);
  });

  test('after a message that came twice: what is settled again is counted once', async () => {
    const resend = freshResend();
    await enqueue(letters('ana', 'ben'), now);
    await drainOutbox(drainDeps(resend), now, forgetfulRender());
    expect(await countedAsSent()).toBe(2);
    const { results } = await env.DB.prepare('SELECT id, batch_id FROM outbox').all<Record<string, string>>();
    const sent = results.map(({ id = '' }) => ({ id, to: 'ana@example.org', providerId: null }));
    const claim = { batchId: results[0]?.batch_id ?? '', leaseUntil: 0, attempts: 1, members: [] };
    await settleSent(env.DB, claim, { now: later(minute), sent });
    expect(await countedAsSent()).toBe(2);
  });

  test('whose answer is lost: what the mail service tells of a mail counts it as sent, once', async () => {
    const resend = freshResend();
    await enqueue(letters('ana'), now);
    await resend.script({ kind: 'status', status: 500 });
    await drainOutbox(drainDeps(resend), now, forgetfulRender());
    const id = (await env.DB.prepare('SELECT id FROM outbox').first<string>('id')) ?? '';
    const event = {
      ...{ providerId: 'p-1', outboxId: id, to: ['ana@example.org'], state: 'delivered' as const },
      ...{ error: null, isDelayed: false, suppresses: null },
    };
    const told = { now: later(1000), bounced: async () => {} };
    for (const _ of [1, 2]) await takeEvent(drainDeps(resend) as unknown as Deps, event, told);
    expect(await countedAsSent()).toBe(1);
    await drainOutbox(drainDeps(resend), later(3 * minute), forgetfulRender());
    expect(await countedAsSent()).toBe(1);
  });

  test('in the middle of writing is followed by another one that writes the mails', async () => {
    const resend = freshResend();
    const render = forgetfulRender();
    const hanging: RenderMails = () => new Promise(() => {});
    await enqueue(letters('ana'), now);
    void drainOutbox(drainDeps(resend), now, hanging);
    await expect.poll(states).toEqual({ ana: 'claimed' });
    await drainOutbox(drainDeps(resend), later(minute), render);
    expect(await resend.deliveredTo()).toEqual([]);
    await drainOutbox(drainDeps(resend), later(3 * minute), render);
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });

  /** A drain that stops while it writes mails, and continues when it is woken. */
  async function sleepingDrain(resend: FreshResend, render: RenderMails) {
    let wakeUp = () => {};
    const asleep: RenderMails = async (entries) => {
      await new Promise<void>((resolve) => {
        wakeUp = resolve;
      });
      return render(entries);
    };
    const drained = drainOutbox(drainDeps(resend), now, asleep);
    await expect.poll(states).toEqual({ ana: 'claimed' });
    return { wakeUp: () => wakeUp(), drained };
  }

  test('and comes back when another has sent its batch sends nothing', async () => {
    const resend = freshResend();
    const render = forgetfulRender();
    await enqueue(letters('ana'), now);
    const sleeper = await sleepingDrain(resend, render);
    await drainOutbox(drainDeps(resend), later(3 * minute), render);
    sleeper.wakeUp();
    await sleeper.drained;
    expect((await resend.record()).requests).toHaveLength(1);
    expect(await states()).toEqual({ ana: 'sent' });
  });

  test('and comes back when another holds its batch leaves it to that one', async () => {
    const resend = freshResend();
    const render = forgetfulRender();
    await enqueue(letters('ana'), now);
    const sleeper = await sleepingDrain(resend, render);
    await resend.script({ kind: 'status', status: 500 });
    await drainOutbox(drainDeps(resend), later(3 * minute), render);
    sleeper.wakeUp();
    await sleeper.drained;
    await drainOutbox(drainDeps(resend), later(hour), render);
    const { requests, delivered } = await resend.record();
    expect(requests.map(({ status }) => status)).toEqual([500, 200]);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(delivered).toHaveLength(1);
  });
});

describe('many drains at once', () => {
  test('share the work and double nothing', async () => {
    const resend = freshResend();
    const render = forgetfulRender();
    const refs = Array.from({ length: 250 }, (_, index) => `r${index}`);
    await enqueue(letters(...refs), now);
    await Promise.all(Array.from({ length: 4 }, () => drainOutbox(drainDeps(resend), now, render)));
    expect(await resend.deliveredTo()).toEqual(refs.map(addressOf).sort());
    expect(render.calls.flat()).toHaveLength(250);
  });

  test('take up a batch whose claim has expired only once', async () => {
    const resend = freshResend();
    const render = forgetfulRender();
    await enqueue(letters('ana'), now);
    await drainQuietly(drainDeps(resend, { db: dyingDb({ atCall: 3, when: 'after' }) }), now, render);
    const at = later(3 * minute);
    await Promise.all(Array.from({ length: 4 }, () => drainOutbox(drainDeps(resend), at, render)));
    expect((await resend.record()).requests).toHaveLength(1);
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });
});

const troubles: ResendMood[] = [
  { kind: 'well' },
  { kind: 'status', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '20' } },
  { kind: 'status', status: 429, name: 'daily_quota_exceeded' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, afterSending: true },
  { kind: 'status', status: 401, name: 'invalid_api_key' },
  { kind: 'cut' },
  { kind: 'cut', afterSending: true },
  { kind: 'silence' },
  { kind: 'silence', afterSending: true },
  { kind: 'garbage' },
  { kind: 'slow', milliseconds: 150 },
];

type Turn = { drains: number; deathAt: number | null; dies: 'before' | 'after'; minutes: number };

const turn: fc.Arbitrary<Turn> = fc.record({
  drains: fc.integer({ min: 1, max: 3 }),
  deathAt: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 }),
  dies: fc.constantFrom('before' as const, 'after' as const),
  minutes: fc.integer({ min: 0, max: 15 }),
});

/** Runs several drains at the same time, of which one may be killed. */
async function take({ drains, deathAt, dies }: Turn, resend: FreshResend, at: Date, render: RenderMails) {
  const dbs = Array.from({ length: drains }, (_, index) =>
    index === 0 && deathAt !== null ? { db: dyingDb({ atCall: deathAt, when: dies }) } : {},
  );
  await Promise.all(dbs.map((db) => drainQuietly(drainDeps(resend, { ...db, sendTimeout: 60 }), at, render)));
}

/** Drains once an hour, within the 23 hours for which an idempotency key is trusted. */
async function drainToTheEnd(resend: FreshResend, at: Date, render: RenderMails) {
  for (let hours = 1; hours <= 20; hours += 1) {
    const left = (await rows()).filter(({ state }) => state === 'waiting' || state === 'claimed');
    if (left.length === 0) return;
    await drainOutbox(drainDeps(resend, { sendTimeout: 200 }), new Date(at.getTime() + hours * hour), render);
    // The server's delays are in real time.
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

test('whatever mix of troubles and deaths, each mail goes out exactly once and none is lost', async () => {
  const refs = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      refs,
      fc.array(fc.constantFrom(...troubles), { maxLength: 8 }),
      fc.array(turn, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 2 }),
      async (names, moods, turns, bad) => {
        await emptyOutbox();
        const resend = freshResend();
        const render = forgetfulRender();
        const refused = names.slice(0, bad).map(addressOf);
        await resend.refuse(...refused);
        await resend.script(...moods);
        let at = now;
        for (const [index, one] of turns.entries()) {
          // Some mails are there from the start. The others come while requests already fail.
          if (index < 2) await enqueue(letters(...names.filter((_, place) => place % 2 === index)), at);
          await take(one, resend, at, render);
          at = new Date(at.getTime() + one.minutes * minute);
        }
        await enqueue(letters(...names), at);
        await drainToTheEnd(resend, at, render);
        const good = names.map(addressOf).filter((address) => !refused.includes(address));
        const { delivered } = await resend.record();
        expect(delivered.map(({ to }) => to).sort()).toEqual(good.sort());
        const idOf = new Map(delivered.map(({ to, id }) => [to, id]));
        for (const { ref, state, provider_id } of await rows()) {
          const expected = refused.includes(addressOf(ref)) ? 'failed' : 'sent';
          expect({ ref, state }).toEqual({ ref, state: expected });
          expect(provider_id).toBe(idOf.get(addressOf(ref)) ?? null);
        }
      },
    ),
    { numRuns: 25 },
  );
});
