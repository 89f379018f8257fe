import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, openEvent } from '../support/events.ts';
import { readByOthers } from '../support/ical-by-others.ts';

const app = testApp();
const site = app.deps.settings.publicUrl;
const read = async (path: string) => readByOthers(await (await app.request(path)).text());

const long = 'Reunión sobre formación; con señas, comida y niñas y niños, en el salón de atrás. '
  .repeat(4)
  .trim();

test('another reader of calendars finds the same times, also on the days on which the clock changes', async () => {
  const { action, campaign } = await openEvent(app, {
    event: {
      times: [
        { slug: 'spring', starts: '2027-03-14T01:30', ends: '2027-03-14T03:30', capacity: 2 },
        { slug: 'autumn', starts: '2027-11-07T00:30', ends: '2027-11-07T02:30', capacity: 2 },
      ],
      closes_on: '2027-11-07',
    },
  });
  const entries = await read(`/events/${action.slug}/calendar.ics`);
  expect(entries).toMatchObject([
    {
      uid: `event-${action.slug}-spring@${campaign.slug}.${new URL(site).hostname}`,
      startsAt: '2027-03-14T06:30:00.000Z',
      endsAt: '2027-03-14T07:30:00.000Z',
      status: 'CONFIRMED',
      location: 'The library',
    },
    { startsAt: '2027-11-07T04:30:00.000Z', endsAt: '2027-11-07T07:30:00.000Z' },
  ]);
});

test('folded lines, commas, semicolons and Spanish letters come out as they went in', async () => {
  const { action } = await openEvent(app, {
    event: {
      title: { en: 'A small workshop', es: 'Un taller pequeño: ¿qué hacemos?' },
      ask: { en: 'Learn', es: long.slice(0, 300).trim() },
      place: {
        name: { en: 'The library', es: 'La biblioteca, salón «Ñandú»; arriba' },
        address: '12 Calle Ocho, Piso 2',
      },
    },
  });
  const file = await (await app.request(`/events/${action.slug}/calendar.ics?lang=es`)).text();
  expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  const [entry] = readByOthers(file);
  expect(entry).toMatchObject({
    summary: 'Un taller pequeño: ¿qué hacemos?',
    location: 'La biblioteca, salón «Ñandú»; arriba, 12 Calle Ocho, Piso 2',
  });
  expect(entry?.description).toContain(long.slice(0, 300).trim());
});

test('the entry of one person, with the title of the event and with a neutral one', async () => {
  const { action, campaign } = await openEvent(app);
  const ana = await comes(app, action.slug, { name: 'Ana' });
  const bo = await comes(app, action.slug, { name: 'Bo', neutral_title: 'yes' });
  const [named] = await read(`${ana}/event.ics`);
  expect(named).toMatchObject({ summary: 'A small workshop', location: 'The library, 12 Secret Street' });
  const file = await (await app.request(`${bo}/event.ics`)).text();
  const [neutral] = readByOthers(file);
  expect(neutral).toMatchObject({ summary: 'Meeting', description: '', organizer: null });
  expect(neutral?.startsAt).toBe(named?.startsAt);
  expect(neutral?.uid).not.toBe(named?.uid);
  expect(file).not.toContain(campaign.slug);
  await app.post(`${ana}/withdraw`, {});
  expect(await read(`${ana}/event.ics`)).toMatchObject([{ uid: named?.uid, status: 'CANCELLED' }]);
});
