import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { runStage } from '../../worker/main/schedule.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { confirmedAs, type Links, signedAs } from './support.ts';

const victim = { given_name: 'Vera', family_name: 'Ruiz', zip: '28202' };

type World = {
  app: TestApp;
  slug: string;
  actionId: number;
  /** Who counts in this world: the victim herself, or somebody whom the stranger does not know. */
  signer: Record<string, string>;
  own: Links | null;
  planted: string[];
  strangers: Links | null;
};

async function worldWhere(isSigner: boolean): Promise<World> {
  const app = testApp();
  const { action } = await openPetition(env.DB);
  const signer = isSigner
    ? victimOf(action.slug)
    : { ...victim, email: `nora@${action.slug}.example`, given_name: 'Nora' };
  return { app, slug: action.slug, actionId: action.id, signer, own: null, planted: [], strangers: null };
}

const victimOf = (slug: string) => ({ ...victim, email: `vera@${slug}.example` });

/** What the victim (or the person in her place) and the stranger can do. */
const acts = {
  async sign(world) {
    if (world.own) return;
    world.own = await confirmedAs(world.app, world.slug, world.signer);
  },
  async withdraw({ app, own }) {
    if (own) await app.post(`${own.mine}/withdraw`, {});
  },
  async erase({ app, own }) {
    if (own) await app.post(`${own.mine}/erase`, {});
  },
  async plant(world) {
    const { app, slug, planted } = world;
    // Use different spellings of her name and address.
    const n = planted.length;
    const alias = n % 3 === 1 ? `vera+${n}@${slug}.example` : victimOf(slug).email;
    const fields = {
      ...victimOf(slug),
      email: alias,
      given_name: n % 2 === 1 ? 'VERA' : 'Vera',
      source: 'club-link',
    };
    planted.push((await signedAs(app, slug, fields)).id);
  },
  async resend({ app, slug }) {
    await app.post(`/petitions/${slug}/resend`, { email: victimOf(slug).email });
  },
  async 'sign as oneself'(world) {
    const { app, slug } = world;
    world.strangers = await confirmedAs(app, slug, {
      given_name: 'Vera',
      family_name: 'Ruiz',
      zip: '28202',
      email: `stranger@${slug}.example`,
    });
  },
  async 'erase oneself'({ app, strangers }) {
    if (strangers) await app.post(`${strangers.mine}/erase`, {});
  },
  async 'wait a day'({ app }) {
    await later(app, 1);
  },
  async 'wait a month'({ app }) {
    for (const days of [3, 8, 31]) await later(app, days);
  },
} satisfies Record<string, (world: World) => Promise<void>>;

/** Runs only the part of the cron job that changes signatures, because digests of all worlds would be slow. */
async function later(app: TestApp, days: number) {
  app.setNow(new Date(app.now().getTime() + days * day));
  await runStage(app.deps, 'settle', { house: shippedHouse, now: app.now() });
}

type Act = keyof typeof acts;
const everyAct = Object.keys(acts) as Act[];

/** Everything that a person without an account can read, with this world's slug replaced. */
async function seenIn({ app, slug, strangers }: World) {
  const petition = (await (await app.request(`/api/v1/petitions/${slug}`)).json()) as Record<string, unknown>;
  const own = strangers && (await (await app.request(`${strangers.mine}/data.json`)).json());
  const { state, mails } = (own ?? {}) as { state?: string; mails?: { kind: string }[] };
  const page = await (await app.request(`/petitions/${slug}`)).text();
  return {
    counts: petition.counts,
    bySource: petition.by_source,
    byDay: petition.by_day,
    byDistrict: petition.by_district,
    page: page.match(/<main[\s\S]*?<form/)?.[0].replaceAll(slug, 'SLUG'),
    own: { state, mails: mails?.map(({ kind }) => kind) },
  };
}

async function historyIn(world: World, history: Act[]) {
  const seen: unknown[] = [];
  world.app.setNow(aWednesday);
  for (const act of history) {
    await acts[act](world);
    seen.push({ act, ...(await seenIn(world)) });
  }
  return seen;
}

test('whether it is the victim or somebody else who has signed, a stranger sees the same', async () => {
  const random = fc.array(fc.constantFrom(...everyAct), { minLength: 4, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(random, async (history) => {
      const planted: Act[] = ['plant', ...history];
      const hers = await historyIn(await worldWhere(true), planted);
      const somebodyElses = await historyIn(await worldWhere(false), planted);
      expect(hers).toEqual(somebodyElses);
    }),
    { numRuns: 2, examples: [[['plant', 'plant', 'sign', 'plant', 'wait a day', 'erase', 'wait a month']]] },
  );
});

test('seven rows planted in somebody’s name wait and lapse alike, whether she confirms, erases or never comes', async () => {
  const counts: Record<string, unknown[]> = {};
  for (const [name, history] of Object.entries({
    confirms: ['sign', 'wait a month'],
    erases: ['sign', 'erase', 'wait a month'],
    never: ['wait a month'],
  } satisfies Record<string, Act[]>)) {
    const world = await worldWhere(true);
    await historyIn(world, Array<Act>(7).fill('plant'));
    counts[name] = [];
    for (const act of history as Act[]) {
      await acts[act](world);
      counts[name].push(await publicCounts(world.app, world.slug));
    }
  }
  const planted = { unconfirmed: 7, duplicate: 0, invalidated: 0 };
  const lapsed = { unconfirmed: 0, duplicate: 0, invalidated: 7 };
  expect(counts).toMatchObject({
    confirms: [
      { ...planted, received: 8, confirmed: 1, withdrawn: 0 },
      { ...lapsed, received: 8, confirmed: 1, withdrawn: 0 },
    ],
    erases: [
      { ...planted, received: 8, confirmed: 1 },
      { ...planted, received: 8, confirmed: 0, withdrawn: 1 },
      { ...lapsed, received: 8, confirmed: 0, withdrawn: 1 },
    ],
    never: [{ ...lapsed, received: 7, confirmed: 0 }],
  });
});

test('erasing takes the data of what was planted in her name too, and nobody is reminded of it', async () => {
  const world = await worldWhere(true);
  await historyIn(world, ['plant', 'sign', 'erase', 'wait a day', 'wait a month']);
  const { results } = await env.DB.prepare(
    'SELECT count(*) AS rows, count(sealed) AS sealed, count(inbox_key) AS inboxes FROM signatures WHERE action_id = ?',
  )
    .bind(world.actionId)
    .all();
  expect(results).toEqual([{ rows: 2, sealed: 0, inboxes: 0 }]);
  const reminders = await env.DB.prepare(
    "SELECT count(*) AS n FROM outbox WHERE kind LIKE 'remind%' AND ref IN (SELECT id FROM signatures WHERE action_id = ?)",
  )
    .bind(world.actionId)
    .first<number>('n');
  expect(reminders).toBe(0);
});
