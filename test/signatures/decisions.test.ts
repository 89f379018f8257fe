import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strikeCopy } from '../../web/components/strike-copy.ts';
import { strikeCodes } from '../../worker/actions/strike-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { cityTimeOf } from '../../worker/signatures/city-time.ts';
import { decideStatements, takeBackStatements } from '../../worker/signatures/decisions.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { findSignature } from '../../worker/signatures/store.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { press } from '../support/press.ts';
import { expectBalance } from './account.ts';
import { type Act, anyAct, perform } from './acts.ts';
import { decided, takenBack } from './strike-off.ts';
import { confirmedAs, signedAs } from './support.ts';

const kinds = ['struck-off', 'set-aside', 'same-person'] as const;
const at = aWednesday;

async function counts(actionId: number): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT kind || ' ' || key || ' ' || n AS line FROM signature_counts WHERE action_id = ? AND n > 0 ORDER BY 1",
  )
    .bind(actionId)
    .all<{ line: string }>();
  return results.map(({ line }) => line);
}

async function states(ids: string[]) {
  return Promise.all(ids.map(async (id) => (await findSignature(env.DB, id))?.state));
}

async function town(overrides = {}) {
  const app = testApp();
  const context = await openPetition(env.DB, overrides);
  const { slug } = context.action;
  const person = (name: string) => ({
    given_name: name,
    family_name: 'Lopez',
    email: `${name.toLowerCase()}@${slug}.example`,
    zip: '28202',
  });
  return { app, context, slug, person };
}

test('every public code has its words', () => {
  expect(Object.keys(strikeCopy.en)).toEqual(strikeCodes);
});

test('each decision takes a signature out of what counts, and taking it back gives the very counts there were', async () => {
  const { app, context, slug, person } = await town();
  const { id } = await confirmedAs(app, slug, { ...person('Ana'), source: 'poster' });
  const before = await counts(context.action.id);
  const states = { 'struck-off': 'invalidated', 'set-aside': 'flagged', 'same-person': 'duplicate' } as const;
  for (const kind of kinds) {
    expect(await decided(env.DB, id, { kind, at, code: 'automated' })).toBe(true);
    expect(await publicCounts(app, slug)).toMatchObject({ received: 1, confirmed: 0, [states[kind]]: 1 });
    await expectBalance(app, context);
    expect(await takenBack(env.DB, id, { kind, at })).toBe(true);
    expect(await counts(context.action.id)).toEqual(before);
    await expectBalance(app, context);
  }
});

test('what was struck off is counted by its code, and the recount of the night agrees', async () => {
  const { app, context, slug, person } = await town();
  const ids = [];
  for (const name of ['Ana', 'Eva', 'Luis']) ids.push((await confirmedAs(app, slug, person(name))).id);
  ids.push((await signedAs(app, slug, person('Rosa'))).id);
  for (const [index, id] of ids.entries()) {
    await decided(env.DB, id, { kind: 'struck-off', at, code: index === 0 ? 'made-up' : 'automated' });
  }
  expect(await counts(context.action.id)).toEqual(
    expect.arrayContaining(['struck automated 3', 'struck made-up 1', 'state invalidated 4']),
  );
  expect(await findDifferences(env.DB, context.action.id, shippedHouse.recounts)).toEqual([]);
  await takenBack(env.DB, ids[3] ?? '', { kind: 'struck-off', at });
  expect(await states(ids)).toEqual(['invalidated', 'invalidated', 'invalidated', 'unconfirmed']);
  expect(await counts(context.action.id)).toContain('struck automated 2');
  expect(await findDifferences(env.DB, context.action.id, shippedHouse.recounts)).toEqual([]);
});

test('a set of signatures is decided in one batch, without those that have changed since they were seen', async () => {
  const { app, context, slug, person } = await town();
  const links = [];
  for (const name of ['Ana', 'Eva', 'Luis']) links.push(await confirmedAs(app, slug, person(name)));
  const ids = links.map(({ id }) => id);
  await app.post(`${links[1]?.mine}/withdraw`, {});
  const cityTime = cityTimeOf('America/New_York', at);
  const seen = ids.map((id) => ({ id, state: 'confirmed' as const }));
  const given = {
    actionId: context.action.id,
    kind: 'struck-off',
    code: 'automated',
    batch: 'one',
    seen,
  } as const;
  const [first] = await env.DB.batch(
    decideStatements(env.DB, { ...given, cityTime }, shippedHouse.hooks.whenCounted),
  );
  expect(first?.meta.changes).toBeGreaterThan(0);
  expect(await states(ids)).toEqual(['invalidated', 'withdrawn', 'invalidated']);
  await env.DB.batch(
    takeBackStatements(
      env.DB,
      { actionId: context.action.id, kind: 'struck-off', batch: 'one', ids, by: 'two', cityTime },
      shippedHouse.hooks.whenCounted,
    ),
  );
  expect(await states(ids)).toEqual(['confirmed', 'withdrawn', 'confirmed']);
  await expectBalance(app, context);
});

test('who signs again after being struck off or set aside is set aside, and counts when an organizer says so', async () => {
  for (const kind of ['struck-off', 'set-aside'] as const) {
    const { app, context, slug, person } = await town();
    const first = await confirmedAs(app, slug, person('Ana'));
    await decided(env.DB, first.id, { kind, at, code: 'made-up' });
    const again = await signedAs(app, slug, person('Ana'));
    await press(app, again.confirm);
    const page = await (await app.request(again.confirm)).text();
    expect(page).toContain('Your signature is not counted now');
    expect(await states([again.id])).toEqual(['flagged']);
    await expectBalance(app, context);
    expect(await takenBack(env.DB, again.id, { kind: 'set-aside', at })).toBe(true);
    expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1 });
    // The first cannot come back beside it.
    expect(await takenBack(env.DB, first.id, { kind, at })).toBe(false);
    await expectBalance(app, context);
  }
});

test('one more letter in the name does not evade a strike, and another inbox has nothing to do with it', async () => {
  const { app, context, slug, person } = await town();
  const first = await confirmedAs(app, slug, person('Ana'));
  await decided(env.DB, first.id, { kind: 'struck-off', at, code: 'made-up' });
  const variant = await signedAs(app, slug, { ...person('Ana'), given_name: 'Anna' });
  await press(app, variant.confirm);
  expect(await states([variant.id])).toEqual(['flagged']);
  const elsewhere = await signedAs(app, slug, { ...person('Ben'), given_name: 'Anna' });
  await press(app, elsewhere.confirm);
  expect(await states([elsewhere.id])).toEqual(['confirmed']);
  await expectBalance(app, context);
  // Whoever was only set aside is one person: somebody else of their inbox counts.
  const odd = await confirmedAs(app, slug, person('Cem'));
  await decided(env.DB, odd.id, { kind: 'set-aside', at });
  const spouse = await signedAs(app, slug, { ...person('Cem'), given_name: 'Dora' });
  await press(app, spouse.confirm);
  expect(await states([spouse.id])).toEqual(['confirmed']);
  await expectBalance(app, context);
});

test('who was found to be the same person as another one stays so when they sign again', async () => {
  const { app, context, slug, person } = await town();
  const first = await confirmedAs(app, slug, person('Ana'));
  await decided(env.DB, first.id, { kind: 'same-person', at });
  const again = await signedAs(app, slug, person('Ana'));
  await press(app, again.confirm);
  expect(await states([again.id])).toEqual(['duplicate']);
  const page = await (await app.request(again.confirm)).text();
  expect(page).toContain('An organizer found that');
  expect(await (await app.request(first.mine)).text()).toContain('An organizer found that');
  await expectBalance(app, context);
});

test('what was struck off before anybody confirmed it keeps nobody from signing, since anybody could have made it', async () => {
  const { app, context, slug, person } = await town();
  const planted = await signedAs(app, slug, person('Ana'));
  await decided(env.DB, planted.id, { kind: 'struck-off', at, code: 'automated' });
  const own = await confirmedAs(app, slug, person('Ana'));
  expect(await states([planted.id, own.id])).toEqual(['invalidated', 'confirmed']);
  await expectBalance(app, context);
  // Its personal data goes when it would have gone anyway.
  await app.cron(new Date(at.getTime() + 31 * day));
  expect((await findSignature(env.DB, planted.id))?.erasedAt).not.toBeNull();
  expect(await takenBack(env.DB, planted.id, { kind: 'struck-off', at: app.now() })).toBe(false);
});

test('taking back makes room in a shared inbox, or leaves what has none', async () => {
  const { app, context, slug, person } = await town();
  const shared = (name: string) => ({ ...person(name), email: `home@${slug}.example` });
  const ana = await confirmedAs(app, slug, shared('Ana'));
  await confirmedAs(app, slug, shared('Luis'));
  await decided(env.DB, ana.id, { kind: 'struck-off', at, code: 'other' });
  // Somebody of an inbox with a strike waits for a look.
  const eva = await confirmedAs(app, slug, shared('Eva'));
  expect(await states([eva.id])).toEqual(['flagged']);
  expect(await takenBack(env.DB, eva.id, { kind: 'set-aside', at })).toBe(true);
  expect(await states([eva.id])).toEqual(['confirmed']);
  expect(await takenBack(env.DB, ana.id, { kind: 'struck-off', at })).toBe(false);
  await app.post(`${eva.mine}/withdraw`, {});
  expect(await takenBack(env.DB, ana.id, { kind: 'struck-off', at })).toBe(true);
  await expectBalance(app, context);
});

test('in a later week a strike is a correction, and taking it back in that week leaves none', async () => {
  const { app, context, slug, person } = await town();
  const { id } = await confirmedAs(app, slug, person('Ana'));
  const corrections = async () => {
    const { results } = await env.DB.prepare(
      "SELECT week, key, n FROM signature_changes WHERE action_id = ? AND kind = 'correction' AND n <> 0 ORDER BY 1, 2",
    )
      .bind(context.action.id)
      .all();
    return results;
  };
  const later = (days: number) => new Date(at.getTime() + days * day);
  await decided(env.DB, id, { kind: 'struck-off', at: later(7), code: 'other' });
  expect(await corrections()).toEqual([{ week: '2026-W49', key: '2026-W48 invalidated', n: 1 }]);
  await takenBack(env.DB, id, { kind: 'struck-off', at: later(8) });
  expect(await corrections()).toEqual([]);
  await decided(env.DB, id, { kind: 'struck-off', at: later(9), code: 'other' });
  await takenBack(env.DB, id, { kind: 'struck-off', at: later(14) });
  expect(await corrections()).toEqual([
    { week: '2026-W49', key: '2026-W48 invalidated', n: 1 },
    { week: '2026-W50', key: '2026-W48 restored', n: 1 },
  ]);
  await expectBalance(app, context);
});

type Decision = { does: 'decide' | 'take back'; kind: (typeof kinds)[number]; which: number };
const anyStep: fc.Arbitrary<Act | Decision> = fc.oneof(
  { weight: 3, arbitrary: anyAct },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('decide', 'take back'),
      kind: fc.constantFrom(...kinds),
      which: fc.nat(11),
    }),
  },
);

async function decideOrTakeBack({ does, kind }: Decision, id: string | undefined, now: Date): Promise<void> {
  if (!id) return;
  if (does === 'decide') await decided(env.DB, id, { kind, at: now, code: 'other' });
  else await takenBack(env.DB, id, { kind, at: now });
}

test('whatever people do and organizers decide and take back, the account balances after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 25 }), async (history) => {
      const app = testApp();
      const context = await openPetition(env.DB, { asksStreet: true });
      const ids: string[] = [];
      for (const step of history) {
        if ('act' in step) await perform(app, context, ids, step);
        else await decideOrTakeBack(step, ids[step.which % Math.max(ids.length, 1)], app.now());
        await expectBalance(app, context);
      }
      expect(await findDifferences(env.DB, context.action.id, shippedHouse.recounts)).toEqual([]);
    }),
    { numRuns: 4 },
  );
});
