import { env } from 'cloudflare:workers';
import { afterEach, expect, type MockInstance, test, vi } from 'vitest';
import { recountSeats } from '../../worker/events/recount-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { recountDue } from '../../worker/signatures/recount.ts';
import { testApp } from '../support/app.ts';
import { comes, openEvent } from '../support/events.ts';
import { expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

const app = testApp();
afterEach(() => vi.restoreAllMocks());

const alarmsOf = (actionId: number, spy: MockInstance<typeof console.error>) =>
  spy.mock.calls
    .map(([line]) => JSON.parse(String(line)) as { action?: number; event: string; first?: string })
    .filter(({ action, event }) => action === actionId && event === 'recount-differs')
    .map(({ first }) => first);

test('each night places and lines are counted again from the sign-ups, and a wrong count raises an alarm', async () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { action } = await openEvent(app);
  const ana = await comes(app, action.slug, { name: 'Ana' });
  for (const name of ['Bo', 'Cleo', 'Dee']) await comes(app, action.slug, { name });
  await app.post(`${ana}/withdraw`, {});
  const recountAt = (at: string) => recountDue({ db: env.DB }, new Date(at), shippedHouse.recounts);
  await recountAt('2026-11-30T09:00:00Z');
  expect(alarmsOf(action.id, spy)).toEqual([]);
  await env.DB.prepare("UPDATE event_slots SET waiting = waiting + 2 WHERE action_id = ? AND slug = 'first'")
    .bind(action.id)
    .run();
  await recountAt('2026-12-01T09:00:00Z');
  expect(alarmsOf(action.id, spy)).toEqual(['waiting first: kept 3, counted 1']);
});

test('the recount reads indexes alone', async () => {
  const heard: WatchedStatement[] = [];
  const db = watchDb({
    call(work, statements) {
      heard.push(...statements);
      return work();
    },
  });
  await recountSeats(db, 1);
  expect(heard.length).toBe(2);
  await expectNoScans(heard, []);
});
