import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { hex } from '../../../worker/platform/crypto/bytes.ts';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { enqueueFoundStatement } from '../../../worker/platform/mail/enqueue-found.ts';
import {
  enqueueStatement,
  forgetStatement,
  listOutbox,
  purgeOutbox,
} from '../../../worker/platform/mail/outbox.ts';
import { day } from '../../../worker/platform/time/clock.ts';
import { drainDeps, emptyOutbox, enqueue, letters, render, rows, states } from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const inboxKey = hex(new Uint8Array(16).fill(7));
const otherKey = hex(new Uint8Array(16).fill(8));

beforeEach(emptyOutbox);

describe('enqueueing', () => {
  test('a mail is stored once, however often and from wherever it is enqueued', async () => {
    await enqueue([...letters('ana', 'ben'), ...letters('ana')], now);
    const first = await rows();
    await enqueue(letters('ana', 'ben', 'cem'), later(day));
    expect((await rows()).filter(({ ref }) => ref !== 'cem')).toEqual(first);
    expect(await states()).toEqual({ ana: 'waiting', ben: 'waiting', cem: 'waiting' });
  });

  test('the same ref may have one mail of each kind', async () => {
    await enqueue(
      [
        { ref: 'ana', kind: 'first' },
        { ref: 'ana', kind: 'second' },
      ],
      now,
    );
    expect((await rows()).map(({ kind }) => kind)).toEqual(['first', 'second']);
  });

  test('no more than five mails share a cap key, within one statement and over many', async () => {
    const capped = (...names: string[]) => letters(...names).map((entry) => ({ ...entry, inboxKey }));
    await enqueue(capped('1', '2', '3', '4', '5', '6', '7'), now);
    expect(Object.keys(await states())).toEqual(['1', '2', '3', '4', '5']);
    await enqueue(
      [...capped('8'), { ref: '9', kind: 'letter', inboxKey: otherKey }, ...letters('free')],
      now,
    );
    expect(Object.keys(await states())).toEqual(['1', '2', '3', '4', '5', '9', 'free']);
  });

  test('the cap counts the mails of a day, also forgotten ones, but none that was never sent', async () => {
    const capped = (...names: string[]) => letters(...names).map((entry) => ({ ...entry, inboxKey }));
    await enqueue(capped('1', '2', '3', '4', '5'), now);
    await drainOutbox(drainDeps(null), now, render);
    await env.DB.batch([forgetStatement(env.DB, ['1', '2'])]);
    await purgeOutbox(env.DB, later(day - 1));
    await enqueue(capped('6'), later(day - 1));
    expect(Object.keys(await states())).not.toContain('6');
    await enqueue(capped('7'), later(day));
    await env.DB.batch([forgetStatement(env.DB, ['7'])]);
    await enqueue(capped('8', '9', '10', '11', '12', '13'), later(day));
    expect(Object.keys(await states()).slice(-5)).toEqual(['8', '9', '10', '11', '12']);
  });

  test('a mail with a lower cap leaves room for the others', async () => {
    const capped = (...names: string[]) => letters(...names).map((entry) => ({ ...entry, inboxKey }));
    await enqueue(
      capped('a', 'b', 'c', 'd', 'e').map((entry) => ({ ...entry, cap: 3 })),
      now,
    );
    await enqueue(capped('1', '2', '3'), now);
    expect(Object.keys(await states()).sort()).toEqual(['1', '2', 'a', 'b', 'c']);
  });

  test('a mail that already exists does not use up the cap for a new one', async () => {
    const capped = (...names: string[]) => letters(...names).map((entry) => ({ ...entry, inboxKey }));
    await enqueue(capped('1', '2', '3', '4'), now);
    await enqueue(capped('1', '2', '3', '4', '5', '6'), now);
    expect(Object.keys(await states())).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a batch that fails leaves no mail', async () => {
    const broken = env.DB.prepare('INSERT INTO outbox (id) VALUES (NULL)');
    const batch = env.DB.batch([enqueueStatement(env.DB, letters('ana'), { now, cap: 5 }), broken]);
    await expect(batch).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  test('accepts none, and five hundred at once', async () => {
    await enqueue([], now);
    await enqueue(letters(...Array.from({ length: 500 }, (_, index) => `r${index}`)), now);
    expect(await rows()).toHaveLength(500);
  });

  test('mails for what a select finds are stored once each', async () => {
    const found =
      "SELECT 'found-' || value AS ref, 'letter' AS kind FROM json_each('[1,2]') WHERE value > ?1";
    await env.DB.batch([enqueueFoundStatement(env.DB, found, 0, now)]);
    await env.DB.batch([enqueueFoundStatement(env.DB, found, 0, later(1000))]);
    expect(await states()).toEqual({ 'found-1': 'waiting', 'found-2': 'waiting' });
  });
});

describe('forgetting', () => {
  test('cancels what waits and drops the content of what was sent', async () => {
    await enqueue([{ ref: 'ana', kind: 'sent', inboxKey }, ...letters('ben')], now);
    await drainOutbox(drainDeps(null), now, render);
    await enqueue([{ ref: 'ana', kind: 'waiting' }], now);
    await env.DB.batch([forgetStatement(env.DB, ['ana', 'nobody'])]);
    const [sent, waiting, other] = await rows();
    expect(sent).toMatchObject({ kind: 'sent', state: 'sent', content: null });
    await purgeOutbox(env.DB, later(day - 1));
    expect((await rows())[0]).toMatchObject({ inbox_key: expect.anything() });
    await purgeOutbox(env.DB, later(day));
    expect((await rows())[0]).toMatchObject({ kind: 'sent', inbox_key: null });
    expect(waiting).toMatchObject({ kind: 'waiting', state: 'cancelled', content: null });
    expect(other).toMatchObject({ ref: 'ben', state: 'sent', content: expect.anything() });
  });

  test('a mail enqueued after the forgetting in the same batch is sent', async () => {
    await enqueue(letters('ana'), now);
    await env.DB.batch([
      forgetStatement(env.DB, ['ana']),
      enqueueStatement(env.DB, [{ ref: 'ana', kind: 'goodbye' }], { now, cap: 5 }),
    ]);
    expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([
      ['goodbye', 'waiting'],
      ['letter', 'cancelled'],
    ]);
  });
});

describe('purging', () => {
  test('drops content after 30 days, of settled mails only', async () => {
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(null), now, render);
    expect(await purgeOutbox(env.DB, later(30 * day))).toBe(true);
    expect((await rows())[0]?.content).not.toBeNull();
    await env.DB.exec("UPDATE outbox SET state = 'claimed'");
    await purgeOutbox(env.DB, later(30 * day + 1));
    expect((await rows())[0]?.content).not.toBeNull();
    await env.DB.exec("UPDATE outbox SET state = 'delivered'");
    await purgeOutbox(env.DB, later(30 * day + 1));
    expect(await rows()).toMatchObject([{ ref: 'ana', state: 'delivered', content: null }]);
  });
});

test('the list is newest first and bounded', async () => {
  for (const [index, ref] of ['a', 'b', 'c'].entries()) await enqueue(letters(ref), later(index));
  const listed = await listOutbox(env.DB, { limit: 2 });
  expect(listed.map(({ ref, createdAt }) => [ref, createdAt])).toEqual([
    ['c', later(2)],
    ['b', later(1)],
  ]);
});
