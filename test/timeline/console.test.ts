import { beforeAll, expect, test } from 'vitest';
import { findTactic } from '../../worker/timeline/store.ts';
import { addTactic, changeTactic } from '../../worker/timeline/write.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { change, datedKit, idOf, openTimeline, seenIn, tactic, timelineKit, undo } from './support.ts';

const app = testApp();
const kit = timelineKit();
const petition = kit.petitions[0]?.slug ?? '';
let campaign: { id: number; slug: string };
let owner: OrganizerClient;

beforeAll(async () => {
  ({ campaign, owner } = await openTimeline(app, kit));
});

const add = async (fields: Record<string, string>) => {
  const done = await owner.post('/new-tactic', { ...tactic, ...fields });
  expect(done.status).toBe(303);
  return idOf(app, campaign, fields.title ?? '');
};

test('the page of a campaign in which nothing is planned shows phases, junctures and today, and says so', async () => {
  const page = await owner.read('/plan');
  for (const words of ['Nothing is planned yet', 'The policy', 'Jun 14: The vote', 'Today']) {
    expect(page).toContain(words);
  }
  expect(page).toContain(`href="/organize/campaigns/${campaign.slug}/plan"`);
});

test('three tactics are planned, and one that ends after its juncture is warned about', async () => {
  const first = await add({ title: 'Ask the seats' });
  await add({ title: 'Bring the signatures', starts_on: '2027-02-01', ends_on: '2027-06-30', needs: first });
  await add({
    title: 'Thank everybody',
    phase: '',
    juncture: '',
    starts_on: '2027-07-01',
    ends_on: '2027-07-31',
  });
  const page = await owner.read('/plan');
  expect(page).toContain('1 tactic needs a look');
  expect(page).toContain('It ends after The vote (Jun 14), for which it is meant.');
  expect(page).toContain('It starts before Ask the seats ends.');
  expect(page).toContain('* Bring the signatures');
  const spanish = await owner.read('/plan?lang=es');
  expect(spanish).toContain('Termina después de The vote (es) (14 jun), para lo que está pensada.');
});

test('the same tactic that is sent again, such as after a step back, is planned once', async () => {
  const send = () => owner.post('/new-tactic', { ...tactic, title: 'Planned once' });
  for (const done of [...(await Promise.all([send(), send()])), await send()]) expect(done.status).toBe(303);
  const { results } = await app.deps.db
    .prepare("SELECT 1 FROM tactic_texts WHERE content ->> '$.title' = 'Planned once'")
    .all();
  expect(results).toHaveLength(1);
});

test('a number that is counted here fills itself, and one of its own is typed', async () => {
  const measured = { measure: `action:${petition}`, target: '1,200' };
  await add({ title: 'Measured by signatures', ...measured });
  expect(await owner.read('/plan')).toContain('0 of 1,200 confirmed signatures: A small petition');
  await confirmedAs(app, petition, anaOf(petition));
  expect(await owner.read('/plan')).toContain('1 of 1,200 confirmed signatures: A small petition');
  await add({ title: 'Measured by hand', measure: 'own', what: 'Letters', n: '7', target: '40' });
  expect(await owner.read('/plan')).toContain('7 of 40: Letters');
  // This campaign has no training.
  expect((await owner.post('/new-tactic', { ...tactic, measure: 'trained', target: '5' })).status).toBe(422);
});

test('what is wrong with the form is said beside what was typed', async () => {
  const bad = await owner.post('/new-tactic', {
    ...{
      title: ' ',
      starts_on: '2027-02-31',
      ends_on: '2027-13-01',
      phase: 'no-such',
      owner: 'organizer:nobody',
    },
    ...{ juncture: 'none-such', measure: 'own', target: '0', n: 'many', what: '', progress: 'maybe' },
    outcome: 'x'.repeat(301),
  });
  expect(bad.status).toBe(422);
  const page = await bad.text();
  for (const words of [
    ...['What you do: Fill this in', 'First day: Enter a day', 'Last day: Enter a day', 'Phase: Choose one'],
    ...['Whose it is: Choose one', 'For which date: Choose one', 'Target: Enter a whole number'],
    ...['What your own number counts: Fill this in', 'Your own number today: Enter a whole number'],
    ...['What should come of it: This is too long', 'How far: Choose one', 'value="2027-02-31"'],
  ]) {
    expect(page).toContain(words);
  }
  const back = { ...tactic, starts_on: '2027-03-02', ends_on: '2027-03-01' };
  expect(await (await owner.post('/new-tactic', back)).text()).toContain(
    'The last day is before the first one',
  );
});

test('what would wait for itself is refused, and the error names the circle', async () => {
  const a = await add({ title: 'Circle A' });
  const b = await add({ title: 'Circle B', needs: a });
  const c = await add({ title: 'Circle C', needs: b });
  const closed = await change(owner, a, { title: 'Circle A', needs: c });
  expect(closed.status).toBe(422);
  expect(await closed.text()).toContain(
    'Waits for: It would wait for itself: Circle A → Circle C → Circle B → Circle A',
  );
  const alone = await change(owner, b, { title: 'Circle B', needs: b });
  expect(await alone.text()).toContain('Circle B → Circle B');
  expect((await change(owner, a, { title: 'Circle A', needs: 'Z'.repeat(26) })).status).toBe(422);
});

test('two halves of a circle that are saved at the same time do not both stand', async () => {
  const ids = [await add({ title: 'Half A' }), await add({ title: 'Half B' })];
  const [half, other] = await Promise.all(ids.map((id) => findTactic(app.deps.db, campaign.id, id)));
  if (!half || !other) throw new Error('no such tactics');
  const by = { campaign: { ...campaign, timeZone: 'America/New_York' }, actor: owner.id, now: app.now() };
  const waits = (one: typeof half, on: typeof half) =>
    changeTactic(app.deps, { ...by, tactic: one, text: { ...one, needs: [on.id] } });
  const done = await Promise.all([waits(half, other), waits(other, half)]);
  expect(done.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test('a change of what somebody else has changed meanwhile comes back with what was typed', async () => {
  const id = await add({ title: 'Old words' });
  const seen = seenIn(await owner.read(`/tactics/${id}`));
  const changed = await owner.post(`/tactics/${id}`, { ...tactic, title: 'New words', seen });
  expect(changed.status).toBe(303);
  const stale = await owner.post(`/tactics/${id}`, { ...tactic, title: 'Other words', seen });
  expect(stale.status).toBe(409);
  const page = await stale.text();
  expect(page).toContain('value="Other words"');
  expect(page).toContain('Somebody has changed this meanwhile');
  expect((await owner.post(`/tactics/${id}/remove`, { seen })).status).toBe(409);
  const again = await owner.post(`/tactics/${id}`, { ...tactic, title: 'Other words', seen: seenIn(page) });
  expect(again.status).toBe(303);
});

test('adding, changing and taking off can be undone, and a second press does nothing', async () => {
  const done = await owner.post('/new-tactic', { ...tactic, title: 'Undone' });
  await undo(owner, done);
  expect(await owner.read('/plan')).not.toContain('Undone');
  const id = await add({ title: 'Kept' });
  const changed = await change(owner, id, { title: 'Renamed' });
  await undo(owner, changed);
  expect(await owner.read('/plan')).toContain('Kept');
  const seen = seenIn(await owner.read(`/tactics/${id}`));
  const removed = await owner.post(`/tactics/${id}/remove`, { seen });
  expect(await owner.read('/plan')).not.toContain('Kept');
  expect((await owner.post(`/tactics/${id}/remove`, { seen })).status).toBe(303);
  expect(await owner.read(`/tactics/${id}`)).toContain('This was taken off the timeline');
  await undo(owner, removed);
  expect(await owner.read('/plan')).toContain('Kept');
  const unchanged = await change(owner, id, { title: 'Kept' });
  expect(await unchanged.text()).toContain('Nothing was changed');
});

test('a tactic whose owner has left is warned about, and only who may see the plan can own a part', async () => {
  const editor = await organizerIn(app, campaign, { role: 'editor' });
  const moderator = await organizerIn(app, campaign, { role: 'moderator' });
  await add({ title: 'Owned', owner: `organizer:${editor.id}` });
  expect(await owner.read('/plan')).toContain(editor.email);
  const refused = await owner.post('/new-tactic', { ...tactic, owner: `organizer:${moderator.id}` });
  expect(refused.status).toBe(422);
  await owner.post(`/people/${editor.id}`, { decision: 'end' });
  const page = await owner.read('/plan');
  expect(page).toContain('Whose it was has no part in this any more.');
  expect(page).not.toContain(editor.email);
});

test('only 60 are planned at once', async () => {
  const own = await openTimeline(app);
  const by = { campaign: { ...own.campaign, timeZone: 'UTC' }, actor: own.owner.id, now: app.now() };
  const text = {
    ...{
      title: 'One of many',
      phase: null,
      owner: null,
      startsOn: '2027-01-01',
      endsOn: '2027-01-01',
      needs: [],
    },
    ...{ juncture: null, outcome: '', measure: null, progress: 'planned' as const },
  };
  for (let n = 0; n < 59; n += 1) {
    await addTactic(app.deps, { ...by, text: { ...text, title: `One of many, ${n}` } });
  }
  expect((await own.owner.post('/new-tactic', { ...tactic, title: 'Taken off' })).status).toBe(303);
  const id = await idOf(app, own.campaign, 'Taken off');
  const removed = await own.owner.post(`/tactics/${id}/remove`, {
    seen: seenIn(await own.owner.read(`/tactics/${id}`)),
  });
  const last = await own.owner.post('/new-tactic', { ...tactic, title: 'In its place' });
  expect(await own.owner.read('/plan')).toContain('The timeline is full');
  const refused = await own.owner.post('/new-tactic', tactic);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('value="Signatures at the market"');

  const full = await undo(own.owner, removed);
  expect(full.status).toBe(409);
  expect(await full.text()).toContain('There is no room for it any more');
  const gone = await findTactic(app.deps.db, own.campaign.id, id);
  if (!gone) throw new Error('no such tactic');
  expect((await changeTactic(app.deps, { ...by, tactic: gone, text })).ok).toBe(false);
  // Another text of one that stands takes no room.
  const other = await idOf(app, own.campaign, 'In its place');
  expect((await change(own.owner, other, { title: 'Renamed in a full plan' })).status).toBe(303);
  expect(await own.owner.read('/plan')).not.toContain('Taken off');

  const seen = seenIn(await own.owner.read(`/tactics/${other}`));
  expect((await own.owner.post(`/tactics/${other}/remove`, { seen })).status).toBe(303);
  expect((await undo(own.owner, removed)).status).toBe(303);
  expect(await own.owner.read('/plan')).toContain('Taken off');
  expect((await undo(own.owner, last)).status).toBe(409);
});

test('nobody reaches what belongs to another campaign', async () => {
  const other = await openTimeline(app);
  const id = await add({ title: 'Not yours' });
  expect((await other.owner.get(`/tactics/${id}`)).status).toBe(404);
  for (const path of ['', '/remove']) {
    expect((await other.owner.post(`/tactics/${id}${path}`, tactic)).status).toBe(404);
  }
  expect((await other.owner.post('/new-tactic', { ...tactic, needs: id })).status).toBe(422);
});

test('the calendar has each tactic from its first to its last day, and the junctures', async () => {
  await add({ title: 'In the calendar', starts_on: '2027-02-27', ends_on: '2027-02-28', outcome: 'Good' });
  await add({ title: 'Given up', progress: 'dropped' });
  const answer = await owner.get('/plan.ics');
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const file = (await answer.text()).replaceAll('\r\n ', '');
  expect(file).toMatch(
    /DTSTART;VALUE=DATE:20270227\r\nDTEND;VALUE=DATE:20270301\r\n[\s\S]*?SUMMARY:In the calendar\r\nDESCRIPTION:Good/,
  );
  expect(file).toContain('SUMMARY:The vote');
  expect(file).not.toContain('Given up');
});

test('a campaign without phases and junctures has no entry for it in the menu', async () => {
  const { owner: own } = await openTimeline(app, datedKit({ phases: [], junctures: [] }));
  expect(await own.read('')).not.toContain('/plan"');
  expect(await own.read('/plan')).toContain('This campaign has no phases and no dates that decide');
});
