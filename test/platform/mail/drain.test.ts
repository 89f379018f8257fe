import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { openLetter, type RenderMails } from '../../../worker/platform/mail/mail.ts';
import { forgetStatement } from '../../../worker/platform/mail/outbox.ts';
import { hour, minute, second } from '../../../worker/platform/time/clock.ts';
import {
  drainDeps,
  emptyOutbox,
  enqueue,
  freshResend,
  keyring,
  letters,
  mailTo,
  render,
  rows,
  states,
  watchedDb,
} from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const many = (count: number) => Array.from({ length: count }, (_, index) => `r${1000 + index}`);

beforeEach(emptyOutbox);

describe('a drain', () => {
  test('sends what is due, keeps what was sent under seal and notes the ids of Resend', async () => {
    const resend = freshResend();
    await enqueue(letters('ana', 'ben'), now);
    await enqueue(letters('cem'), later(minute));
    const report = await drainOutbox(drainDeps(resend), now, render);
    expect(report).toMatchObject({ sent: 2, postponed: 0 });
    const { delivered } = await resend.record();
    const [ana, , cem] = await rows();
    expect(ana).toMatchObject({ state: 'sent', lease_until: null });
    expect(ana?.provider_id).toBe(delivered.find(({ to }) => to === 'ana@example.org')?.id);
    expect(await openLetter(keyring, ana!.id, Uint8Array.from(ana!.content!))).toEqual({
      ...mailTo('ana'),
      from: 'Test <test@example.org>',
      id: ana!.id,
    });
    expect(cem).toMatchObject({ state: 'waiting' });
  });

  test('sends a subject as one line, because a line break could begin another header', async () => {
    const resend = freshResend();
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend), now, async (entries) => {
      const mails = await render(entries);
      return new Map(
        [...mails].map(([id, mail]) => [
          id,
          mail && { ...mail, subject: ' One\r\nBcc: eva@example.org\ttwo ' },
        ]),
      );
    });
    const [ana] = await rows();
    const { subject } = await openLetter(keyring, ana!.id, Uint8Array.from(ana!.content!));
    expect(subject).toBe('One Bcc: eva@example.org two');
  });

  test('makes one request of a hundred mails, in five round trips to the database', async () => {
    const resend = freshResend();
    await enqueue(letters(...many(100)), now);
    let trips = 0;
    const db = watchedDb({
      call: (work) => {
        trips += 1;
        return work();
      },
    });
    await drainOutbox(drainDeps(resend, { db }), now, render);
    expect((await resend.record()).requests).toHaveLength(1);
    // Release expired claims, claim, check suppressed addresses, store content, settle, and a last claim that finds
    // nothing.
    expect(trips).toBe(6);
  });

  test('makes a batch of each hundred and asks no more than five times a second', async () => {
    const resend = freshResend();
    await enqueue(letters(...many(501)), now);
    const deps = drainDeps(resend);
    await drainOutbox(deps, now, render);
    expect((await resend.record()).requests.map(({ body }) => JSON.parse(body).length)).toEqual([
      100, 100, 100, 100, 100, 1,
    ]);
    expect(deps.pauses).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(await resend.deliveredTo()).size).toBe(501);
  });

  test('rests when the window of the rate limit is used up', async () => {
    const resend = freshResend();
    await resend.script({
      kind: 'headers',
      headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '2' },
    });
    await enqueue(letters(...many(101)), now);
    const deps = drainDeps(resend);
    await drainOutbox(deps, now, render);
    expect(deps.pauses).toEqual([2000]);
  });

  test('sends nothing twice when it is repeated', async () => {
    const resend = freshResend();
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend), now, render);
    await drainOutbox(drainDeps(resend), later(hour), render);
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });

  test('cancels a mail that has nothing to say any more', async () => {
    const resend = freshResend();
    await enqueue(letters('ana', 'ben'), now);
    const partly: RenderMails = async (entries) =>
      new Map(entries.map(({ id, ref }) => [id, ref === 'ana' ? null : mailTo(ref)]));
    expect(await drainOutbox(drainDeps(resend), now, partly)).toMatchObject({ sent: 1, cancelled: 1 });
    expect(await rows()).toMatchObject([
      { ref: 'ana', state: 'cancelled', content: null, lease_until: null },
      { ref: 'ben', state: 'sent' },
    ]);
  });

  test('cancels a whole batch without asking Resend', async () => {
    const resend = freshResend();
    await enqueue(letters('ana'), now);
    await drainOutbox(
      drainDeps(resend),
      now,
      async (entries) => new Map(entries.map(({ id }) => [id, null])),
    );
    expect((await resend.record()).requests).toEqual([]);
    expect(await states()).toEqual({ ana: 'cancelled' });
  });

  test('freezes mails of more than two megabytes together', async () => {
    await enqueue(letters(...many(30)), now);
    const large: RenderMails = async (entries) =>
      new Map(entries.map(({ id, ref }) => [id, { ...mailTo(ref), html: 'x'.repeat(60_000) }]));
    expect(await drainOutbox(drainDeps(null), now, large)).toMatchObject({ sent: 30 });
  });

  test('without a Resend key keeps the mail in the local mailbox', async () => {
    await enqueue(letters('ana'), now);
    const deps = drainDeps(null);
    expect(await drainOutbox(deps, now, render)).toMatchObject({ sent: 1 });
    expect(await rows()).toMatchObject([{ state: 'sent', provider_id: null, content: expect.anything() }]);
    expect(deps.pauses).toEqual([]);
  });

  test('stops at its bound and wakes itself for the rest', async () => {
    let elapsed = 0;
    const clock = () => {
      elapsed += 10 * second;
      return new Date(elapsed);
    };
    await enqueue(letters(...many(150)), now);
    const deps = drainDeps(null, { clock });
    await drainOutbox(deps, now, render);
    expect(deps.wakes).toEqual([0]);
    await drainOutbox(drainDeps(null), later(hour), render);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
  });
});

describe('a bad mail', () => {
  test('one bad address does not stop ninety-nine', async () => {
    const resend = freshResend();
    await resend.refuse('r1042@example.org');
    await enqueue(letters(...many(100)), now);
    expect(await drainOutbox(drainDeps(resend), now, render)).toMatchObject({ sent: 99, failed: 1 });
    const failed = (await rows()).filter(({ state }) => state === 'failed');
    expect(failed).toMatchObject([{ ref: 'r1042', error: '422 validation_error' }]);
    const { delivered, requests } = await resend.record();
    expect(new Set(delivered.map(({ to }) => to)).size).toBe(99);
    expect(delivered).toHaveLength(99);
    expect(requests.length).toBeLessThanOrEqual(15);
  });

  test('a mail that cannot be rendered waits, and the others of its batch only for a while', async () => {
    const resend = freshResend();
    let isBroken = true;
    const breaking: RenderMails = async (entries) => {
      if (isBroken && entries.some(({ ref }) => ref === 'r1003')) throw new Error('a bug');
      return render(entries);
    };
    await enqueue(letters(...many(8)), now);
    for (let hours = 0; hours < 4; hours += 1)
      await drainOutbox(drainDeps(resend), later(hours * hour), breaking);
    expect(await resend.deliveredTo()).toHaveLength(7);
    isBroken = false;
    await drainOutbox(drainDeps(resend), later(72 * hour), breaking);
    expect(await resend.deliveredTo()).toHaveLength(8);
  });

  test('a mail that no renderer knows is kept for the version that does', async () => {
    const resend = freshResend();
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend), now, async () => new Map());
    expect(await states()).toEqual({ ana: 'claimed' });
    await drainOutbox(drainDeps(resend), later(100 * hour), render);
    expect(await states()).toEqual({ ana: 'sent' });
  });
});

describe('forgetting a mail on its way', () => {
  test('before it was tried cancels it, also when it is forgotten while it is written', async () => {
    const resend = freshResend();
    await enqueue(letters('ana', 'ben'), now);
    await drainOutbox(drainDeps(resend), now, async (entries) => {
      await forgetStatement(env.DB, ['ana']).run();
      return render(entries);
    });
    expect(await states()).toEqual({ ana: 'cancelled', ben: 'sent' });
    expect(await resend.deliveredTo()).toEqual(['ben@example.org']);
  });

  test('after it was tried leaves it uncertain, and it is never sent again', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'status', status: 500 });
    await enqueue(letters('ana', 'ben'), now);
    await drainOutbox(drainDeps(resend), now, render);
    await forgetStatement(env.DB, ['ana']).run();
    await drainOutbox(drainDeps(resend), later(hour), render);
    expect(await rows()).toMatchObject([
      { ref: 'ana', state: 'uncertain', content: null },
      { ref: 'ben', state: 'sent' },
    ]);
    expect(await resend.deliveredTo()).toEqual(['ben@example.org']);
  });

  test('while it is sent leaves nothing of it but that it was sent', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'held' });
    await enqueue(letters('ana'), now);
    const drained = drainOutbox(drainDeps(resend, { sendTimeout: 30_000 }), now, render);
    await expect.poll(async () => (await resend.record()).requests.length).toBe(1);
    await forgetStatement(env.DB, ['ana']).run();
    await resend.release();
    await drained;
    expect(await rows()).toMatchObject([{ state: 'sent', content: null, lease_until: null }]);
  });
});
