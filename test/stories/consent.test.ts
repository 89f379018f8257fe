import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runQuery } from '../../worker/platform/query.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { openStory, takeSheet } from '../../worker/stories/guide.ts';
import { type Use, uses } from '../../worker/stories/rules.ts';
import { shownOf } from '../../worker/stories/shown.ts';
import { candidatesForCommitteeQuery } from '../../worker/stories/standing-store.ts';
import { wholeStoryQuery } from '../../worker/stories/store.ts';
import { agree, renew } from '../../worker/stories/telling.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { agreedStory, allow, openStories, type StoryWorld, write } from './support.ts';

const app = testApp();
const { db } = app.deps;
let world: StoryWorld;
let committee = 0;

beforeAll(async () => {
  world = await openStories(app);
  committee =
    (await db
      .prepare('SELECT committee_id AS id FROM actions WHERE slug = ?')
      .bind(world.petition)
      .first<number>('id')) ?? 0;
});

const guide = () => organizerIn(app, world.campaign, { role: 'owner', hasPasskey: true });

const sheets = ['hearing', 'press', 'training', 'other-city'] as const;

/** Asks every rendering of a story, of each use. Of the sheets, those of `asked` are taken, the others only offered. */
async function shownFor(id: string, asked: readonly Use[] = sheets): Promise<Use[]> {
  const now = app.now();
  const list = `/campaigns/${world.campaign.slug}/stories`;
  const one = (await app.request(`${list}/${id}`)).status === 200;
  expect((await (await app.request(list)).text()).includes(id)).toBe(one);
  const campaigns = await runQuery(db, candidatesForCommitteeQuery(db, committee, 50));
  const read = await shownOf(
    app.deps.keyring,
    campaigns.flatMap(({ candidates }) => candidates),
    now,
  );
  const owner = await guide();
  const page = await owner.read(`/stories/${id}/sheet`);
  const offered = sheets.filter((use) => page.includes(`<option value="${use}"`));
  for (const use of sheets.filter((one) => asked.includes(one))) {
    const answer = await owner.post(`/stories/${id}/sheet`, { use });
    expect([answer.status, (await answer.text()).includes('could have asked me one question')]).toEqual(
      offered.includes(use) ? [200, true] : [409, false],
    );
  }
  const isRead = read.some((found) => found.id === id);
  return [...(one ? ['page' as const] : []), ...(isRead ? ['digest' as const] : []), ...offered];
}

type Story = { own: string; id: string };

const setState = (change: string, ...values: number[]) =>
  db
    .prepare(`UPDATE actions SET ${change} WHERE slug = ?`)
    .bind(...values, world.petition)
    .run();

/** Each way in which a consent ends, and what brings the campaign back for the next test. */
const ends: Record<string, { end: (story: Story, use: Use) => unknown; after?: () => Promise<unknown> }> = {
  'not given': {
    end: ({ own }, use) =>
      allow(
        app,
        own,
        uses.filter((one) => one !== use),
      ),
  },
  expired: { end: async () => app.setNow(new Date(app.now().getTime() + 366 * day)) },
  'withdrawn for this use': { end: ({ own }, use) => app.post(`${own}/take-down`, { use }) },
  'withdrawn everywhere': { end: ({ own }) => app.post(`${own}/take-down`, {}) },
  paused: { end: ({ own }) => app.post(`${own}/pause`, {}) },
  'stopped by a guide': {
    end: async ({ id }) => (await guide()).post(`/stories/${id}/stop`, { decision: 'stop', reason: 'other' }),
  },
  'the text was changed': { end: ({ own }) => write(app, own, { city: 'Another text' }) },
  'the campaign closed': {
    end: () => setState("state = 'closed', closed_at = ?", app.now().getTime()),
    after: () => setState("state = 'open', closed_at = NULL"),
  },
  'the last day of the campaign has passed': {
    end: () => setState('closes_at = ?', app.now().getTime()),
    after: () => setState('closes_at = NULL'),
  },
  erased: { end: ({ own }) => app.post(`${own}/erase`, {}) },
};

const untouched = new Set(['not given', 'withdrawn for this use']);

test.each(Object.keys(ends))('no use renders a story once its consent has ended: %s', async (name) => {
  const { end, after } = ends[name]!;
  for (const use of uses) {
    app.setNow(aWednesday);
    const story = await agreedStory(app, world, uses);
    app.setNow(new Date(aWednesday.getTime() + 7 * day));
    expect(await shownFor(story.id)).toEqual(uses);
    await end(story, use);
    const left = await shownFor(story.id);
    expect(left).not.toContain(use);
    expect(left).toEqual(untouched.has(name) ? uses.filter((one) => one !== use) : []);
    await after?.();
    await app.post(`${story.own}/erase`, {});
    // The others end everything at once: one round shows it for each use.
    if (!untouched.has(name)) break;
  }
});

test('a yes after a consent has expired is a new one: it is shown again after seven days', async () => {
  app.setNow(aWednesday);
  const { own, id } = await agreedStory(app, world, ['other-city']);
  // The very moment at which it ends.
  const last = await db
    .prepare('SELECT max(until_at) AS last FROM story_consents WHERE story_id = ?')
    .bind(id)
    .first<number>('last');
  for (const past of [0, 30 * day]) {
    app.setNow(new Date((last ?? 0) + past));
    expect(await shownFor(id)).toEqual([]);
  }
  await allow(app, own, ['other-city']);
  expect(await shownFor(id)).toEqual([]);
  app.setNow(new Date(app.now().getTime() + 7 * day));
  expect(await shownFor(id)).toEqual(['other-city']);
  await app.post(`${own}/erase`, {});
});

test('who chooses less time for what is shown gets less; more time is asked for by the button for it', async () => {
  app.setNow(aWednesday);
  const { own, id } = await agreedStory(app, world, ['page', 'press']);
  app.setNow(new Date(aWednesday.getTime() + 30 * day));
  const preview = await allow(app, own, ['page', 'press'], { 'months.page': '3', 'months.press': '36' });
  expect(preview).toContain('It goes on until Thursday, March 25, 2027.');
  expect(preview).toContain('It goes on until Thursday, December 2, 2027.');
  expect(await shownFor(id)).toEqual(['page', 'press']);
  app.setNow(new Date('2027-03-25T13:59:00Z'));
  expect(await shownFor(id)).toEqual(['page', 'press']);
  app.setNow(new Date('2027-03-25T14:00:00Z'));
  expect(await shownFor(id)).toEqual(['press']);
  await app.post(`${own}/erase`, {});
});

test('random yeses and ends: a use renders exactly while its consent lives', async () => {
  const some = fc.subarray([...uses]);
  const step = fc.oneof(
    { weight: 4, arbitrary: some.map((chosen) => ({ do: 'allow' as const, chosen })) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 200 }).map((days) => ({ do: 'wait' as const, days })) },
    fc.constantFrom(...uses).map((use) => ({ do: 'take-down' as const, use })),
    fc
      .constantFrom('take-all', 'pause', 'resume', 'rewrite', 'stop', 'restart', 'close', 'open', 'erase')
      .map((what) => ({ do: what as 'pause' })),
  );
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      await setState("state = 'open', closed_at = NULL, closes_at = NULL");
      app.setNow(aWednesday);
      const story = await agreedStory(app, world, uses);
      // The model: from when until when each use may be shown.
      const terms = new Map<Use, { from: number; until: number }>(uses.map((use) => [use, termNow()]));
      const is = { paused: false, stopped: false, closed: false, erased: false, rewritten: 0 };
      for (const one of [{ do: 'wait' as const, days: 7 }, ...steps]) {
        await take(one, { story, terms, is });
        const at = app.now().getTime();
        const isOut = is.paused || is.stopped || is.closed || is.erased;
        const expected = uses.filter((use) => {
          const term = terms.get(use);
          return !isOut && term !== undefined && term.from <= at && at < term.until;
        });
        expect(await shownFor(story.id, [sheets[asked++ % sheets.length]!])).toEqual(expected);
        if (is.erased) return;
      }
      await app.post(`${story.own}/erase`, {});
    }),
    { numRuns: 6 },
  );
  await setState("state = 'open', closed_at = NULL");
});

function termNow() {
  const from = new Date(app.now().getTime() + 7 * day);
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + 1);
  return { from: from.getTime(), until: until.getTime() };
}

type Model = {
  story: Story;
  terms: Map<Use, { from: number; until: number }>;
  is: { paused: boolean; stopped: boolean; closed: boolean; erased: boolean; rewritten: number };
};
type Step = { do: string; chosen?: Use[]; days?: number; use?: Use };

async function take({ do: what, chosen = [], days = 0, use = 'page' }: Step, { story, terms, is }: Model) {
  const { own, id } = story;
  const owner: () => Promise<OrganizerClient> = guide;
  const now = app.now().getTime();
  switch (what) {
    case 'wait':
      app.setNow(new Date(now + days * day));
      break;
    case 'allow': {
      if (chosen.length === 0) break;
      await allow(app, own, chosen);
      for (const one of uses) {
        const term = terms.get(one);
        if (!chosen.includes(one)) terms.delete(one);
        else if (!term || term.until <= now) terms.set(one, termNow());
      }
      break;
    }
    case 'take-down':
      await app.post(`${own}/take-down`, { use });
      terms.delete(use);
      break;
    case 'take-all':
      await app.post(`${own}/take-down`, {});
      terms.clear();
      break;
    case 'rewrite':
      // A number would be taken for a telephone number.
      is.rewritten += 1;
      expect(
        (await write(app, own, { city: `Another ${'and another '.repeat(is.rewritten)}text` })).status,
      ).toBe(303);
      terms.clear();
      break;
    case 'pause':
    case 'resume':
      await app.post(`${own}/${what}`, {});
      is.paused = what === 'pause';
      break;
    case 'stop':
    case 'restart':
      await (await owner()).post(`/stories/${id}/stop`, { decision: what, reason: 'other' });
      is.stopped = what === 'stop';
      break;
    case 'close':
      await setState("state = 'closed', closed_at = ?", now);
      is.closed = true;
      break;
    case 'open':
      await setState("state = 'open', closed_at = NULL");
      is.closed = false;
      break;
    case 'erase':
      await app.post(`${own}/erase`, {});
      is.erased = true;
      break;
  }
}

test('what was taken down stays down when a press of another window had read it before', async () => {
  app.setNow(aWednesday);
  const { own, id } = await agreedStory(app, world, ['page', 'press']);
  app.setNow(new Date(aWednesday.getTime() + 30 * day));
  const now = app.now();
  expect((await app.request(`/campaigns/${world.campaign.slug}/stories/${id}`)).status).toBe(200);
  const before = await runQuery(db, wholeStoryQuery(db, id));
  if (!before) throw new Error('no story');
  await app.post(`${own}/take-down`, {});
  const timeZone = 'America/New_York';
  await renew(app.deps, before, { use: 'page', timeZone, now });
  const agreed = (['page', 'press'] as const).map((use) => {
    return { use, named: 'initial' as const, months: 3, mayTranslate: false };
  });
  await agree(app.deps, before, { agreed, seen: before.story.version, timeZone, now });
  expect(await shownFor(id)).toEqual([]);
});

test('a guide whose press comes together with an end gets neither a sheet nor the text', async () => {
  app.setNow(aWednesday);
  const { own, id } = await agreedStory(app, world, ['page', 'press']);
  app.setNow(new Date(aWednesday.getTime() + 30 * day));
  const by = { campaign: world.campaign, actor: (await guide()).id, now: app.now() };
  const take = () => takeSheet(app.deps, { ...by, id, use: 'press' });
  expect(await take()).toMatchObject({ ok: true });
  const refused = { ok: false, error: { reason: 'changed-meanwhile' } };
  await app.post(`${own}/pause`, {});
  expect(await take()).toEqual(refused);
  await app.post(`${own}/resume`, {});
  await app.post(`${own}/take-down`, { use: 'press' });
  expect(await take()).toEqual(refused);
  await app.post(`${own}/erase`, {});
  expect(await openStory(app.deps, { ...by, story: { id, version: 1 } })).toEqual(refused);
});
