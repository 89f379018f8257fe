import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, openEvent, opened } from '../support/events.ts';
import { readCalendar } from '../support/ical-reader.ts';

const app = testApp();
const site = app.deps.settings.publicUrl;
const read = async (path: string) => readCalendar(await (await app.request(path)).text());
const changed = (kit: object & { events: object[] }, change: Record<string, unknown>) => ({
  ...kit,
  events: kit.events.map((event) => ({ ...event, ...change })),
});

test('the calendar of an event has each time in UTC, and no address that is held back', async () => {
  const { action, campaign } = await openEvent(app);
  const answer = await app.request(`/events/${action.slug}/calendar.ics`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const { calendar, events } = readCalendar(await answer.text());
  expect(calendar).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', NAME: 'A small workshop' });
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    UID: `event-${action.slug}-first@${campaign.slug}.${new URL(site).hostname}`,
    DTSTART: '20270114T230000Z',
    DTEND: '20270115T010000Z',
    STATUS: 'CONFIRMED',
    SUMMARY: 'A small workshop',
    LOCATION: 'The library',
    ORGANIZER: 'mailto:organizers@example.org',
    URL: `${site}/events/${action.slug}?lang=en`,
  });
  expect(JSON.stringify(events)).not.toContain('Secret');
});

test('a change raises the sequence under the same number; a canceled event cancels', async () => {
  const { action, kit } = await openEvent(app);
  const path = `/events/${action.slug}/calendar.ics`;
  const [before] = (await read(path)).events;
  const times = [{ ...kit.events[0]?.times[0], starts: '2027-01-14T19:00' }, kit.events[0]?.times[1]];
  await opened(app, changed(kit, { times }), app.now());
  const [moved] = (await read(path)).events;
  expect(moved).toMatchObject({ UID: before?.UID, DTSTART: '20270115T000000Z' });
  expect(Number(moved?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
  // Opened again with nothing new, it stays.
  await opened(app, changed(kit, { times }), app.now());
  expect((await read(path)).events[0]?.SEQUENCE).toBe(moved?.SEQUENCE);

  await opened(app, changed(kit, { times, cancelled: { en: 'No hall.', es: 'Sin sala.' } }), app.now());
  const canceled = await read(path);
  expect(canceled.calendar.METHOD).toBe('CANCEL');
  expect(canceled.events[0]).toMatchObject({ UID: before?.UID, STATUS: 'CANCELLED' });
  expect(Number(canceled.events[0]?.SEQUENCE)).toBeGreaterThan(Number(moved?.SEQUENCE));
});

test('who has a place gets the address in their own entry, and its sequence rises with their changes', async () => {
  const { action } = await openEvent(app);
  const ana = await comes(app, action.slug);
  const answer = await app.request(`${ana}/event.ics`);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const { calendar, events } = readCalendar(await answer.text());
  expect(calendar.METHOD).toBe('PUBLISH');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ LOCATION: 'The library, 12 Secret Street', SUMMARY: 'A small workshop' });
  app.setNow('2026-11-26T15:00:00Z');
  await app.post(`${ana}/sign-up`, { slot: 'second' });
  const [moved] = (await read(`${ana}/event.ics`)).events;
  expect(moved).toMatchObject({ UID: events[0]?.UID, DTSTART: '20270121T230000Z' });
  expect(Number(moved?.SEQUENCE)).toBeGreaterThan(Number(events[0]?.SEQUENCE));
  app.setNow('2026-11-27T15:00:00Z');
  await app.post(`${ana}/withdraw`, {});
  const gone = await read(`${ana}/event.ics`);
  expect(gone.calendar.METHOD).toBe('CANCEL');
  expect(gone.events[0]).toMatchObject({ UID: events[0]?.UID, STATUS: 'CANCELLED', LOCATION: 'The library' });
  expect(Number(gone.events[0]?.SEQUENCE)).toBeGreaterThan(Number(moved?.SEQUENCE));
});

test('a neutral entry names neither the campaign nor the event, and keeps its number', async () => {
  const { action, campaign } = await openEvent(app);
  const ana = await comes(app, action.slug);
  const [named] = (await read(`${ana}/event.ics`)).events;
  await app.post(`${ana}/sign-up`, { slot: 'first', neutral_title: 'yes' });
  const file = await (await app.request(`${ana}/event.ics`)).text();
  const [neutral] = readCalendar(file).events;
  expect(neutral).toMatchObject({
    UID: named?.UID,
    SUMMARY: 'Meeting',
    LOCATION: 'The library, 12 Secret Street',
  });
  for (const word of ['workshop', campaign.slug, campaign.title.en, 'organizers@', new URL(site).hostname])
    expect(file).not.toContain(word);
});
