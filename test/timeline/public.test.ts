import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { datedKit, openTimeline, tactic, timelineKit } from './support.ts';

const app = testApp();
const kit = timelineKit();
const path = `/campaigns/${kit.campaign.slug}`;
const read = async (address: string) => (await app.request(address)).text();

beforeAll(async () => {
  const { owner } = await openTimeline(app, kit);
  await owner.post('/new-tactic', { ...tactic, title: 'Nobody may see this' });
});

test('the campaign’s page draws phases and junctures above their list and leads to the page of them', async () => {
  const page = await read(path);
  expect(page).toContain(`href="${path}/timeline"`);
  expect(page).toMatch(
    /<svg[\s\S]*?The policy[\s\S]*?Jun 14: The vote[\s\S]*?<\/svg>[\s\S]*?<ol class="timeline">/,
  );
  expect(page).not.toContain('Nobody may see this');
});

test('its own page has the picture, the next juncture and a table that says the same, in both languages', async () => {
  const page = await read(`${path}/timeline`);
  for (const words of [
    ...['201 days until: The vote', 'Today', '<b>Now</b>', 'Tuesday, September 1, 2026'],
    ...['Monday, June 14, 2027', 'It decides.', `${path}/junctures.ics?lang=en`],
  ]) {
    expect(page).toContain(words);
  }
  const spanish = await read(`${path}/timeline?lang=es`);
  expect(spanish).toContain('Faltan 201 días para: The vote (es)');
  expect(page + spanish).not.toContain('Nobody may see this');
});

test('the API names the phases and the page', async () => {
  const json = await (await app.request(`/api/v1${path}`)).json();
  expect(json).toMatchObject({
    timeline: `${path}/timeline`,
    phases: [
      { name: 'The policy', starts_on: '2026-09-01', ends_on: '2027-05-31' },
      { name: 'The money', starts_on: '2027-01-11', ends_on: null },
    ],
  });
  expect(await read('/sitemap.xml')).toContain(`${path}/timeline`);
});

test('today is that of the city: a juncture is today until its midnight there', async () => {
  app.setNow('2027-06-15T03:59:00Z');
  expect(await read(`${path}/timeline`)).toContain('Today: The vote');
  app.setNow('2027-06-15T04:00:00Z');
  expect(await read(`${path}/timeline`)).toContain('days until: The election');
  app.setNow('2028-01-01T12:00:00Z');
  const over = await read(`${path}/timeline`);
  expect(over).not.toContain('days until');
  expect(over).toContain('<b>Done</b>');
  app.setNow(aWednesday);
});

test('a campaign without phases and junctures has no such page, picture or link', async () => {
  const bare = datedKit({ phases: [], junctures: [] });
  const own = `/campaigns/${bare.campaign.slug}`;
  await openTimeline(app, bare);
  expect((await app.request(`${own}/timeline`)).status).toBe(404);
  expect(await read(own)).not.toContain(`${own}/timeline`);
  expect(await read('/sitemap.xml')).not.toContain(`${own}/timeline`);
  expect(await (await app.request(`/api/v1${own}`)).json()).toMatchObject({ timeline: null, phases: [] });
});

test('one juncture alone, and one phase without an end, can be drawn', async () => {
  const { phases, junctures } = kit.campaign;
  for (const dates of [
    { phases: [], junctures: junctures.slice(0, 1) },
    { phases: phases.slice(1), junctures: [] },
  ]) {
    const one = datedKit(dates);
    await openTimeline(app, one);
    const page = await app.request(`/campaigns/${one.campaign.slug}/timeline`);
    expect([page.status, /NaN|Infinity/.test(await page.text())]).toEqual([200, false]);
  }
});
