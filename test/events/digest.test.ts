import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { smallEvent } from '../support/event-kit.ts';
import { comes, openEvent, opened } from '../support/events.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const digestOf = async (campaign: string) =>
  (await app.mailTo(`${campaign.replace('-campaign', '')}@example.org`))[0]?.text.replace(/\s+/g, ' ') ?? '';

test('the committee reads what is public and coming, and how many come once they are five', async () => {
  await stopEarlierDigests(env.DB);
  const { action, campaign } = await openEvent(app);
  for (const name of ['Ana', 'Bo', 'Cleo', 'Dee']) await comes(app, action.slug, { name });
  await app.cron('2026-11-30T12:00:00Z');
  const few = await digestOf(campaign.slug);
  expect(few).toContain('A small workshop');
  expect(few).toContain('Thursday, January 14, 2027, 6:00 pm to 8:00 pm, Eastern Time. The library.');
  expect(few).toContain('Fewer than five people have signed up and confirmed.');
  expect(few).not.toContain('Secret');

  await comes(app, action.slug, { name: 'Eve' });
  await app.cron('2026-12-07T12:00:00Z');
  expect(await digestOf(campaign.slug)).toContain('5 people have signed up and confirmed.');
  app.setNow('2027-01-20T15:00:00Z');
  await app.cron('2027-01-25T12:00:00Z');
  expect(await digestOf(campaign.slug)).not.toContain('A small workshop');
});

test('hours of volunteers stand with what is coming once five have reported, and move on by fives', async () => {
  await stopEarlierDigests(env.DB);
  app.setNow('2027-02-01T15:00:00Z');
  const shift = {
    kind: 'shift',
    times: [{ slug: 'first', starts: '2027-02-03T18:00', ends: '2027-02-03T20:00', capacity: 20 }],
  };
  const { action, campaign, kit } = await openEvent(app, { event: shift });
  const coming = smallEvent({
    times: [{ slug: 'first', starts: '2027-06-14T18:00', ends: '2027-06-14T20:00', capacity: 2 }],
  });
  await opened(app, { ...kit, events: [...kit.events, coming] }, app.now());
  const names = ['Ana', 'Bo', 'Cleo', 'Dee', 'Eve', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo'];
  const own: string[] = [];
  for (const name of names) own.push(await comes(app, action.slug, { name }));
  app.setNow('2027-02-04T15:00:00Z');
  const report = async (those: string[], hours: string) => {
    for (const path of those) await app.post(`${path}/hours`, { hours });
  };
  const list = async () => (await organizerIn(app, campaign, { role: 'owner' })).read('/events');
  await report(own.slice(0, 4), '2.5');
  await app.cron('2027-02-08T12:00:00Z');
  expect(await digestOf(campaign.slug)).toContain('A small workshop');
  expect(await digestOf(campaign.slug)).not.toContain('hours in all');
  expect(await list()).not.toContain('hours in all');

  await report(own.slice(4, 5), '2.5');
  await app.cron('2027-02-15T12:00:00Z');
  const told = await digestOf(campaign.slug);
  expect(told).toContain('Volunteers of this campaign have reported 12.5 hours in all.');
  expect(told).toContain('Fewer than five people have signed up and confirmed.');
  expect(await list()).toContain('Volunteers have reported 12.5 hours in all');

  // What one more person reported, or changed, cannot be worked out.
  await report(own.slice(5, 9), '8');
  await report(own.slice(0, 1), '9');
  await app.cron('2027-02-22T12:00:00Z');
  expect(await digestOf(campaign.slug)).toContain('reported 12.5 hours in all.');
  await report(own.slice(9), '8');
  await app.cron('2027-03-01T12:00:00Z');
  expect(await digestOf(campaign.slug)).toContain('reported 59 hours in all.');
});
