import { beforeEach, describe, expect, test } from 'vitest';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { hour, minute, second } from '../../../worker/platform/time/clock.ts';
import {
  drainDeps,
  emptyOutbox,
  enqueue,
  forgetfulRender,
  freshResend,
  letters,
  render,
  rows,
  states,
} from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const many = (count: number) => Array.from({ length: count }, (_, index) => `r${1000 + index}`);

beforeEach(emptyOutbox);

describe('a provider in trouble', () => {
  test('is asked again with the same key and the same bytes, even if the text would be different now', async () => {
    const resend = freshResend();
    const renderAnew = forgetfulRender();
    await resend.script({ kind: 'cut', afterSending: true });
    await enqueue(letters('ana', 'ben'), now);
    await drainOutbox(drainDeps(resend), now, renderAnew);
    const settings = { ...drainDeps(resend).settings, mailFrom: 'Renamed <renamed@example.org>' };
    expect(await drainOutbox(drainDeps(resend, { settings }), later(hour), renderAnew)).toMatchObject({
      sent: 2,
    });
    const { requests, delivered } = await resend.record();
    expect(requests).toHaveLength(2);
    expect(requests[1]).toMatchObject({ key: requests[0]?.key, body: requests[0]?.body });
    expect(delivered).toHaveLength(2);
    expect(renderAnew.calls).toHaveLength(1);
  });

  test('backs off for longer each time, and wakes itself for it', async () => {
    const resend = freshResend();
    await resend.script(...Array.from({ length: 5 }, () => ({ kind: 'status', status: 500 }) as const));
    await enqueue(letters('ana'), now);
    const deps = drainDeps(resend);
    let at = now;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await drainOutbox(deps, at, render);
      at = new Date(at.getTime() + (deps.wakes.at(-1) ?? 0) * second);
    }
    expect(deps.wakes).toEqual([15, 30, 60, 120, 240]);
    expect(await states()).toEqual({ ana: 'sent' });
  });

  test('is left alone for as long as it asks, by mails that come meanwhile too', async () => {
    const resend = freshResend();
    await resend.script({
      kind: 'status',
      status: 429,
      name: 'rate_limit_exceeded',
      headers: { 'retry-after': '600' },
    });
    await enqueue(letters('ana'), now);
    const deps = drainDeps(resend);
    await drainOutbox(deps, now, render);
    expect(deps.wakes).toEqual([600]);
    await enqueue(letters('ben'), later(second));
    await drainOutbox(drainDeps(resend), later(599 * second), render);
    expect((await resend.record()).requests).toHaveLength(1);
    await drainOutbox(drainDeps(resend), later(600 * second), render);
    expect(await resend.deliveredTo()).toEqual(['ana@example.org', 'ben@example.org']);
  });

  test('does not stop other batches when one of them meets an error', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'status', status: 500 });
    await enqueue(letters(...many(101)), now);
    expect(await drainOutbox(drainDeps(resend), now, render)).toMatchObject({ sent: 1, postponed: 100 });
  });

  test('a wrong key for days loses nothing', async () => {
    const resend = freshResend();
    const wrong = { kind: 'status', status: 401, name: 'invalid_api_key' } as const;
    await resend.script(wrong, wrong, wrong);
    await enqueue(letters('ana'), now);
    for (const days of [0, 1, 2, 3]) await drainOutbox(drainDeps(resend), later(days * 24 * hour), render);
    expect(await states()).toEqual({ ana: 'sent' });
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });

  test('a mail whose end is unknown after 23 hours is uncertain and never sent again', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'status', status: 500, afterSending: true });
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend), now, render);
    await resend.age(25 * hour);
    expect(await drainOutbox(drainDeps(resend), later(25 * hour), render)).toMatchObject({ uncertain: 1 });
    await drainOutbox(drainDeps(resend), later(50 * hour), render);
    expect(await states()).toEqual({ ana: 'uncertain' });
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });

  test('if the key was used for other content, the mails become uncertain', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'status', status: 409, name: 'invalid_idempotent_request' });
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend), now, render);
    expect(await rows()).toMatchObject([{ state: 'uncertain', error: '409 invalid_idempotent_request' }]);
  });

  test('a request in progress is asked for again later', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'held' });
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(resend, { sendTimeout: 1000 }), now, render);
    await drainOutbox(drainDeps(resend), later(minute), render);
    expect((await resend.record()).requests.map(({ status }) => status)).toContain(409);
    await resend.release();
    await drainOutbox(drainDeps(resend), later(hour), render);
    expect(await states()).toEqual({ ana: 'sent' });
    expect(await resend.deliveredTo()).toEqual(['ana@example.org']);
  });

  test('a queue that cannot be reached does not stop the drain', async () => {
    const resend = freshResend();
    await resend.script({ kind: 'status', status: 500 });
    await enqueue(letters('ana'), now);
    const wakeOutbox = () => Promise.reject(new Error('no queue'));
    expect(await drainOutbox(drainDeps(resend, { wakeOutbox }), now, render)).toMatchObject({ postponed: 1 });
  });
});
