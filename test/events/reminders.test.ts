import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import type { EventKit } from '../support/event-kit.ts';
import { comes, emailOf, openEvent, opened } from '../support/events.ts';

const app = testApp();

const subjects = async (name: string, slug: string) =>
  (await app.mailTo(emailOf(name, slug))).map(({ subject }) => subject).reverse();

/** The only time begins at this local time in Charlotte. */
const at = (starts: string, ends: string, capacity = 1) => ({
  event: { times: [{ slug: 'first', starts, ends, capacity }] },
});

const changed = (kit: EventKit, change: Record<string, unknown>) => ({
  ...kit,
  events: kit.events.map((event) => ({ ...event, ...change })),
});

test('two days and two hours before, each once, on the clock of the city over a change of the clocks', async () => {
  // The clocks go forward on Sunday, March 14, 2027, at 2 am: two days before Monday 6 pm is Saturday 6 pm.
  app.setNow('2027-03-01T15:00:00Z');
  const { action } = await openEvent(app, at('2027-03-15T18:00', '2027-03-15T20:00'));
  await comes(app, action.slug, { name: 'Ana' });
  await comes(app, action.slug, { name: 'Bo' });
  const before = await subjects('Ana', action.slug);

  await app.cron('2027-03-13T22:59:00Z');
  expect(await subjects('Ana', action.slug)).toEqual(before);
  await app.cron('2027-03-13T23:00:00Z');
  await app.cron('2027-03-13T23:15:00Z');
  expect(await subjects('Ana', action.slug)).toEqual([...before, 'In two days: A small workshop']);
  const [mail] = await app.mailTo(emailOf('Ana', action.slug));
  expect(mail?.text).toContain('Monday, March 15, 2027, 6:00 pm to 8:00 pm, Eastern Time');
  expect(mail?.text.replaceAll('\n', ' ')).toContain('Where: The library, 12 Secret Street');

  await app.cron('2027-03-15T19:59:00Z');
  expect(await subjects('Ana', action.slug)).toHaveLength(before.length + 1);
  await app.cron('2027-03-15T20:00:00Z');
  await app.cron('2027-03-15T20:30:00Z');
  await app.cron('2027-03-15T22:15:00Z');
  expect(await subjects('Ana', action.slug)).toEqual([
    ...before,
    'In two days: A small workshop',
    'Today: A small workshop',
  ]);
  // Who only waits is not reminded.
  expect((await subjects('Bo', action.slug)).filter((subject) => /days|Today/.test(subject))).toEqual([]);
});

test('nobody who has canceled is reminded, and a late run leaves out what is overtaken', async () => {
  app.setNow('2027-03-01T15:00:00Z');
  const { action } = await openEvent(app, at('2027-04-15T18:00', '2027-04-15T20:00', 5));
  const ana = await comes(app, action.slug, { name: 'Ana' });
  await comes(app, action.slug, { name: 'Bo' });
  await app.post(`${ana}/withdraw`, {});
  // Cron did not run for days.
  await app.cron('2027-04-15T20:10:00Z');
  expect((await subjects('Ana', action.slug)).filter((subject) => /days|Today/.test(subject))).toEqual([]);
  expect((await subjects('Bo', action.slug)).filter((subject) => /days|Today/.test(subject))).toEqual([
    'Today: A small workshop',
  ]);
});

test('a time that is moved is told once to who stands in its line, and reminded of at its new time', async () => {
  app.setNow('2027-05-01T15:00:00Z');
  const { action, kit } = await openEvent(app, at('2027-05-15T18:00', '2027-05-15T20:00'));
  const { slug } = action;
  await comes(app, slug, { name: 'Ana' });
  await comes(app, slug, { name: 'Bo' });
  await app.cron('2027-05-13T22:00:00Z');
  expect(await subjects('Ana', slug)).toContain('In two days: A small workshop');

  const times = [{ slug: 'first', starts: '2027-05-22T18:00', ends: '2027-05-22T20:00', capacity: 1 }];
  await opened(app, changed(kit, { times }), app.now());
  await app.cron('2027-05-13T22:15:00Z');
  await app.cron('2027-05-13T22:30:00Z');
  for (const name of ['Ana', 'Bo']) {
    const told = (await subjects(name, slug)).filter((subject) => subject.startsWith('Changed'));
    expect(told).toEqual(['Changed: A small workshop']);
  }
  const [waits] = await app.mailTo(emailOf('Bo', slug));
  expect(waits?.text).toContain('Saturday, May 22, 2027');
  expect(waits?.text).not.toContain('Secret');
  await app.cron('2027-05-20T22:00:00Z');
  const reminders = (await subjects('Ana', slug)).filter((subject) => subject.startsWith('In two days'));
  expect(reminders).toHaveLength(2);
});

test('more places are no change that anybody is told of', async () => {
  app.setNow('2027-05-01T15:00:00Z');
  const { action, kit } = await openEvent(app, at('2027-06-15T18:00', '2027-06-15T20:00'));
  await comes(app, action.slug, { name: 'Ana' });
  const times = [{ slug: 'first', starts: '2027-06-15T18:00', ends: '2027-06-15T20:00', capacity: 9 }];
  await opened(app, changed(kit, { times }), app.now());
  await app.cron('2027-05-02T15:00:00Z');
  expect((await subjects('Ana', action.slug)).filter((subject) => subject.startsWith('Changed'))).toEqual([]);
});

test('when an event is canceled everybody with a place or in line is told once, and nobody can sign up', async () => {
  app.setNow('2027-05-01T15:00:00Z');
  const { action, kit } = await openEvent(app, at('2027-05-15T18:00', '2027-05-15T20:00'));
  const { slug } = action;
  const ana = await comes(app, slug, { name: 'Ana' });
  await comes(app, slug, { name: 'Bo' });
  const cleo = await comes(app, slug, { name: 'Cleo' });
  await app.post(`${cleo}/withdraw`, {});
  await opened(
    app,
    changed(kit, { cancelled: { en: 'The hall burned down.', es: 'La sala se quemó.' } }),
    app.now(),
  );
  await app.cron('2027-05-02T15:00:00Z');
  await app.cron('2027-05-02T15:15:00Z');
  for (const name of ['Ana', 'Bo']) {
    const told = (await app.mailTo(emailOf(name, slug))).filter(({ subject }) =>
      subject.startsWith('Canceled'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Why: The hall burned down.');
  }
  expect((await subjects('Cleo', slug)).filter((subject) => subject.startsWith('Canceled'))).toEqual([]);
  const page = await (await app.request(`/events/${slug}`)).text();
  expect(page).toContain('This event is canceled.');
  expect(page).toContain('Why: The hall burned down.');
  expect(page).not.toContain('id="sign-up-form"');
  expect(await (await app.request(ana)).text()).toContain('The event is canceled.');
  // Whoever cancels now frees a place that nobody is told of.
  await app.post(`${ana}/withdraw`, {});
  expect((await subjects('Bo', slug)).filter((subject) => subject.startsWith('You have a place'))).toEqual(
    [],
  );
  await app.cron('2027-05-13T22:00:00Z');
  expect((await subjects('Bo', slug)).filter((subject) => subject.startsWith('In two days'))).toEqual([]);
});

test('what people said about their safety is deleted a week after the event', async () => {
  app.setNow('2027-05-01T15:00:00Z');
  const { action } = await openEvent(app, at('2027-05-15T18:00', '2027-05-15T20:00'));
  const ana = await comes(app, action.slug, { name: 'Ana', safe_note: 'Sit near the door' });
  await app.cron('2027-05-22T23:45:00Z');
  expect(await (await app.request(ana)).text()).toContain('Sit near the door');
  await app.cron('2027-05-23T00:15:00Z');
  expect(await (await app.request(ana)).text()).not.toContain('Sit near the door');
});
