import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { accountOf } from '../../worker/actions/account-rules.ts';
import { readCounts } from '../../worker/actions/store.ts';
import type { EventContext } from '../../worker/events/cache.ts';
import { changeSignUp } from '../../worker/events/change-sign-up.ts';
import { nothingMet } from '../../worker/events/conditions/rules.ts';
import { signUp } from '../../worker/events/sign-up.ts';
import { readSeats } from '../../worker/events/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { ConsoleCampaign } from '../../worker/organize/console-section.ts';
import { confirm } from '../../worker/signatures/confirm.ts';
import { decide, takeBack } from '../../worker/signatures/decide.ts';
import { findSignature } from '../../worker/signatures/store.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { erase, withdraw } from '../../worker/signatures/take-back.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openEvent } from '../support/events.ts';
import { organizerIn } from '../support/organizer.ts';

type Fate = 'well' | 'lost before' | 'lost after';
let fates: Fate[] = [];

/** Where a transaction of the intake is lost, before it or after, the intake tries again. */
const mortalDb = {
  prepare: (sql: string) => env.DB.prepare(sql),
  async batch(statements: D1PreparedStatement[]) {
    const fate = fates.shift() ?? 'well';
    if (fate === 'lost before') throw new Error('D1_ERROR: Network connection lost.');
    const results = await env.DB.batch(statements);
    if (fate === 'lost after') throw new Error('D1_ERROR: Network connection lost.');
    return results;
  },
} as unknown as D1Database;

afterEach(() => {
  fates = [];
});

const slots = ['first', 'second'] as const;
type SlotName = (typeof slots)[number];
const kinds = ['comes', 'cancels', 'erases', 'aside', 'back', 'moves', 'insists'] as const;
type Act = { kind: (typeof kinds)[number]; who: number; slot: SlotName };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('comes' as const, 'comes' as const, ...kinds),
  who: fc.nat({ max: 7 }),
  slot: fc.constantFrom(...slots),
});

/** What one line must be: who has a place, and who waits in which order. */
type Line = { capacity: number; has: string[]; waits: { id: string; number: number }[]; last: number };
type Model = Record<SlotName, Line>;
type Person = { id: string; slot: SlotName; state: 'counts' | 'aside'; number: number };

function join(line: Line, person: Person): void {
  if (line.has.length < line.capacity && line.waits.length === 0) line.has.push(person.id);
  else {
    line.waits.push({ id: person.id, number: person.number });
    line.waits.sort((a, b) => a.number - b.number);
  }
}

/** Gives those who move up. */
function leave(line: Line, id: string): string[] {
  line.waits = line.waits.filter((one) => one.id !== id);
  if (!line.has.includes(id)) return [];
  line.has = line.has.filter((one) => one !== id);
  const next = line.waits.shift();
  if (!next) return [];
  line.has.push(next.id);
  return [next.id];
}

function numbered(line: Line): number {
  line.last += 1;
  return line.last;
}

let tokens = 0;

/** Does the same to the site and to the model. */
function actor(app: TestApp, context: EventContext, actorId: string) {
  const people = new Map<number, Person>();
  const model: Model = {
    first: { capacity: 2, has: [], waits: [], last: 0 },
    second: { capacity: 1, has: [], waits: [], last: 0 },
  };
  const told = new Map<string, number>();
  const { deps } = app;
  const { whenCounted } = shippedHouse.hooks;
  const { action, campaign, city } = context;
  const move = (ids: string[]) => {
    for (const id of ids) told.set(id, (told.get(id) ?? 0) + 1);
  };
  const now = () => app.now();
  const deciding = () => ({
    campaign: { ...campaign, timeZone: city.timeZone } as unknown as ConsoleCampaign,
    actor: actorId,
    actionId: action.id,
    now: now(),
    reason: 'test',
  });

  async function comes(who: number, slot: SlotName) {
    if (people.has(who)) return;
    const person = parseSubmission({
      given_name: `P${who}`,
      email: `p${who}@${action.slug}.example`,
      zip: '28202',
    });
    if (!person.ok) throw new Error('no person');
    tokens += 1;
    const sending = { formToken: `token-of-this-test-${tokens}`, shownAt: now(), language: 'en' as const };
    const sent = { ...sending, connection: null, now: now() };
    const choice = { slot, note: '', isNeutral: false, met: nothingMet };
    // A repeated press of the button makes one sign-up.
    const [made] = await Promise.all([
      signUp(deps, context, { person: person.value, choice }, sent),
      signUp(deps, context, { person: person.value, choice }, sent),
    ]);
    if (!made.ok) throw new Error(made.error.reason);
    const { id } = made.value;
    const signature = await findSignature(env.DB, id);
    const press = () =>
      confirm(
        deps,
        { id, inboxKey: signature?.inboxKey ?? null, context },
        { shown: null, district: '', replaces: null, now: now() },
      );
    await Promise.all([press(), press()]);
    // Who was set aside before is set aside again.
    const after = await findSignature(env.DB, id);
    const isAside = after?.state === 'flagged';
    const joined: Person = { id, slot, state: isAside ? 'aside' : 'counts', number: 0 };
    if (after?.state !== 'confirmed' && !isAside) return;
    if (!isAside) {
      joined.number = numbered(model[slot]);
      join(model[slot], joined);
    }
    people.set(who, joined);
  }

  async function stops(who: number, kind: 'cancels' | 'erases') {
    const person = people.get(who);
    const signature = person && (await findSignature(env.DB, person.id));
    if (!person || !signature) return;
    const act = kind === 'erases' ? erase : withdraw;
    await act(deps, { signature, context }, now());
    await act(deps, { signature, context }, now());
    people.delete(who);
    if (person.state === 'counts') move(leave(model[person.slot], person.id));
  }

  async function decides(who: number, kind: 'aside' | 'back') {
    const person = people.get(who);
    if (!person || (kind === 'aside') !== (person.state === 'counts')) return;
    const done =
      kind === 'aside'
        ? await decide(deps, whenCounted, {
            ...deciding(),
            kind: 'set-aside',
            seen: { id: person.id, state: 'confirmed' },
          })
        : await takeBack(deps, whenCounted, { ...deciding(), seen: { id: person.id, state: 'flagged' } });
    if (!done.ok) return;
    const after = await findSignature(env.DB, person.id);
    if (kind === 'aside') {
      person.state = 'aside';
      move(leave(model[person.slot], person.id));
    } else if (after?.state === 'confirmed') {
      person.state = 'counts';
      // Its number in the line is kept.
      if (person.number === 0) person.number = numbered(model[person.slot]);
      join(model[person.slot], person);
    }
  }

  async function moves(who: number, slot: SlotName, mayWait: boolean) {
    const person = people.get(who);
    if (!person) return;
    const changed = await changeSignUp(
      deps,
      { id: person.id, context },
      { slot, note: '', isNeutral: false, mayWait, met: nothingMet },
      now(),
    );
    if (slot === person.slot) return;
    const line = model[slot];
    const isFree = line.has.length < line.capacity && line.waits.length === 0;
    expect(changed.ok).toBe(isFree || mayWait || person.state === 'aside');
    if (!changed.ok) return;
    if (person.state === 'counts') {
      move(leave(model[person.slot], person.id));
      person.number = numbered(line);
      person.slot = slot;
      join(line, person);
    } else {
      person.number = 0;
      person.slot = slot;
    }
  }

  return {
    model,
    told,
    async does({ kind, who, slot }: Act) {
      if (kind === 'comes') await comes(who, slot);
      else if (kind === 'cancels' || kind === 'erases') await stops(who, kind);
      else if (kind === 'aside' || kind === 'back') await decides(who, kind);
      else await moves(who, slot, kind === 'insists');
    },
  };
}

async function linesOf(actionId: number) {
  const { results } = await env.DB.prepare(
    `SELECT signature_id AS id, slot, seat, state FROM sign_ups CROSS JOIN signatures ON id = signature_id
    WHERE sign_ups.action_id = ? AND seat <> 'none' ORDER BY number`,
  )
    .bind(actionId)
    .all<{ id: string; slot: SlotName; seat: 'has' | 'waits'; state: string }>();
  expect(results.every(({ state }) => state === 'confirmed')).toBe(true);
  const of = (slot: SlotName, seat: string) =>
    results.filter((one) => one.slot === slot && one.seat === seat).map(({ id }) => id);
  return slots.map((slot) => ({ slot, has: of(slot, 'has').toSorted(), waits: of(slot, 'waits') }));
}

async function toldOf(actionId: number): Promise<Map<string, number>> {
  const { results } = await env.DB.prepare(
    `SELECT ref, count(*) AS n FROM outbox CROSS JOIN sign_ups ON signature_id = ref
    WHERE sign_ups.action_id = ? AND outbox.kind LIKE 'event-moved-up:%' GROUP BY ref`,
  )
    .bind(actionId)
    .all<{ ref: string; n: number }>();
  return new Map(results.map(({ ref, n }) => [ref, n]));
}

const two = [
  { slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 2 },
  { slug: 'second', starts: '2027-01-21T18:00', ends: '2027-01-21T20:00', capacity: 1 },
];

test('whatever people and organizers do, and wherever a transaction is lost, places and lines are those of the rules', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 22 }),
      fc.array(fc.constantFrom<Fate>('well', 'well', 'lost before', 'lost after'), { maxLength: 30 }),
      async (acts, meets) => {
        const app = testApp({}, { db: mortalDb });
        const context = await openEvent(app, { event: { times: two } });
        const { id: organizer } = await organizerIn(app, context.campaign, { role: 'owner' });
        const site = { ...app, deps: { ...app.deps, db: env.DB } };
        const { model, told, does } = actor(site, context, organizer);
        // The intake gives up after four losses in a row, and says so.
        fates = meets.flatMap((fate) => [fate, 'well']);
        for (const one of acts) {
          await does(one);
          expect(await linesOf(context.action.id)).toEqual(
            slots.map((slot) => ({
              slot,
              has: model[slot].has.toSorted(),
              waits: model[slot].waits.map(({ id }) => id),
            })),
          );
          expect(await readSeats(env.DB, context.action.id)).toEqual(
            Object.fromEntries(
              slots.map((slot) => [
                slot,
                { taken: model[slot].has.length, waiting: model[slot].waits.length },
              ]),
            ),
          );
        }
        fates = [];
        expect(await toldOf(context.action.id)).toEqual(told);
        const counts = await readCounts(env.DB, context.action.id);
        const account = accountOf(counts.state);
        const { received, ...parts } = account;
        expect(received).toBe(Object.values(parts).reduce((sum, n) => sum + n, 0));
        const counting = await env.DB.prepare(
          "SELECT count(*) AS n FROM signatures WHERE action_id = ? AND state = 'confirmed'",
        )
          .bind(context.action.id)
          .first<number>('n');
        expect(account.confirmed).toBe(counting);
        const seated = slots.flatMap((slot) => [...model[slot].has, ...model[slot].waits]);
        expect(account.confirmed).toBe(seated.length);
      },
    ),
    { numRuns: 20 },
  );
});
