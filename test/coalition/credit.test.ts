import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { recountDue } from '../../worker/signatures/recount.ts';
import { expectBalance } from '../signatures/account.ts';
import { overlaps } from '../signatures/credit.ts';
import { confirmedAs, signedAs } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { press } from '../support/press.ts';

let app: TestApp;
let context: ActionContext;
const bySource = ['direct', 'poster', 'other'] as const;
type By = (typeof bySource)[number];

beforeEach(async () => {
  app = testApp();
  context = await openPetition(env.DB);
});

/** Ana's form, or somebody else's, with this source. "other" stands for a source that the campaign does not know. */
function by(source: By, more: Record<string, string> = {}) {
  return { ...anaOf(context.action.slug), ...more, source: source === 'other' ? 'never-heard-of' : source };
}

const signed = (source: By, more?: Record<string, string>) =>
  signedAs(app, context.action.slug, by(source, more));
const confirmed = (source: By, more?: Record<string, string>) =>
  confirmedAs(app, context.action.slug, by(source, more));

async function credited(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    "SELECT key, n FROM signature_counts WHERE action_id = ? AND kind = 'source' AND n > 0 ORDER BY key",
  )
    .bind(context.action.id)
    .all<{ key: string; n: number }>();
  return Object.fromEntries(results.map(({ key, n }) => [key, n]));
}

describe('the source by which a person came first and confirmed is credited', () => {
  test('and if they come by another one later, that one sees that they already count', async () => {
    await confirmed('poster');
    await confirmed('direct');
    expect(await credited()).toEqual({ poster: 1 });
    expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
    await expectBalance(app, context);
  });

  test('and if both waited, the other one overlaps once, when its own button is pressed', async () => {
    const first = await signed('direct');
    const second = await signed('poster');
    await press(app, second.confirm);
    expect(await credited()).toEqual({ poster: 1 });
    await app.request(first.confirm);
    await press(app, second.confirm);
    expect(await overlaps(context.action.id)).toEqual([]);
    await expectBalance(app, context);
    for (let time = 1; time <= 2; time += 1) {
      expect((await press(app, first.confirm)).status).toBe(303);
      expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
      await expectBalance(app, context);
    }
  });

  test('and what waits when its owner erases everything never overlaps', async () => {
    const first = await signed('direct');
    await confirmed('poster');
    await app.post(`${first.mine}/erase`, {});
    expect((await press(app, first.confirm)).status).toBe(410);
    expect(await overlaps(context.action.id)).toEqual([]);
    await expectBalance(app, context);
  });

  test('and a person who later counts by a third source overlaps with that one', async () => {
    const before = await signed('direct');
    const first = await confirmed('poster');
    await app.post(`${first.mine}/withdraw`, {});
    await confirmed('other');
    expect(await overlaps(context.action.id)).toEqual([]);
    await press(app, before.confirm);
    expect(await overlaps(context.action.id)).toEqual(['direct other 1']);
    await expectBalance(app, context);
  });

  test('and a second time by the same source is a duplicate, but no overlap', async () => {
    await confirmed('poster');
    await confirmed('poster');
    expect(await overlaps(context.action.id)).toEqual([]);
    await expectBalance(app, context);
  });

  test('and what was signed again and never confirmed tells nobody that the person counts', async () => {
    await confirmed('poster');
    await signed('direct');
    expect(await overlaps(context.action.id)).toEqual([]);
  });

  test('and a third person of one inbox overlaps with nobody: they are not the same', async () => {
    await confirmed('poster', { given_name: 'Luis' });
    await confirmed('poster', { given_name: 'Eva' });
    await confirmed('direct');
    expect(await credited()).toEqual({ poster: 2 });
    expect(await overlaps(context.action.id)).toEqual([]);
  });
});

test('an overlap stays when the one that counts is withdrawn, and when everything is erased', async () => {
  const first = await confirmed('poster');
  const second = await confirmed('direct');
  await app.post(`${first.mine}/withdraw`, {});
  expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
  await expectBalance(app, context);
  await app.post(`${second.mine}/erase`, {});
  expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
  await expectBalance(app, context);
});

test('erasing a person leaves what a source brought as it was counted', async () => {
  const first = await confirmed('poster');
  await confirmed('direct');
  await app.post(`${first.mine}/erase`, {});
  expect(await credited()).toEqual({});
  expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
  await expectBalance(app, context);
  await recountDue(app.deps, new Date('2027-01-05T15:00:00Z'), shippedHouse.recounts);
  const found = await env.DB.prepare('SELECT differences FROM recounts WHERE action_id = ?')
    .bind(context.action.id)
    .first<string>('differences');
  expect(found).toBe('[]');
});

const anySignings = fc.array(
  fc.record({ who: fc.nat(2), source: fc.constantFrom(...bySource), presses: fc.nat(2) }),
  { minLength: 2, maxLength: 7 },
);

test('however many confirm at once, each person is credited to one source, and of the others those overlap whose own button was pressed', async () => {
  await fc.assert(
    fc.asyncProperty(anySignings, async (signings) => {
      context = await openPetition(env.DB);
      const pressed: string[] = [];
      const presses: string[] = [];
      for (const { who, source, presses: n } of signings) {
        const email = `p${who}@${context.action.slug}.example`;
        const { id, confirm } = await signed(source, { given_name: `P${who}`, email });
        if (n > 0) pressed.push(id);
        presses.push(...Array.from({ length: n }, () => confirm));
      }
      const answers = await Promise.all(presses.map((confirm) => press(app, confirm)));
      expect(answers.every(({ status }) => status === 303)).toBe(true);
      const people = new Set(signings.filter(({ presses }) => presses > 0).map(({ who }) => who));
      const credit = await credited();
      expect(Object.values(credit).reduce((sum, n) => sum + n, 0)).toBe(people.size);
      const { results } = await env.DB.prepare(
        `SELECT mine.source || ' ' || counted.source || ' ' || count(*) AS line
          FROM signatures mine JOIN signatures counted ON counted.action_id = mine.action_id
            AND counted.person_key = mine.person_key AND counted.state = 'confirmed'
          WHERE mine.action_id = ? AND mine.state = 'duplicate' AND mine.source <> counted.source
            AND mine.id IN (SELECT value FROM json_each(?))
          GROUP BY mine.source, counted.source ORDER BY line`,
      )
        .bind(context.action.id, JSON.stringify(pressed))
        .all<{ line: string }>();
      expect(await overlaps(context.action.id)).toEqual(results.map(({ line }) => line));
      await expectBalance(app, context);
    }),
    { numRuns: 20 },
  );
});
