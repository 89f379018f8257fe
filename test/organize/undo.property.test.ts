import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { expectBalance } from '../signatures/account.ts';
import { testApp } from '../support/app.ts';
import { verbs } from './undo-verbs.ts';
import {
  everythingIn,
  finish,
  seenByStrangers,
  standingActs,
  stateNow,
  undo,
  type World,
} from './undo-world.ts';

const app = testApp();
const { db } = app.deps;
let world: World;

beforeAll(async () => {
  world = await everythingIn(app);
});

/** Undoes all that can be undone, in an order of the given numbers: what waits for a later act comes round again. */
async function undoAll(order: number[]): Promise<void> {
  for (let isDone = false; !isDone; ) {
    isDone = true;
    const standing = await standingActs(world);
    for (let turn = 0; standing.length > 0; turn += 1) {
      const [id] = standing.splice((order[turn % order.length] ?? 0) % standing.length, 1);
      if (id !== undefined && (await undo(world, id))) isDone = false;
    }
  }
}

test('what was approved, set aside, unapproved and counted again waits for a look, as before', async () => {
  const before = await stateNow(world, Number.MAX_SAFE_INTEGER);
  for (const order of [[0], [1]]) {
    await verbs['approve a page']!(world, 0);
    for (const pick of [0, 0, 0]) await verbs['set aside']!(world, pick);
    await undoAll(order);
    expect(await stateNow(world, Number.MAX_SAFE_INTEGER)).toEqual(before);
  }
});

test('random acts and their undoing in any order keep the account balanced; undoing everything leads back', async () => {
  const doing = fc.record({ verb: fc.constantFrom(...Object.keys(verbs)), pick: fc.nat(20) });
  const undoing = fc.record({ undo: fc.nat(20) });
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: doing }, undoing), { minLength: 5, maxLength: 9 });
  const order = fc.array(fc.nat(50), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, order, async (chosen, turns) => {
      const firstNew =
        1 + ((await db.prepare('SELECT max(rowid) AS n FROM signatures').first<number>('n')) ?? 0);
      const before = await stateNow(world, firstNew);
      const seen = await seenByStrangers(world);
      for (const step of chosen) {
        if ('verb' in step) await verbs[step.verb]?.(world, step.pick);
        else {
          const standing = await standingActs(world);
          const id = standing[step.undo % standing.length];
          if (id !== undefined) await undo(world, id);
        }
        await finish(app);
      }
      await expectBalance(app, world.context);
      await undoAll(turns);
      const { made, ...after } = await stateNow(world, firstNew);
      expect({ ...after, made: [] }).toEqual(before);
      expect(made.filter(({ state }) => state !== 'invalidated')).toEqual([]);
      expect(await seenByStrangers(world)).toEqual(seen);
      await expectBalance(app, world.context);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
