import { expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { eventKit } from '../support/event-kit.ts';
import { openEvent } from '../support/events.ts';
import { checkKit } from '../support/kits.ts';
import { summitOf } from '../support/summit.ts';

const opens = '2027-01-10T15:00:00Z';
const open = (event: Record<string, unknown> = {}) => {
  const app = testApp();
  app.setNow(opens);
  return openEvent(app, { event: { ...summitOf(), ...event } }).then(({ action }) => ({
    app,
    slug: action.slug,
  }));
};
const page = async (app: TestApp, path: string) => (await app.request(path)).text();
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const problemsOf = (event: Record<string, unknown>) => {
  const checked = checkKit(eventKit({ event: { ...summitOf(), ...event } }));
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path} ${message}`);
};
const session = (more: Record<string, unknown>) => ({ ...summitOf().sessions[1], ...more });

test('the page lists the sessions by time, with room, who speaks, languages and access', async () => {
  const { app, slug } = await open();
  const html = await page(app, `/events/${slug}`);
  const text = textOf(html);
  const [opening, training, shelter, closing] = ['Opening', 'Train the police', 'Find a bed', 'Closing'].map(
    (title) => text.indexOf(title),
  );
  expect(opening).toBeGreaterThan(0);
  expect([opening, training, shelter, closing]).toEqual(
    [opening, training, shelter, closing].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
  for (const said of [
    '9:00 am to 10:00 am',
    'Where: Room A',
    'Who speaks: Police department; A partner',
    'Language: English and Spanish',
    'Spanish by headphones',
    'Room for 40 people: first come, first seated',
    'A loop for hearing aids',
    'not for single sessions',
  ]) {
    expect(text).toContain(said);
  }
  expect(text.match(/10:00 am to 11:00 am/g)).toHaveLength(1);
  const spanish = textOf(await page(app, `/events/${slug}?lang=es`));
  for (const said of [
    'De 10:00 a.m. a 11:00 a.m.',
    'Quién habla: Police department (es)',
    'Caben 40 personas',
  ]) {
    expect(spanish).toContain(said);
  }
});

test('the program prints with the times, the place that everybody may know, and a code to sign up', async () => {
  const { app, slug } = await open();
  expect(await page(app, `/events/${slug}`)).toContain(`href="/events/${slug}/program"`);
  const html = await page(app, `/events/${slug}/program`);
  expect(textOf(html)).toContain('9:00 am to 5:00 pm');
  expect(html).toContain('The library');
  expect(html).not.toContain('Secret Street');
  expect(html).toContain('class="qr"');
  expect(html).toContain('data-print');
  app.setNow('2027-01-20T15:00:00Z');
  expect(await page(app, `/events/${slug}/program`)).not.toContain('class="qr"');
});

test('an event without sessions, and one that was canceled, has no program', async () => {
  for (const event of [{ sessions: [] }, { cancelled: { en: 'No room', es: 'Sin sala' } }]) {
    const { app, slug } = await open(event);
    expect((await app.request(`/events/${slug}/program`)).status).toBe(404);
    expect(await page(app, `/events/${slug}`)).not.toContain('id="program"');
  }
});

test('search engines read the sessions as events within the event, each with its room', async () => {
  const { app, slug } = await open();
  const linked = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(await page(app, `/events/${slug}`))?.[1] ?? '');
  expect(linked.subEvent).toHaveLength(4);
  expect(linked.subEvent[0]).toMatchObject({
    '@type': 'Event',
    name: 'Train the police',
    startDate: '2027-01-14T15:00:00.000Z',
    endDate: '2027-01-14T16:00:00.000Z',
    location: { '@type': 'Place', name: 'Room A', containedInPlace: { name: 'The library' } },
    performer: [{ name: 'Police department' }, { name: 'A partner' }],
    maximumAttendeeCapacity: 40,
  });
});

test('of an event of two days each day holds its own sessions, on the page, in calendars and for search engines', async () => {
  const { sessions } = summitOf();
  const { app, slug } = await open({
    times: [
      { slug: 'first', starts: '2027-01-14T09:00', ends: '2027-01-14T17:00' },
      { slug: 'second', starts: '2027-01-15T09:00', ends: '2027-01-15T12:00' },
    ],
    sessions: [...sessions, session({ slug: 'again', starts: '2027-01-15T09:00', ends: '2027-01-15T10:00' })],
  });
  const html = await page(app, `/events/${slug}`);
  expect(html).toContain('<h3>Thursday, January 14, 2027</h3>');
  expect(html).toContain('<h3>Friday, January 15, 2027</h3>');
  const linked = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
  expect(linked.subEvent.map(({ subEvent }: { subEvent: unknown[] }) => subEvent.length)).toEqual([4, 1]);
  const calendar = (await page(app, `/events/${slug}/calendar.ics`)).replaceAll('\r\n ', '');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  const [one = '', two = ''] = calendar.split('BEGIN:VEVENT').slice(1);
  expect(one).toContain(
    String.raw`10:00 am to 11:00 am: Train the police (Room A). Police department\; A partner`,
  );
  expect(one.match(/: Opening/g)).toHaveLength(1);
  expect(two.match(/: Opening/g)).toHaveLength(1);
  expect(two).not.toContain('Train the police');
});

test('other programs read the sessions as JSON, and OSDI in the description', async () => {
  const { app, slug } = await open();
  const json = (await (await app.request(`/api/v1/events/${slug}`)).json()) as { sessions: unknown[] };
  expect(json.sessions).toHaveLength(4);
  expect(json.sessions[1]).toMatchObject({
    session: 'training',
    starts_at: '2027-01-14T15:00:00.000Z',
    room: 'Room A',
    speakers: ['Police department', 'A partner'],
    seats: 40,
  });
  const osdi = (await (await app.request(`/api/v1/events/${slug}/osdi`)).json()) as { description: string };
  expect(osdi.description.split('\n')).toHaveLength(4);
});

test.for([
  [
    'outside the times',
    { starts: '2027-01-14T08:00', ends: '2027-01-14T10:00' },
    /sessions\[0\]\.starts is not within/,
  ],
  [
    'ending before it begins',
    { starts: '2027-01-14T10:00', ends: '2027-01-14T09:30' },
    /sessions\[0\]\.ends is not after/,
  ],
  ['at no time', { starts: '2027-01-14 10:00' }, /sessions\[0\]\.starts must be a day and a time/],
  ['with a room of no words', { room: { en: '', es: '' } }, /sessions\[0\]\.room/],
] as const)('a session %s is refused', ([, more, problem]) => {
  expect(problemsOf({ sessions: [session(more)] }).join('\n')).toMatch(problem);
});

test('two sessions of one name, and two hundred, are refused; a hundred fit on the page', async () => {
  expect(problemsOf({ sessions: [session({}), session({})] }).join('\n')).toMatch(/sessions\[1\]\.slug/);
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ ...summitOf().sessions[0], slug: `s-${i}` }));
  expect(problemsOf({ sessions: many(200) }).join('\n')).toMatch(/must not have more than 100/);
  const { app, slug } = await open({ sessions: many(100) });
  const html = await page(app, `/events/${slug}`);
  const stream = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  expect((await new Response(stream).arrayBuffer()).byteLength).toBeLessThan(20_000);
});

test('a workshop says whom it is for, how to come, what people take home and what they may tell', async () => {
  const both = (text: string) => ({ en: text, es: `${text} (es)` });
  const { app, slug } = await open({
    kind: 'workshop',
    for_whom: both('Members of the council and their staff'),
    entry: 'invitation',
    take_home: both('A page of numbers'),
    materials: [{ label: both('The numbers'), url: 'https://example.org/numbers' }],
    quoting: 'chatham-house',
  });
  const html = await page(app, `/events/${slug}`);
  for (const said of [
    'Members of the council and their staff',
    'By invitation',
    'A page of numbers',
    '<a href="https://example.org/numbers">The numbers</a>',
    'Chatham House Rule: you may use what you hear',
  ]) {
    expect(html).toContain(said);
  }
  expect(await page(app, `/events/${slug}?lang=es`)).toContain('Regla de Chatham House');
  expect(await (await app.request(`/api/v1/events/${slug}`)).json()).toMatchObject({
    for_whom: 'Members of the council and their staff',
    by_invitation: true,
    quoting: 'chatham-house',
  });
});
