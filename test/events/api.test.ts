import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { osdiEventSchema, publicEventSchema } from '../../worker/events/public.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { comes, emailOf, openEvent, opened, seatsOf } from '../support/events.ts';
import { confirmPath } from '../support/people.ts';
import { press } from '../support/press.ts';

const app = testApp();
const json = async <Json>(path: string) => (await app.request(path)).json<Json>();
const text = async (path: string) => (await app.request(path)).text();

test('an event as JSON has its times, places and account, and no address that is held back', async () => {
  const { action } = await openEvent(app);
  for (const name of ['Ana', 'Bo', 'Cleo']) await comes(app, action.slug, { name });
  const event = publicEventSchema.parse(await json(`/api/v1/events/${action.slug}`));
  expect(event).toMatchObject({
    kind: 'workshop',
    state: 'open',
    place: { name: 'The library', address: null, held_back: true },
    counts: { received: 3, confirmed: 3, unconfirmed: 0 },
    languages: ['en', 'es'],
  });
  expect(event.times).toMatchObject([
    { time: 'first', starts_at: '2027-01-14T23:00:00.000Z', taken: 2, waiting: 1, places_left: 0 },
    { time: 'second', taken: 0, waiting: 0, places_left: 2 },
  ]);
  expect(JSON.stringify(event)).not.toContain('Secret');
  expect((await app.request('/api/v1/events/nothing')).status).toBe(404);
});

test('OSDI’s resource and schema.org’s Event say the same, without the address', async () => {
  const { action, kit } = await openEvent(app);
  const osdi = osdiEventSchema.parse(await json(`/api/v1/events/${action.slug}/osdi`));
  expect(osdi).toMatchObject({
    status: 'confirmed',
    start_date: '2027-01-14T23:00:00.000Z',
    end_date: '2027-01-22T01:00:00.000Z',
    capacity: 4,
    total_accepted: 0,
    location: { venue: 'The library', locality: 'Riverton', region: 'North Carolina' },
  });
  const page = await text(`/events/${action.slug}`);
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const linked = JSON.parse(data);
  expect(linked).toMatchObject({
    '@type': 'Event',
    name: 'A small workshop',
    startDate: '2027-01-14T23:00:00.000Z',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: 'The library', address: 'Riverton, North Carolina' },
  });
  expect(linked.subEvent).toHaveLength(2);
  expect(JSON.stringify([osdi, linked])).not.toContain('Secret');
  const cancelled = { en: 'No hall.', es: 'Sin sala.' };
  await opened(app, { ...kit, events: [{ ...kit.events[0], cancelled }] }, app.now());
  expect(await json(`/api/v1/events/${action.slug}/osdi`)).toMatchObject({ status: 'cancelled' });
  expect(await text(`/events/${action.slug}`)).toContain('https://schema.org/EventCancelled');
});

test('a program signs somebody up, who confirms by mail; a wrong body is a problem with its fields', async () => {
  const event = await openEvent(app);
  const { slug } = event.action;
  const path = `/api/v1/events/${slug}/sign-ups`;
  const person = { given_name: 'Ana', email: emailOf('Ana', slug), zip: '28202' };
  const wrong = await app.postJson(path, { ...person, slot: 'never', zip: 'x' });
  expect(wrong.status).toBe(422);
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  expect(await wrong.json()).toMatchObject({
    errors: expect.arrayContaining([
      { field: 'slot', message: 'This time can no longer be chosen. Choose another one' },
    ]),
  });
  const sent = await app.postJson(path, { ...person, slot: 'first', safe_note: 'Near the door' });
  expect([sent.status, await sent.json()]).toEqual([202, { status: 'check-your-email' }]);
  await press(app, await confirmPath(app, person.email));
  expect((await seatsOf(app, event)).first).toEqual({ taken: 1, waiting: 0 });
});

test('the campaign’s page and JSON list what is coming, the next one first, and drop what is over', async () => {
  const { action, campaign, kit } = await openEvent(app);
  const path = `/campaigns/${campaign.slug}`;
  expect(await text(path)).toContain('Coming events');
  expect(await text(path)).toContain(
    'Thursday, January 14, 2027, 6:00 pm to 8:00 pm, Eastern Time, and one more time',
  );
  expect(await text(path)).not.toContain('Secret');
  expect(await json(`/api/v1${path}`)).toMatchObject({
    events: [{ slug: action.slug, state: 'open', confirmed: 0 }],
    coming_events: [
      { slug: action.slug, kind: 'workshop', cancelled: false, page: `/events/${action.slug}` },
    ],
  });
  expect(await runQuery(env.DB, shippedHouse.publicPages(env.DB))).toContain(`/events/${action.slug}`);
  await app.cron('2027-01-22T15:00:00Z');
  expect(await text(path)).not.toContain('Coming events');
  expect(await json(`/api/v1${path}`)).toMatchObject({ coming_events: [] });
  expect(await text(`/events/${action.slug}`)).toContain('This event is over.');
  // A kit that moves it brings it back.
  const times = [
    { slug: 'first', starts: '2027-03-01T18:00', ends: '2027-03-01T19:00' },
    kit.events[0]?.times[1],
  ];
  await opened(app, { ...kit, events: [{ ...kit.events[0], times }] }, app.now());
  expect(await text(path)).toContain('Monday, March 1, 2027');
});
