import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { verbs } from '../organize/undo-verbs.ts';
import { everythingIn, standingActs, undo, type World } from '../organize/undo-world.ts';
import { freshResend } from '../platform/mail/support.ts';
import { confirmedAs, signedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { webhookSecret } from '../support/resend-webhook.ts';
import { type CountingVerb, countingVerbs, newTurn, type Turn } from './counting-verbs.ts';
import { problemsWithTrees, storedMembers, storedStatements } from './independent.ts';

const { DB: db } = env;
const app = testApp({ resend: { ...freshResend().setting, webhookSecret } });
let world: World;
let all: CountingVerb[];
let weeks = 0;
const turns = new Map<string, Turn>();

/** Closes the week on Monday morning, and goes on at Wednesday. */
async function closeWeek(): Promise<void> {
  weeks += 1;
  const wednesday = aWednesday.getTime() + weeks * 7 * day;
  await app.cron(new Date(wednesday - 2 * day));
  app.setNow(new Date(wednesday));
  // Sessions last 12 hours.
  const { campaign } = world.context;
  const again = (email: string) => organizerIn(app, campaign, { role: 'owner', hasPasskey: true, email });
  world.owner = await again(world.owner.email);
  world.other = await again(world.other.email);
}

beforeAll(async () => {
  world = await everythingIn(app);
  // Else its deliveries look for a host that is not there.
  await verbs['end a webhook']?.(world, 0);
  all = countingVerbs(app, world);
  for (let week = 0; week < 3; week += 1) {
    for (const { what, weeks: steps } of all) {
      const turn = turns.get(what) ?? newTurn();
      turns.set(what, turn);
      await steps[week]?.(turn);
    }
    await closeWeek();
  }
});

test('each verb is as many leaves as it starts and stops counting', async () => {
  const members = await storedMembers(world.context.action.id);
  const found = all.map(({ what }) => {
    const own = members.filter(({ signature_id }) => turns.get(what)?.ids.includes(signature_id));
    return [what, [own.length, own.filter(({ removed_leaf }) => removed_leaf !== null).length]];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(all.map(({ what, leaves }) => [what, leaves])),
  );
  await expectTree();
});

/** The tree is that of the account in every statement, and its last leaves are who counts. */
async function expectTree(actionId = world.context.action.id): Promise<void> {
  expect(await problemsWithTrees(actionId)).toEqual([]);
  const members = await storedMembers(actionId);
  const counted = members.filter((one) => one.removed_leaf === null).map((one) => one.signature_id);
  const { results } = await db
    .prepare(`SELECT id FROM signatures WHERE action_id = ? AND state = 'confirmed' ORDER BY id`)
    .bind(actionId)
    .all<{ id: string }>();
  expect(counted.toSorted()).toEqual(results.map(({ id }) => id));
}

test('after random histories of these verbs and their undoing, and at the end of retention, each week agrees with its account', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ begin: fc.nat(50) }) },
    { weight: 5, arbitrary: fc.record({ goOn: fc.nat(50) }) },
    { weight: 2, arbitrary: fc.record({ undo: fc.nat(9) }) },
    { weight: 2, arbitrary: fc.constant('week' as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      const begun: Begun[] = [];
      for (const one of steps) await take(one, begun);
      await closeWeek();
      await expectTree();
    }),
    { numRuns: 4, endOnFailure: true },
  );
  const { id } = world.context.action;
  const before = await storedMembers(id);
  await endRetention();
  await expectTree();
  expect(await storedMembers(id)).toEqual(before.map((member) => ({ ...member, salt: null })));
  expect(await findDifferences(db, id, shippedHouse.recounts)).toEqual([]);
});

/** The petition closes, and its people are erased once that was announced. */
async function endRetention(): Promise<void> {
  const { action } = world.context;
  await db.batch([
    db.prepare('UPDATE actions SET closes_at = ?2 WHERE id = ?1').bind(action.id, app.now().getTime() + day),
    db.prepare('UPDATE campaigns SET retention_days = 1 WHERE id = ?').bind(world.context.campaign.id),
  ]);
  for (let more = 0; more < 4; more += 1) await closeWeek();
  const erased = await db
    .prepare('SELECT erased_at FROM actions WHERE id = ?')
    .bind(action.id)
    .first<number>('erased_at');
  expect(erased).not.toBeNull();
}

type Begun = { turn: Turn; left: CountingVerb['weeks'] };
type Taken = 'week' | { begin: number } | { goOn: number } | { undo: number };

async function take(step: Taken, begun: Begun[]): Promise<void> {
  if (step === 'week') return closeWeek();
  if ('undo' in step) {
    const standing = await standingActs(world);
    const id = standing[step.undo % standing.length];
    if (id !== undefined) await undo(world, id);
    return;
  }
  if ('begin' in step) {
    begun.push({ turn: newTurn(), left: [...(all[step.begin % all.length]?.weeks ?? [])] });
  }
  const one = 'begin' in step ? begun.at(-1) : begun[step.goOn % begun.length];
  await one?.left.shift()?.(one.turn);
}

test('at the end of retention salts go, and no leaf with them', async () => {
  const { action } = await openPetition(db, { retentionDays: 1, closesOn: '2026-12-05' });
  app.setNow(aWednesday);
  const person = (name: string) => ({
    given_name: name,
    email: `${name}@${action.slug}.example`,
    zip: '28202',
  });
  for (const name of ['ana', 'ben']) await confirmedAs(app, action.slug, person(name));
  await signedAs(app, action.slug, person('cy'));
  for (let days = 5; days <= 26; days += 7) {
    await app.cron(new Date(aWednesday.getTime() + days * day));
    await app.cron(new Date(aWednesday.getTime() + (days + 3) * day));
  }
  expect((await storedMembers(action.id)).map(({ salt, removed_leaf }) => [salt, removed_leaf])).toEqual([
    [null, null],
    [null, null],
  ]);
  const statements = await storedStatements(action.id);
  expect(statements.length).toBeGreaterThan(2);
  expect(statements.at(-1)?.members).toMatchObject({ size: 2, added: 2, removed: 0 });
  await expectTree(action.id);
});
