import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { changeSignUp } from '../../worker/events/change-sign-up.ts';
import { recountSeats } from '../../worker/events/recount-store.ts';
import { signUp } from '../../worker/events/sign-up.ts';
import { confirm } from '../../worker/signatures/confirm.ts';
import { contentVersionOf, findSignature } from '../../worker/signatures/store.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { erase, withdraw } from '../../worker/signatures/take-back.ts';
import { testApp } from '../support/app.ts';
import { opened } from '../support/events.ts';
import { expected, stored, toldOf } from '../support/shift-lines.ts';
import {
  type Asks,
  asksFor,
  changes,
  confirms,
  type ShiftMet,
  type ShiftModel,
  type ShiftTime,
  shiftModel,
  shiftTimes,
  stops,
} from '../support/shift-model.ts';
import { openShifts } from '../support/shifts.ts';

type Fate = 'well' | 'lost before' | 'lost after';
let fates: Fate[] = [];
let now = new Date();

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

const kinds = [
  ...(['signs', 'signs', 'signs', 'confirms', 'confirms', 'meets', 'meets', 'meets'] as const),
  ...(['moves', 'moves', 'withdraws', 'erases', 'asks', 'norms'] as const),
];
type Shows = { norms: 'none' | 'old' | 'new'; lessons: string[] };
type Act = {
  kind: (typeof kinds)[number];
  who: number;
  /** Somebody else who does the same at the same moment; the one with whom they share an inbox, or nobody. */
  other: number | 'housemate' | null;
  slot: ShiftTime;
  shows: Shows;
  mayWait: boolean;
  asks: Asks;
};

const people = 6;
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat({ max: people - 1 }),
  other: fc.oneof(fc.constant(null), fc.constant('housemate' as const), fc.nat({ max: people - 1 })),
  slot: fc.constantFrom('desk', 'desk', ...shiftTimes),
  shows: fc.record({
    norms: fc.constantFrom('none', 'new', 'new', 'old'),
    lessons: fc.constantFrom([], ['one'], ['one', 'two'], ['one', 'two']),
  }),
  mayWait: fc.boolean(),
  asks: fc.record({ norms: fc.boolean(), lessons: fc.constantFrom([], ['one'], ['one', 'two']) }),
});

const asked = (): Record<ShiftTime, Asks> => ({
  desk: { norms: true, lessons: ['one', 'two'] },
  stage: { norms: false, lessons: ['one'] },
  kitchen: { norms: false, lessons: [] },
});
const capacity = { desk: 2, stage: 1, kitchen: 1 };
const named = (text: string) => ({ en: text, es: text });

function eventOf(asks: Record<ShiftTime, Asks>) {
  const roles = shiftTimes.map((slug) => ({
    slug,
    name: named(slug),
    ...(asks[slug].norms && { norms: true }),
    ...(asks[slug].lessons.length > 0 && { lessons: asks[slug].lessons }),
  }));
  const times = shiftTimes.map((slug) => {
    const span = { starts: '2027-01-14T18:00', ends: '2027-01-14T20:00' };
    return { slug, role: slug, ...span, capacity: capacity[slug] };
  });
  return { roles, times };
}

let tokens = 0;

async function shifts() {
  const app = testApp({}, { db: mortalDb });
  const deps = { ...app.deps, db: env.DB };
  const context = await openShifts(app, { event: eventOf(asked()), norms: [named('Version 1')] });
  const { action, kit } = context;
  let model = shiftModel(asked(), capacity);
  now = app.now();

  const publish = () =>
    opened(
      { ...app, deps },
      {
        ...kit,
        campaign: { ...kit.campaign, norms: [named(`Version ${model.norms}`)] },
        events: [{ ...kit.events[0], ...eventOf(model.asks) }],
      },
      now,
    );
  const metOf = ({ norms, lessons }: Shows): ShiftMet => ({
    norms: norms === 'none' ? null : norms === 'new' ? model.norms : Math.max(1, model.norms - 1),
    lessons,
  });

  async function signs({ who, slot, shows }: Act) {
    if (model.unconfirmed.has(who)) return;
    const email = `p${Math.floor(who / 2)}@${action.slug}.example`;
    const person = parseSubmission({ given_name: `P${who}`, email, zip: '28202' });
    if (!person.ok) throw new Error('no person');
    tokens += 1;
    const sent = { formToken: `shift-of-this-test-${tokens}`, shownAt: now, language: 'en' as const };
    const choice = { slot, note: '', isNeutral: false, met: metOf(shows) };
    const send = () =>
      signUp(deps, context, { person: person.value, choice }, { ...sent, connection: null, now });
    const [made] = await Promise.all([send(), send()]);
    if (!made.ok) throw new Error(made.error.reason);
    model.unconfirmed.set(who, { id: made.value.id, slot, met: choice.met });
  }

  async function pressOf(who: number) {
    const form = model.unconfirmed.get(who);
    const signature = form && (await findSignature(env.DB, form.id));
    if (!signature) return;
    const { id, inboxKey } = signature;
    const shown = contentVersionOf(signature.sealed);
    const replaces = model.people.get(who)?.id ?? null;
    const press = () => confirm(deps, { id, inboxKey, context }, { shown, district: '', replaces, now });
    for (const pressed of await Promise.all([press(), press()])) {
      expect(pressed).toMatchObject({ ok: true, value: { state: 'confirmed' } });
    }
  }

  const idOf = (who: number) => (model.unconfirmed.get(who) ?? model.people.get(who))?.id;

  /** What is shown comes in two requests at the same moment, and each of them twice. */
  async function meets(who: number, { shows }: Act) {
    const id = idOf(who);
    const slot = (model.unconfirmed.get(who) ?? model.people.get(who))?.slot;
    if (!id || !slot) return;
    const met = metOf(shows);
    const show = (part: ShiftMet) =>
      changeSignUp(
        deps,
        { id, context },
        { slot, note: '', isNeutral: false, mayWait: true, met: part },
        now,
      );
    const parts = [
      { ...met, lessons: [] },
      { ...met, norms: null },
    ];
    for (const shown of await Promise.all([...parts, ...parts].map(show))) expect(shown.ok).toBe(true);
  }

  async function moves({ who, slot, shows, mayWait }: Act) {
    const id = idOf(who);
    if (!id) return;
    const change = { slot, mayWait, met: metOf(shows) };
    const saved = await changeSignUp(deps, { id, context }, { ...change, note: '', isNeutral: false }, now);
    expect(saved.ok ? 'saved' : saved.error.reason).toBe(changes(model, who, change));
  }

  async function goes({ who, kind }: Act) {
    const id = model.people.get(who)?.id;
    const signature = id && (await findSignature(env.DB, id));
    if (!signature) return;
    for (const act of [0, 1].map(() => (kind === 'erases' ? erase : withdraw))) {
      await act(deps, { signature, context }, now);
    }
    stops(model, who);
    if (kind === 'erases') model.unconfirmed.delete(who);
  }

  /** At the same moment either may be first: the site must be as one of the two orders makes it. */
  async function together(
    act: Act,
    site: (who: number) => Promise<void>,
    rule: (m: ShiftModel, who: number) => void,
  ) {
    const { who, other } = act;
    const second = other === 'housemate' ? who ^ 1 : other;
    const all = second === null || second === who ? [who] : [who, second];
    await Promise.all(all.map(site));
    const found = JSON.stringify(await stored(action.id));
    const [one, turned] = [all, all.toReversed()].map((order) => {
      const next = structuredClone(model);
      for (const each of order) rule(next, each);
      return next;
    }) as [ShiftModel, ShiftModel];
    model = JSON.stringify(expected(turned)) === found ? turned : one;
  }

  const confirming = (act: Act) => together(act, pressOf, confirms);
  const meeting = (act: Act) =>
    together(
      act,
      (who) => meets(who, act),
      (next, who) => {
        const slot = (next.unconfirmed.get(who) ?? next.people.get(who))?.slot;
        if (slot) changes(next, who, { slot, mayWait: true, met: metOf(act.shows) });
      },
    );
  /** New norms may come together with what a role asks for. */
  const publishes = ({ kind, slot, asks, mayWait }: Act) => {
    if (kind === 'norms') model.norms += 1;
    if (kind === 'asks' || mayWait) asksFor(model, slot, asks);
    return publish();
  };
  const site: Record<Act['kind'], (act: Act) => Promise<void>> = {
    signs,
    confirms: confirming,
    meets: meeting,
    moves,
    withdraws: goes,
    erases: goes,
    asks: publishes,
    norms: publishes,
  };

  return {
    actionId: action.id,
    model: () => model,
    async does(act: Act) {
      now = new Date(now.getTime() + 1000);
      model.step += 1;
      await site[act.kind](act);
    },
  };
}

test('whatever people show and whenever, places and lines of shifts are those of the rules', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 30 }),
      fc.array(fc.constantFrom<Fate>('well', 'well', 'lost before', 'lost after'), { maxLength: 40 }),
      async (acts, meets) => {
        fates = [];
        const { actionId, model, does } = await shifts();
        // The intake gives up after four losses in a row, and says so.
        fates = meets.flatMap((fate) => [fate, 'well']);
        for (const one of acts) {
          await does(one);
          const lines = await stored(actionId);
          expect(lines).toEqual(expected(model()));
          for (const { slot, has } of lines) expect(has.length).toBeLessThanOrEqual(capacity[slot]);
          const { rows, kept } = await recountSeats(env.DB, actionId);
          expect(kept).toEqual(rows);
        }
        fates = [];
        expect(await toldOf(actionId)).toEqual(model().told.toSorted());
      },
    ),
    { numRuns: 15 },
  );
});
