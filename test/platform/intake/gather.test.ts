import { expect, test } from 'vitest';
import { type GatherOptions, gatherWrites } from '../../../worker/platform/intake/gather.ts';
import type { Reply, Write } from '../../../worker/platform/intake/writes.ts';
import { put } from './support.ts';

const replyTo = ({ ref }: Write): Reply => {
  return { ok: true, stored: { state: `stored ${ref}`, reason: null, stamp: null } };
};

/** An intake that stores what it is given, or does as the test says, call by call. */
function gathering(
  options: Partial<GatherOptions> = {},
  does: (call: number) => Promise<void> = async () => {},
) {
  const calls: [intake: string, refs: string[]][] = [];
  const kept: Promise<unknown>[] = [];
  const gather = gatherWrites({
    async call(intake, writes) {
      calls.push([intake, writes.map(({ ref }) => ref)]);
      await does(calls.length);
      return writes.map(replyTo);
    },
    keepAlive: (work) => void kept.push(work),
    gatherFor: 1,
    most: 3,
    patience: 5000,
    ...options,
  });
  return { gather, calls, kept };
}

const never = () => new Promise<void>(() => {});

test('what comes within a moment is one call, and each gets its own reply', async () => {
  const { gather, calls } = gathering();
  const replies = await Promise.all(['a', 'b', 'c'].map((ref) => gather('one', put(ref))));
  expect(replies).toEqual(['a', 'b', 'c'].map((ref) => replyTo(put(ref))));
  expect(calls).toEqual([['one', ['a', 'b', 'c']]]);
});

test('what comes later is another call', async () => {
  const { gather, calls } = gathering();
  await gather('one', put('a'));
  await gather('one', put('b'));
  expect(calls).toEqual([
    ['one', ['a']],
    ['one', ['b']],
  ]);
});

test('each intake has its own calls', async () => {
  const { gather, calls } = gathering();
  await Promise.all([gather('one', put('a')), gather('two', put('b'))]);
  expect(calls).toEqual([
    ['one', ['a']],
    ['two', ['b']],
  ]);
});

test('a full group begins the next one at once', async () => {
  const { gather, calls } = gathering();
  const refs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const replies = await Promise.all(refs.map((ref) => gather('one', put(ref))));
  expect(replies).toEqual(refs.map((ref) => replyTo(put(ref))));
  expect(calls.map(([, of]) => of)).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
});

test('a call that fails fails for each of its group, with its error, and for nobody after', async () => {
  const moved = Object.assign(new Error('moved'), { retryable: true });
  const { gather, kept } = gathering({}, async (call) => {
    if (call === 1) throw moved;
  });
  const outcomes = await Promise.allSettled([gather('one', put('a')), gather('one', put('b'))]);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([moved, moved]);
  expect(await gather('one', put('a'))).toEqual(replyTo(put('a')));
  await expect(Promise.all(kept)).resolves.toBeDefined();
});

test('whoever gets no reply in time, since the request that called is gone, calls alone', async () => {
  const { gather, calls } = gathering({ patience: 20 }, (call) => (call === 1 ? never() : Promise.resolve()));
  const replies = await Promise.all(['a', 'b'].map((ref) => gather('one', put(ref))));
  expect(replies).toEqual(['a', 'b'].map((ref) => replyTo(put(ref))));
  expect(calls.map(([, of]) => of)).toEqual([['a', 'b'], ['a'], ['b']]);
});

test('a group whose request died before it called takes nobody with it for long', async () => {
  const { gather, calls } = gathering({ gatherFor: 3_600_000, patience: 30 });
  await gather('one', put('a'));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  void gather('one', put('b'));
  await gather('one', put('c'));
  expect(calls.map(([, of]) => of)).toEqual([['a'], ['b'], ['c']]);
});

test('an intake that answers for fewer than were asked has not said that the others are stored', async () => {
  const { gather } = gathering({ call: async (_intake, [first]) => [replyTo(first!)] });
  const replies = await Promise.all(['a', 'b'].map((ref) => gather('one', put(ref))));
  expect(replies).toEqual([replyTo(put('a')), { ok: false, reason: 'broken' }]);
});
