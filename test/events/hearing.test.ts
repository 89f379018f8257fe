import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { eventKit } from '../support/event-kit.ts';
import { openEvent } from '../support/events.ts';
import { checkKit } from '../support/kits.ts';
import { hearingOf } from '../support/summit.ts';

const opened = async (event: Record<string, unknown> = {}) => {
  const app = testApp();
  app.setNow('2027-01-10T15:00:00Z');
  const { action } = await openEvent(app, { event: { ...hearingOf(), ...event } });
  return { app, event: `/events/${action.slug}`, speak: `/events/${action.slug}/speak` };
};
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (app: TestApp, path: string) => (await app.request(path)).text();
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');

test('the page says until when, where and for how long to speak, and leads to the helper', async () => {
  const { app, event, speak } = await opened();
  for (const path of [event, speak]) {
    const html = await read(app, path);
    for (const said of [
      'Register by Thursday, January 14, 2027, 12:00 pm',
      'You have 2 minutes.',
      'href="https://city.example.org/speak"',
      'Register by phone: 704-555-0100',
      'Where to register: The clerk’s desk',
      'Ask the clerk two days before',
    ]) {
      expect(html).toContain(said);
    }
  }
  expect(await read(app, event)).toContain(`href="${speak}"`);
  expect(await read(app, `${speak}?lang=es`)).toContain('Usted tiene 2 minutos.');
  expect(await (await app.request(`/api/v1${event}`)).json()).toMatchObject({
    public_comment: { minutes: 2, register_by: '2027-01-14T17:00:00.000Z', phone: '704-555-0100' },
  });
});

test('after the deadline both pages say so, and the helper goes on helping until it is over', async () => {
  const { app, event, speak } = await opened();
  app.setNow('2027-01-14T17:00:00Z');
  for (const path of [event, speak]) {
    const html = await read(app, path);
    expect(html).toContain('The time to register ended on Thursday, January 14, 2027, 12:00 pm');
    expect(html).not.toContain('Register by phone');
  }
  app.setNow('2027-01-15T02:00:00Z');
  expect((await app.request(speak)).status).toBe(404);
  expect(await read(app, event)).not.toContain(`href="${speak}"`);
});

test('pressing the button counts the words and the time, in both languages, and stores nothing', async () => {
  const { app, speak } = await opened();
  const typed = `Zebra-unheard-of ${words(129)}`;
  const before = await rowsOfAll();
  const answer = await app.post(speak, { text: typed });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const html = await answer.text();
  expect(textOf(html)).toContain('Words: 130. Time to read aloud: about 1:00 of 2:00 minutes.');
  expect(html.match(/Zebra-unheard-of/g)).toHaveLength(2);
  expect(textOf(html)).not.toContain('Too long');
  const long = await (await app.post(`${speak}?lang=es`, { text: words(300) })).text();
  expect(textOf(long)).toContain('Palabras: 300. Tiempo de lectura en voz alta: unos 2:18 de 2:00 minutos.');
  expect(long).toContain('quite unas 40 palabras');
  expect(await rowsOfAll()).toEqual(before);
});

/** How many rows each table has. */
async function rowsOfAll(): Promise<unknown> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>();
  const counts = results.map(({ name }) =>
    env.DB.prepare(`SELECT '${name}' AS name, count(*) AS n FROM "${name}"`),
  );
  return (await env.DB.batch(counts)).map(({ results: rows }) => rows[0]);
}

test('a text that is too long comes back with what was typed, and markup stays text', async () => {
  const { app, speak } = await opened();
  const answer = await app.post(speak, { text: `${'x'.repeat(30_000)}<b>y` });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('href="#text"');
  expect(html).toContain('&lt;b&gt;y');
  expect((await app.post(speak, {})).status).toBe(200);
  expect((await app.post(speak, { text: 'x'.repeat(600_000) })).status).toBe(413);
});

test('it helps while the site is read only too', async () => {
  const { app, speak } = await opened();
  await turnSwitch(env.DB, { name: 'read-only', isOn: true }, app.now());
  const answer = await app.post(speak, { text: 'Thank you' });
  await env.DB.exec('DELETE FROM switches');
  expect([answer.status, textOf(await answer.text())]).toEqual([200, expect.stringContaining('Words: 2.')]);
});

test('what is no hearing has no such page', async () => {
  const { app, event, speak } = await opened({ comment: undefined });
  expect([(await app.request(speak)).status, (await app.post(speak, { text: 'x' })).status]).toEqual([
    404, 404,
  ]);
  expect(await read(app, event)).not.toContain('id="speak"');
});

test.for([
  [{ minutes: 2, register_by: '2027-01-14T20:30' }, /comment\.register_by is after the end of the event/],
  [{ minutes: 0 }, /comment\.minutes/],
  [{ minutes: 2, register_by: '2027-03-14T02:30' }, /comment\.register_by/],
  [{ register_by: '2027-01-14T12:00' }, /comment\.minutes is missing/],
] as const)('a public comment that cannot be is refused: %#', ([comment, problem]) => {
  const checked = checkKit(eventKit({ event: { ...hearingOf(), comment } }));
  expect(checked.ok ? '' : checked.error.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(
    problem,
  );
});
