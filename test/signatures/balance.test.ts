import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { expectBalance } from './account.ts';
import { type Act, anyAct, perform } from './acts.ts';
import { watchCredit } from './credit.ts';
import { confirmedAs, type Links } from './support.ts';

test('whatever people do, in whatever order, the account balances everywhere after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 25 }), async (history) => {
      const app = testApp();
      const context = await openPetition(env.DB, { asksStreet: true });
      const expectCredit = watchCredit(context.action.id);
      const ids: string[] = [];
      for (const act of history) {
        const pressed = await perform(app, context, ids, act);
        await expectBalance(app, context);
        await expectCredit(pressed);
      }
    }),
    { numRuns: 12 },
  );
});

test('a history of one Wednesday and one week later leaves its corrections in the later week', async () => {
  const app = testApp();
  const context = await openPetition(env.DB);
  const ids: string[] = [];
  await perform(app, context, ids, {
    act: 'sign',
    name: 0,
    inbox: 0,
    zip: 0,
    street: 0,
    again: false,
    source: 0,
    atOnce: false,
  });
  await perform(app, context, ids, { act: 'confirm', which: 0 });
  app.setNow(new Date(aWednesday.getTime() + 7 * day));
  await perform(app, context, ids, { act: 'withdraw', which: 0 });
  const { results } = await env.DB.prepare(
    "SELECT week, key, n FROM signature_changes WHERE action_id = ? AND kind = 'correction'",
  )
    .bind(context.action.id)
    .all();
  expect(results).toEqual([{ week: '2026-W49', key: '2026-W48 withdrawn', n: 1 }]);
  await expectBalance(app, context);
});

test('people of one name and ZIP are counted as possible duplicates, one fewer than there are of them', async () => {
  const app = testApp();
  const context = await openPetition(env.DB);
  const ids: string[] = [];
  const sign = { act: 'sign', name: 0, zip: 0, street: 0, again: false, source: 0, atOnce: true } as const;
  const history: Act[] = [
    { ...sign, inbox: 0 },
    { ...sign, inbox: 2 },
    { act: 'correct', which: 1, name: 0, zip: 1 },
    { act: 'correct', which: 1, name: 1, zip: 0 },
    { act: 'withdraw', which: 0 },
    { ...sign, inbox: 0 },
    { act: 'erase', which: 1 },
  ];
  const possible: (number | null)[] = [];
  for (const act of history) {
    await perform(app, context, ids, act);
    await expectBalance(app, context);
    possible.push(
      await env.DB.prepare("SELECT n FROM signature_counts WHERE action_id = ? AND kind = 'possible'")
        .bind(context.action.id)
        .first<number>('n'),
    );
  }
  expect(possible).toEqual([null, 1, 0, 1, 0, 1, 0]);
});

test('people of one name and street are possible duplicates too, and counted once where the ZIP is the same', async () => {
  const app = testApp();
  const context = await openPetition(env.DB, { asksStreet: true });
  const { slug } = context.action;
  const someone = (n: number, zip: string) => {
    const street = n % 2 === 0 ? '1 Oak St' : '1 OAK ST.';
    return { given_name: 'Jo', family_name: 'Diaz', email: `jo${n}@${slug}.example`, zip, street };
  };
  const possible: number[] = [];
  const note = async () => {
    await expectBalance(app, context);
    const token = await staffToken(app.deps.keyring, context.action.committee.id, 1);
    const { now } = (await (await app.request(`/tallies/${token}.json`)).json()) as {
      now: { possible_duplicates: number }[];
    };
    possible.push(now[0]?.possible_duplicates ?? -1);
  };
  const all: Links[] = [];
  for (const [n, zip] of ['28202', '28205', '28205', '90210'].entries()) {
    all.push(await confirmedAs(app, slug, someone(n, zip)));
    await note();
  }
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 4, flagged: 0, duplicate: 0 });
  for (const { mine } of all) {
    await app.post(`${mine}/withdraw`, {});
    await note();
  }
  expect(possible).toEqual([0, 1, 2, 3, 2, 1, 0, 0]);
});
