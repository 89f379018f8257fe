import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../../worker/platform/deps.ts';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { readEvent } from '../../../worker/platform/mail/event-rules.ts';
import { takeEvent } from '../../../worker/platform/mail/events.ts';
import { forgetStatement } from '../../../worker/platform/mail/outbox.ts';
import { minute } from '../../../worker/platform/time/clock.ts';
import { eventOf, type ToldOf } from '../../support/resend-webhook.ts';
import { permutations } from './permutations.ts';
import {
  addressOf,
  drainDeps,
  dyingDb,
  emptyOutbox,
  enqueue,
  freshResend,
  keyring,
  letters,
  render,
  rows,
  states,
} from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const bounces: string[] = [];

beforeEach(async () => {
  await emptyOutbox();
  await env.DB.exec('DELETE FROM suppressions');
  bounces.length = 0;
});

/** Handles a webhook event from Resend, and records the bounces that are passed on. */
function hear(type: string, mail: ToldOf, bounce?: string): Promise<boolean> {
  const deps = { db: env.DB, keyring } as unknown as Deps;
  const event = readEvent(eventOf(type, mail, bounce));
  const bounced = async (_deps: Deps, { ref }: { ref: string }) => void bounces.push(ref);
  return takeEvent(deps, event!, { now, bounced });
}

/** Mails that were sent, by recipient. */
async function sent(...names: string[]): Promise<Record<string, string>> {
  await enqueue(letters(...names), now);
  await drainOutbox(drainDeps(freshResend()), now, render);
  return Object.fromEntries((await rows()).map(({ ref, provider_id }) => [ref, provider_id ?? '']));
}

/** Sends and fails before it stores the result: Resend has the mails, but their rows do not say so. */
async function sentUnnoticed(...names: string[]) {
  await enqueue(letters(...names), now);
  const resend = freshResend();
  const dying = drainDeps(resend, { db: dyingDb({ atCall: 5, when: 'before' }) });
  await expect(drainOutbox(dying, now, render)).rejects.toThrow('killed');
  const { delivered } = await resend.record();
  expect(delivered).toHaveLength(names.length);
  return { resend, idOf: Object.fromEntries(delivered.map(({ to, id }) => [to, id])) };
}

async function tagsOf(ref: string): Promise<Record<string, string>> {
  return { outbox: (await rows()).find((row) => row.ref === ref)!.id };
}

async function suppressed(): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT reason FROM suppressions').all<{ reason: string }>();
  return results.map(({ reason }) => reason);
}

describe('a state only moves forward', () => {
  const orders = permutations(['sent', 'delivered', 'bounced', 'complained']);

  test('the same four events in any order, each twice, end in the same', async () => {
    const names = orders.map((_, index) => `o${index}`);
    const ids = await sent(...names);
    for (const [index, order] of orders.entries()) {
      for (const type of [...order, ...order]) await hear(type, { email_id: ids[`o${index}`]! });
    }
    expect([...new Set(Object.values(await states()))]).toEqual(['complained']);
  });

  test.each([
    [['delivered', 'sent'], 'delivered'],
    [['bounced', 'delivered'], 'bounced'],
    [['failed', 'sent'], 'failed'],
    [['delivered', 'failed'], 'delivered'],
    [['delivery_delayed', 'delivered'], 'delivered'],
    [['delivered', 'delivery_delayed'], 'delivered'],
  ])('%j ends as %s', async (types, state) => {
    const { ana } = await sent('ana');
    for (const type of types) await hear(type, { email_id: ana! });
    expect(await states()).toEqual({ ana: state });
  });

  test('a delay changes nothing, and can be seen', async () => {
    const { ana } = await sent('ana');
    await hear('delivery_delayed', { email_id: ana! });
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', error: null, delayed_at: now.getTime() });
    expect([await suppressed(), bounces]).toEqual([[], []]);
  });

  test('events change neither a cancelled nor a waiting mail', async () => {
    await enqueue(letters('ana', 'ben'), now);
    await forgetStatement(env.DB, ['ben']).run();
    for (const ref of ['ana', 'ben']) await hear('delivered', { email_id: 'e', tags: await tagsOf(ref) });
    expect(await states()).toEqual({ ana: 'waiting', ben: 'cancelled' });
  });

  test('a mail that is not ours is ignored, and its address stays open', async () => {
    await sent('ana');
    const theirs = { email_id: 'theirs', to: addressOf('ana'), tags: { outbox: 'theirs' } };
    expect(await hear('bounced', theirs)).toBe(false);
    expect([await states(), await suppressed(), bounces]).toEqual([{ ana: 'sent' }, [], []]);
  });

  test('an event of another mail under our tag is not taken for ours', async () => {
    await sent('ana');
    expect(await hear('bounced', { email_id: 'another', tags: await tagsOf('ana') })).toBe(false);
  });
});

describe('where the answer to the request was lost', () => {
  test('an uncertain mail is settled by its own tag', async () => {
    const { idOf } = await sentUnnoticed('ana', 'ben');
    await env.DB.exec("UPDATE outbox SET state = 'uncertain', lease_until = NULL");
    for (const [ref, type] of [
      ['ana', 'delivered'],
      ['ben', 'bounced'],
    ] as const) {
      const told = { email_id: idOf[addressOf(ref)]!, to: addressOf(ref), tags: await tagsOf(ref) };
      expect(await hear(type, told)).toBe(true);
    }
    expect(await states()).toEqual({ ana: 'delivered', ben: 'bounced' });
    expect((await rows()).map(({ provider_id }) => provider_id)).toEqual([
      idOf[addressOf('ana')],
      idOf[addressOf('ben')],
    ]);
  });

  test('an event about one mail settles its batch: none of it is sent again, and each still gets its own events', async () => {
    const { resend, idOf } = await sentUnnoticed('ana', 'ben', 'cem');
    await hear('delivered', { email_id: idOf[addressOf('ana')]!, tags: await tagsOf('ana') });
    expect(await states()).toEqual({ ana: 'delivered', ben: 'sent', cem: 'sent' });
    await drainOutbox(drainDeps(resend), later(10 * minute), render);
    expect((await resend.record()).requests).toHaveLength(1);
    await hear('bounced', { email_id: idOf[addressOf('ben')]!, tags: await tagsOf('ben') });
    expect(await states()).toEqual({ ana: 'delivered', ben: 'bounced', cem: 'sent' });
  });

  test('an event that comes before the answer is kept, and the answer still adds the ids', async () => {
    await enqueue(letters('ana', 'ben'), now);
    const resend = freshResend();
    const db = env.DB;
    let isAnswer = false;
    const early = drainDeps(resend, {
      db: {
        async batch(statements: D1PreparedStatement[]) {
          if (isAnswer) await hearEarly();
          isAnswer = false;
          return db.batch(statements);
        },
        prepare(sql: string) {
          isAnswer ||= sql.includes('provider_id = coalesce(provider_id, sent.value');
          return db.prepare(sql);
        },
      } as unknown as D1Database,
    });
    const idOf = async (ref: string) =>
      (await resend.record()).delivered.find(({ to }) => to === addressOf(ref))?.id;
    async function hearEarly() {
      await hear('bounced', { email_id: (await idOf('ana'))!, tags: await tagsOf('ana') });
    }
    await drainOutbox(early, now, render);
    expect(await rows()).toMatchObject([
      { state: 'bounced', error: 'bounce Permanent General', provider_id: await idOf('ana') },
      { state: 'sent', error: null, provider_id: await idOf('ben') },
    ]);
  });
});

describe('an address that mail comes back from', () => {
  test.each([
    ['bounced', 'bounced'],
    ['complained', 'complained'],
    ['suppressed', 'bounced'],
  ])('gets no further mail once one has %s', async (type, reason) => {
    const { ana } = await sent('ana', 'ben');
    for (let times = 0; times < 2; times += 1) {
      await hear(type, { email_id: ana!, to: 'ANA@Example.ORG' });
    }
    expect(await suppressed()).toEqual([reason]);
    await enqueue([...letters('ben'), { ref: 'ana', kind: 'another' }, { ref: 'ben', kind: 'another' }], now);
    const resend = freshResend();
    const report = await drainOutbox(drainDeps(resend), now, render);
    expect(report).toMatchObject({ sent: 1, cancelled: 1 });
    expect(await resend.deliveredTo()).toEqual([addressOf('ben')]);
    const another = (await rows()).find(({ ref, kind }) => ref === 'ana' && kind === 'another');
    expect(another).toMatchObject({ state: 'cancelled', error: 'suppressed', content: null });
  });

  test('is stored only as a fingerprint of this keyring', async () => {
    const { ana } = await sent('ana');
    await hear('bounced', { email_id: ana!, to: addressOf('ana') });
    const { results } = await env.DB.prepare('SELECT * FROM suppressions').all();
    expect(results).toEqual([{ key: expect.any(Array), reason: 'bounced', since: now.getTime() }]);
    expect((results[0] as { key: number[] }).key).toHaveLength(16);
  });

  test('stays open after a bounce that is not for good', async () => {
    const { ana } = await sent('ana');
    await hear('bounced', { email_id: ana!, to: addressOf('ana') }, 'Transient');
    expect([await states(), await suppressed(), bounces]).toEqual([{ ana: 'bounced' }, [], []]);
  });

  test.each([
    ['complained', 'is closed', 'cancelled'],
    ['bounced', 'stays open: a stranger can make up a tag', 'sent'],
  ])('the mailbox behind an alias that has %s %s', async (type, _what, state) => {
    const { ana } = await sent('ana');
    await hear(type, { email_id: ana!, to: 'ana+made-up@example.org' });
    await enqueue([{ ref: 'ana', kind: 'another' }], now);
    await drainOutbox(drainDeps(freshResend()), now, render);
    expect((await rows()).find(({ kind }) => kind === 'another')?.state).toBe(state);
  });

  test('a bounce for good is passed on each time it is told, a complaint never', async () => {
    const { ana, ben } = await sent('ana', 'ben');
    await hear('bounced', { email_id: ana! });
    await hear('bounced', { email_id: ana! });
    await hear('complained', { email_id: ben! });
    expect(bounces).toEqual(['ana', 'ana']);
  });

  test('is not suppressed if it is not an address', async () => {
    const { ana } = await sent('ana');
    expect(await hear('bounced', { email_id: ana!, to: 'nobody' })).toBe(true);
    expect(await suppressed()).toEqual([]);
  });
});
