import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { prepareTree } from '../../worker/statements/prepare.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking, storedDigests } from '../digests/stored.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import {
  problemsWithTrees,
  sha256,
  storedEntries,
  storedMembers,
  storedStatements,
  toHex,
} from './independent.ts';

const db = env.DB;
const making = digestMaking();
const make = (at: string) => makeDueDigests(making, new Date(at));
const mondays = [
  '2026-09-07T11:00:00Z',
  '2026-09-14T11:00:00Z',
  '2026-09-21T11:00:00Z',
  '2026-09-28T11:00:00Z',
] as const;

beforeEach(() => stopEarlierDigests(db));

async function digestsOf(actionId: number) {
  const id = await db
    .prepare('SELECT committee_id FROM actions WHERE id = ?')
    .bind(actionId)
    .first<number>('committee_id');
  return storedDigests(id ?? 0);
}

describe('a digest and its statement', () => {
  test('are there together, with the same numbers, from the first quiet week on', async () => {
    const { action } = await campaignOfAugust();
    await make('2026-09-07T10:59:59Z');
    expect(await storedStatements(action.id)).toEqual([]);
    await make(mondays[0]);
    const { sign, become } = historyOf(action);
    const first = await sign('2026-09-08T12:00:00Z');
    await sign('2026-09-09T12:00:00Z', { place: '2' });
    await make(mondays[1]);
    await become(first, 'withdrawn', '2026-09-15T12:00:00Z');
    await make(mondays[2]);
    const statements = await storedStatements(action.id);
    const digests = await digestsOf(action.id);
    expect(statements.map(({ week, account }) => ({ week, account }))).toEqual(
      digests.map(({ content }) => ({ week: content.week, account: content.petitions[0]?.account })),
    );
    expect(statements.map(({ members: { size, added, removed } }) => [size, added, removed])).toEqual([
      [0, 0, 0],
      [2, 2, 0],
      [3, 2, 1],
    ]);
    expect(statements[2]?.corrections).toEqual([{ week: '2026-W37', became: 'withdrawn', n: 1 }]);
    expect(await problemsWithTrees(action.id)).toEqual([]);
  });

  test('of which six runs at once make one, and a repetition none', async () => {
    const { action } = await campaignOfAugust();
    const { sign } = historyOf(action);
    for (let n = 0; n < 5; n += 1) await sign('2026-09-02T12:00:00Z');
    await Promise.all(Array.from({ length: 6 }, () => make(mondays[0])));
    await make('2026-09-07T11:15:00Z');
    expect(await digestsOf(action.id)).toHaveLength(1);
    expect(await storedStatements(action.id)).toMatchObject([{ week: '2026-W36', members: { size: 5 } }]);
    await make('2026-09-07T11:30:00Z');
    expect(await problemsWithTrees(action.id)).toEqual([]);
  });

  test('that wait while there is more to do than one run may', async () => {
    const { action } = await campaignOfAugust();
    const { sign } = historyOf(action);
    const id = await sign('2026-09-02T12:00:00Z');
    const week = { actionId: action.id, week: '2026-W36' };
    expect(await prepareTree(making, week, { left: 0 })).toBe('later');
    expect(await prepareTree(making, week, { left: 1 })).toBe('later');
    expect(await prepareTree(making, week, { left: 1 })).toBe('later');
    const [prepared] = (
      await db
        .prepare('SELECT hex(entry) AS entry FROM member_leaves WHERE action_id = ?')
        .bind(action.id)
        .all<{ entry: string }>()
    ).results;
    expect(await prepareTree(making, week, { left: 5 })).toBe('ready');
    expect(await storedStatements(action.id)).toEqual([]);
    await make(mondays[0]);
    expect((await storedEntries(action.id, 1)).map(toHex)).toEqual([prepared?.entry.toLowerCase()]);
    expect(await storedMembers(action.id)).toMatchObject([{ signature_id: id, leaf: 0, removed_leaf: null }]);
  });

  test('that still agree where a change of the week comes when its leaves stand already', async () => {
    const { action } = await campaignOfAugust();
    const { sign, become } = historyOf(action);
    const one = await sign('2026-09-02T12:00:00Z');
    await sign('2026-09-02T12:00:00Z');
    await prepareTree(making, { actionId: action.id, week: '2026-W36' }, { left: 9 });
    await become(one, 'withdrawn', '2026-09-06T23:00:00Z');
    await sign('2026-09-06T23:30:00Z');
    await make(mondays[0]);
    expect(await storedStatements(action.id)).toMatchObject([
      { account: { confirmed: 2, withdrawn: 1 }, members: { size: 2, added: 2, removed: 0 } },
    ]);
    expect(await problemsWithTrees(action.id)).toEqual([]);
    expect(await storedMembers(action.id)).toHaveLength(2);
  });

  test('neither of which is there if the transaction fails', async () => {
    const { action } = await campaignOfAugust();
    await historyOf(action).sign('2026-09-02T12:00:00Z');
    const failing = { ...making, closings: [...making.closings, brokenClosing] };
    await expect(makeDueDigests(failing, new Date(mondays[0]))).rejects.toThrow();
    expect(await digestsOf(action.id)).toEqual([]);
    expect(await storedStatements(action.id)).toEqual([]);
    await make('2026-09-07T11:15:00Z');
    expect(await storedStatements(action.id)).toHaveLength(1);
    expect(await problemsWithTrees(action.id)).toEqual([]);
  });

  test('that are not made of counts which the members contradict', async () => {
    const { action } = await campaignOfAugust();
    await historyOf(action).sign('2026-09-02T12:00:00Z');
    await db.prepare('DELETE FROM member_changes WHERE action_id = ?').bind(action.id).run();
    await expect(make(mondays[0])).rejects.toThrow();
    expect(await digestsOf(action.id)).toEqual([]);
  });
});

const brokenClosing = {
  load: () => ({ statements: [], read: () => null }),
  getReady: async () => 'ready' as const,
  make: async () => ({
    statements: [db.prepare('INSERT INTO digests (id) VALUES (NULL)')],
    records: [],
    problems: [],
  }),
  isOvertaken: () => false,
};

test('a leaf is the salted HMAC of its signature, and a removal the hash of that leaf', async () => {
  const { action } = await campaignOfAugust();
  const { sign, become, confirm } = historyOf(action);
  const id = await sign('2026-09-02T12:00:00Z');
  await make(mondays[0]);
  await become(id, 'invalidated', '2026-09-08T12:00:00Z');
  await make(mondays[1]);
  await confirm(id, '2026-09-16T12:00:00Z');
  await make(mondays[2]);
  const [added, removed, again] = await storedEntries(action.id, 3);
  const [first, second] = await storedMembers(action.id);
  expect(first).toMatchObject({ leaf: 0, removed_leaf: 1 });
  expect(second).toMatchObject({ leaf: 2, removed_leaf: null });
  const member = await making.keyring.fingerprint('member', id);
  const entryOf = async (salt: number[] | null | undefined) => sha256(Uint8Array.from(salt ?? []), member);
  expect(added).toEqual(await entryOf(first?.salt));
  expect(again).toEqual(await entryOf(second?.salt));
  expect(first?.salt).not.toEqual(second?.salt);
  expect(removed).toEqual(Uint8Array.of(2, ...(await sha256(Uint8Array.of(0), added!))));
});

type Act = {
  what: 'sign' | 'confirmed' | 'withdrawn' | 'invalidated' | 'flagged' | 'duplicate' | 'move';
  which: number;
  hours: number;
};

test('after any history the tree of each week agrees with its account, and with who counts', async () => {
  const act: fc.Arbitrary<Act> = fc.record({
    what: fc.constantFrom(
      'sign',
      'sign',
      'sign',
      'confirmed',
      'withdrawn',
      'invalidated',
      'flagged',
      'duplicate',
      'move',
    ),
    which: fc.nat(15),
    hours: fc.integer({ min: 0, max: 50 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 25 }), async (acts) => {
      await stopEarlierDigests(db);
      const { action } = await campaignOfAugust({ closesOn: null });
      const history = historyOf(action);
      const ids: string[] = [];
      let at = Date.parse('2026-09-02T12:00:00Z');
      for (const { what, which, hours } of acts) {
        at += hours * 3_600_000;
        const when = new Date(at).toISOString();
        if (hours > 35) await make(when);
        await perform(history, ids, { what, which, when });
      }
      await make(new Date(at + 14 * 86_400_000).toISOString());
      expect(await problemsWithTrees(action.id)).toEqual([]);
      const members = await storedMembers(action.id);
      const counted = members
        .filter(({ removed_leaf }) => removed_leaf === null)
        .map((one) => one.signature_id);
      const { results } = await db
        .prepare(`SELECT id FROM signatures WHERE action_id = ? AND state = 'confirmed' ORDER BY id`)
        .bind(action.id)
        .all<{ id: string }>();
      expect(counted.toSorted()).toEqual(results.map(({ id }) => id));
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

async function perform(
  history: ReturnType<typeof historyOf>,
  ids: string[],
  { what, which, when }: Pick<Act, 'what' | 'which'> & { when: string },
): Promise<void> {
  if (what === 'sign') ids.push(await history.sign(when));
  const id = ids[which];
  if (!id || what === 'sign') return;
  if (what === 'confirmed') await history.confirm(id, when);
  else if (what === 'move') await history.move(id, '2', when);
  else await history.become(id, what, when);
}
