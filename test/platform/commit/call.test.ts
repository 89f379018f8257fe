import { expect, test } from 'vitest';
import { callIntake } from '../../../worker/platform/commit/call.ts';
import type { Reply, Scope } from '../../../worker/platform/commit/writes.ts';
import { put } from './support.ts';

const scope: Scope = { group: 7, key: '00000000' };
const fine: Reply = { ok: true, stored: null };
const taken = { ok: true, value: null };
const refused = { ok: false, error: { reason: 'overloaded' } };

/** An intake that answers the calls with these replies in turn. It records each call and the pauses between them. */
function intakeThatMeets(...fates: (Reply | Error | object)[]) {
  const asked: Scope[] = [];
  const slept: number[] = [];
  const commit = callIntake(
    (of) => {
      asked.push(of);
      return {
        async commit() {
          const fate = fates[asked.length - 1] ?? fine;
          if ('ok' in fate) return fate as Reply;
          throw fate;
        },
      };
    },
    async (milliseconds) => void slept.push(milliseconds),
  );
  return { commit: () => commit(scope, put('a')), asked, slept };
}

const trouble = (properties: object) => Object.assign(new Error('Durable Object reset'), properties);

test('an intake that is there is asked once', async () => {
  const { commit, asked } = intakeThatMeets(fine);
  expect(await commit()).toEqual(taken);
  expect(asked).toEqual([scope]);
});

test('an intake that was moved under the call is asked again, by another stub and after a pause', async () => {
  const moved = trouble({ retryable: true });
  const { commit, asked, slept } = intakeThatMeets(moved, moved, fine);
  expect(await commit()).toEqual(taken);
  expect(asked).toHaveLength(3);
  expect(slept).toEqual([80, 320]);
});

test('if an intake is moved again and again, the write is refused as overloaded: it may be sent once more', async () => {
  const moved = trouble({ retryable: true });
  const { commit, asked } = intakeThatMeets(moved, moved, moved, fine);
  expect(await commit()).toEqual(refused);
  expect(asked).toHaveLength(3);
});

test('an overloaded intake is not asked twice, even where the error calls itself retryable', async () => {
  const { commit, asked } = intakeThatMeets(trouble({ retryable: true, overloaded: true }));
  expect(await commit()).toEqual(refused);
  expect(asked).toHaveLength(1);
});

test('a refusal of the intake is passed on', async () => {
  const { commit, asked } = intakeThatMeets({ ok: false, reason: 'overloaded' });
  expect(await commit()).toEqual(refused);
  expect(asked).toHaveLength(1);
});

test.each([
  ['of its own', new Error('a bug')],
  ['of the database', { ok: false, reason: 'broken' }],
  ['that says nothing', {}],
])('an error %s is thrown at once', async (_, fate) => {
  const { commit, asked } = intakeThatMeets(fate);
  await expect(commit()).rejects.toBeDefined();
  expect(asked).toHaveLength(1);
});
