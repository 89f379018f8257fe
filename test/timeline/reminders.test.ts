import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../worker/organize/people-store.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { change, idOf, openTimeline, seenIn, tactic } from './support.ts';

const app = testApp();
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
let editor: OrganizerClient;

beforeEach(async () => {
  app.setNow(aWednesday);
  ({ campaign, owner } = await openTimeline(app));
  editor = await organizerIn(app, campaign, { role: 'editor' });
});

const add = async (fields: Record<string, string>) => {
  expect((await owner.post('/new-tactic', { ...tactic, ...fields })).status).toBe(303);
  return idOf(app, campaign, fields.title ?? tactic.title);
};
const subjects = async ({ email }: OrganizerClient) =>
  (await app.mailTo(email)).map(({ subject }) => subject).reverse();

/** The end is Sunday, December 20, 2026: in Charlotte 8 am is 13:00 UTC. */
const ending = { starts_on: '2026-12-01', ends_on: '2026-12-20' };
const inAWeek = `Ends in a week: ${tactic.title}`;
const isLate = `Has it been done? ${tactic.title}`;

test('the owner is reminded a week before the end and the day after it, each once, on the clock of the city', async () => {
  const id = await add({ ...ending, owner: `organizer:${editor.id}` });
  await app.cron('2026-12-13T12:59:00Z');
  expect(await subjects(editor)).toEqual([]);
  for (const at of ['2026-12-13T13:00:00Z', '2026-12-13T13:00:00Z', '2026-12-13T13:15:00Z'])
    await app.cron(at);
  expect(await subjects(editor)).toEqual([inAWeek]);
  const [mail] = await app.mailTo(editor.email);
  expect(mail?.text.replaceAll('\n', ' ')).toContain('ends on Sunday, December 20, 2026');
  expect(mail?.text).toContain(`/organize/campaigns/${campaign.slug}/tactics/${id}`);
  await app.cron('2026-12-21T12:45:00Z');
  expect(await subjects(editor)).toEqual([inAWeek]);
  for (const at of ['2026-12-21T13:00:00Z', '2026-12-22T13:00:00Z']) await app.cron(at);
  expect(await subjects(editor)).toEqual([inAWeek, isLate]);
  expect(await subjects(owner)).toEqual([]);
});

test('in the language of its reader', async () => {
  await setLanguage(app.deps.db, editor.id, 'es');
  await add({ ...ending, owner: `organizer:${editor.id}` });
  await app.cron('2026-12-13T13:00:00Z');
  expect(await subjects(editor)).toEqual([`Termina en una semana: ${tactic.title}`]);
});

test('what belongs to nobody, or to somebody who has left, comes to who wrote it down last', async () => {
  await add({ ...ending });
  await add({ ...ending, title: 'Of somebody', owner: `organizer:${editor.id}` });
  await owner.post(`/people/${editor.id}`, { decision: 'end' });
  await app.cron('2026-12-13T13:00:00Z');
  expect(await subjects(editor)).toEqual([]);
  expect((await subjects(owner)).toSorted()).toEqual(['Ends in a week: Of somebody', inAWeek]);
});

test('nobody is reminded of what is done, dropped or taken off, and not of an end that was put off', async () => {
  const done = await add({ ...ending, title: 'Done' });
  const gone = await add({ ...ending, title: 'Gone' });
  const later = await add({ ...ending, title: 'Later' });
  await change(owner, done, { ...ending, title: 'Done', progress: 'done' });
  await owner.post(`/tactics/${gone}/remove`, { seen: seenIn(await owner.read(`/tactics/${gone}`)) });
  await change(owner, later, { ...ending, title: 'Later', ends_on: '2027-01-20' });
  for (const at of ['2026-12-13T13:00:00Z', '2026-12-21T13:00:00Z']) await app.cron(at);
  expect(await subjects(owner)).toEqual([]);
  await app.cron('2027-01-13T13:00:00Z');
  expect(await subjects(owner)).toEqual(['Ends in a week: Later']);
});

test('a mail that waits is not sent once it is done, and an end that moves after it is reminded of again', async () => {
  const id = await add({ ...ending });
  await app.cron('2026-12-13T13:00:00Z');
  expect(await subjects(owner)).toEqual([inAWeek]);
  owner = await organizerIn(app, campaign, { role: 'owner', email: owner.email });
  await change(owner, id, { ...ending, ends_on: '2026-12-27' });
  await app.cron('2026-12-20T13:00:00Z');
  expect(await subjects(owner)).toEqual([inAWeek, inAWeek]);
});

test('a run that is days late says only what is true then', async () => {
  await add({ ...ending });
  await app.cron('2026-12-23T13:00:00Z');
  expect(await subjects(owner)).toEqual([isLate]);
});

test('a change in the quarter of an hour before the run does not swallow the reminder, nor repeat one', async () => {
  const id = await add({ ...ending, owner: `organizer:${editor.id}` });
  app.setNow('2026-12-13T13:05:00Z');
  owner = await organizerIn(app, campaign, { role: 'owner', email: owner.email });
  const words = { ...ending, owner: `organizer:${editor.id}` };
  await change(owner, id, { ...words, outcome: 'Other words' });
  await app.cron('2026-12-13T13:15:00Z');
  expect(await subjects(editor)).toEqual([inAWeek]);
  await change(owner, id, { ...words, outcome: 'Yet other words' });
  await app.cron('2026-12-13T13:30:00Z');
  expect(await subjects(editor)).toEqual([inAWeek]);
});
