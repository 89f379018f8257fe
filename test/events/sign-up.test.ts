import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, emailOf, openEvent, opened, seatsOf, signUpByForm } from '../support/events.ts';
import { confirmPath } from '../support/people.ts';
import { press } from '../support/press.ts';

const app = testApp();
const text = async (path: string) => (await app.request(path)).text();
const movedUp = async (name: string, slug: string) =>
  (await app.mailTo(emailOf(name, slug))).filter(({ subject }) => subject.startsWith('You have a place'));

let event: Awaited<ReturnType<typeof openEvent>>;
let slug: string;

beforeAll(async () => {
  event = await openEvent(app);
  slug = event.action.slug;
});

test('a resident signs up, confirms by mail, and their own page says that they have a place and where', async () => {
  const page = await text(`/events/${slug}`);
  expect(page).toContain('Thursday, January 14, 2027, 6:00 pm to 8:00 pm, Eastern Time');
  expect(page).toContain('The library');
  expect(page).not.toContain('Secret Street');
  const sent = await signUpByForm(app, slug, { name: 'Ana', safe_note: 'No photos of me, please' });
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toContain(`/events/${slug}/check-your-email`);
  expect((await seatsOf(app, event)).first).toEqual({ taken: 0, waiting: 0 });
  const [mail] = await app.mailTo(emailOf('Ana', slug));
  expect(mail?.subject).toBe('Confirm your sign-up: A small workshop');
  expect(mail?.text).not.toContain('Secret');

  const confirm = await confirmPath(app, emailOf('Ana', slug));
  const shown = await text(confirm);
  expect(shown).toContain('No photos of me, please');
  expect(shown).toContain('When you confirm, you get a place if one is free');
  expect(shown).not.toContain('Secret Street');
  const pressed = await press(app, confirm);
  const thanks = pressed.headers.get('location') ?? '';
  expect(thanks).toContain(`/events/${slug}/thank-you`);
  expect(await text(thanks)).toContain('You have a place: Thursday, January 14, 2027');
  expect(await text(thanks)).not.toContain('Secret Street');
  expect((await seatsOf(app, event)).first).toEqual({ taken: 1, waiting: 0 });
});

test('the third is first in line, and moves up when one cancels: told once', async () => {
  const bo = await comes(app, slug, { name: 'Bo' });
  expect(await text(bo)).toContain('You have a place.');
  expect(await text(bo)).toContain('12 Secret Street');
  const full = await text(`/events/${slug}`);
  expect(full).toContain('Full: you join the waiting list, where no one waits yet.');
  const cleo = await comes(app, slug, { name: 'Cleo' });
  const dee = await comes(app, slug, { name: 'Dee' });
  expect(await text(cleo)).toContain('You are next on the waiting list.');
  expect(await text(cleo)).not.toContain('Secret Street');
  expect(await text(dee)).toContain('You are on the waiting list. 1 before you.');
  expect((await seatsOf(app, event)).first).toEqual({ taken: 2, waiting: 2 });

  expect((await app.post(`${bo}/withdraw`, {})).status).toBe(303);
  expect(await text(cleo)).toContain('You have a place.');
  expect(await text(cleo)).toContain('12 Secret Street');
  expect(await text(dee)).toContain('You are next on the waiting list.');
  const told = await movedUp('Cleo', slug);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('12 Secret Street');
  expect(told[0]?.text).toContain('6:00 pm to 8:00 pm, Eastern Time');
  expect(await movedUp('Dee', slug)).toEqual([]);
  // Again, and nothing more happens.
  await app.post(`${bo}/withdraw`, {});
  expect((await seatsOf(app, event)).first).toEqual({ taken: 2, waiting: 1 });
  expect(await movedUp('Cleo', slug)).toHaveLength(1);
});

test('a change of time frees the place, and needs a tick to wait for a time that is full', async () => {
  const own = await openEvent(app);
  const at = own.action.slug;
  const ana = await comes(app, at, { name: 'Ana' });
  await comes(app, at, { name: 'Bo' });
  const cleo = await comes(app, at, { name: 'Cleo' });
  await comes(app, at, { name: 'Dee', slot: 'second' });
  const eve = await comes(app, at, { name: 'Eve', slot: 'second' });
  const form = await text(`${ana}/sign-up`);
  expect(form).toContain('Change your sign-up');
  expect(form).toContain('This is your time now: you have a place.');
  expect(form.split('Full: you join the waiting list')).toHaveLength(2);
  const hers = await text(`${cleo}/sign-up?lang=es`);
  expect(hers).toContain('Este es su horario ahora: usted está en su lista de espera.');
  expect(hers).toContain('usted entra en la lista de espera, donde nadie espera todavía.');

  const refused = await app.post(`${ana}/sign-up`, { slot: 'second' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('This time is full now');
  expect(await text(ana)).toContain('You have a place.');

  const waits = await app.post(`${ana}/sign-up`, { slot: 'second', may_wait: 'yes' });
  expect(waits.status).toBe(303);
  expect(await text(ana)).toContain('You are next on the waiting list.');
  expect(await text(cleo)).toContain('You have a place.');
  expect(await movedUp('Cleo', at)).toHaveLength(1);
  await app.post(`${eve}/erase`, {});
  expect(await text(ana)).toContain('You have a place.');
  expect(await seatsOf(app, own)).toEqual({
    first: { taken: 2, waiting: 0 },
    second: { taken: 2, waiting: 0 },
  });
});

test('a correction of the same person takes over the place, though others wait for one', async () => {
  const own = await openEvent(app);
  const at = own.action.slug;
  await comes(app, at, { name: 'Anna', email: `ana@${at}.example` });
  await comes(app, at, { name: 'Bo' });
  const cleo = await comes(app, at, { name: 'Cleo' });
  await signUpByForm(app, at, { name: 'Ana', safe_note: 'Again' });
  const first = await env.DB.prepare(
    `SELECT id FROM signatures WHERE action_id = ? AND state = 'confirmed' ORDER BY rowid`,
  )
    .bind(own.action.id)
    .first<string>('id');
  const pressed = await press(app, await confirmPath(app, `ana@${at}.example`), { replaces: first ?? '' });
  expect(pressed.status).toBe(303);
  expect(await seatsOf(app, own)).toMatchObject({ first: { taken: 2, waiting: 1 } });
  expect(await text(cleo)).toContain('You are next on the waiting list.');
  const { results } = await env.DB.prepare(
    'SELECT seat, state FROM sign_ups JOIN signatures ON id = signature_id WHERE sign_ups.action_id = ? ORDER BY number, state',
  )
    .bind(own.action.id)
    .all();
  expect(results).toEqual([
    { seat: 'has', state: 'confirmed' },
    { seat: 'none', state: 'duplicate' },
    { seat: 'has', state: 'confirmed' },
    { seat: 'waits', state: 'confirmed' },
  ]);
});

test('more places in the kit move up as many as wait, and each is told once', async () => {
  const own = await openEvent(app, {
    event: { times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 1 }] },
  });
  const at = own.action.slug;
  for (const name of ['Ana', 'Bo', 'Cleo', 'Dee']) await comes(app, at, { name });
  const [one] = own.kit.events;
  await opened(
    app,
    { ...own.kit, events: [{ ...one, times: [{ ...one?.times[0], capacity: 3 }] }] },
    app.now(),
  );
  expect(await seatsOf(app, own)).toEqual({ first: { taken: 3, waiting: 1 } });
  for (const name of ['Bo', 'Cleo']) expect(await movedUp(name, at)).toHaveLength(1);
  expect(await movedUp('Dee', at)).toEqual([]);
});

test('a wrong form comes back with its values and an error summary', async () => {
  const wrong = await signUpByForm(app, slug, { name: '', slot: 'never', safe_note: 'x'.repeat(1001) });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('href="#slot"');
  expect(page).toContain('This time can no longer be chosen');
  expect(page).toContain('Shorten what we should know to 1,000 characters');
  expect(page).toContain('Enter your given name');
  expect(page).toContain('x'.repeat(1001));
});

test('in Spanish the page and the form speak Spanish', async () => {
  const page = await text(`/events/${slug}?lang=es`);
  expect(page).toContain('jueves, 14 de enero de 2027, de 6:00 p.m. a 8:00 p.m., hora oriental');
  expect(page).toContain('¿Cómo podemos hacer que sea seguro para usted?');
  expect(page).not.toContain('Secret');
});

test('erasing deletes what was said about safety, and the file of a supporter has all of it before', async () => {
  const own = await openEvent(app);
  const at = own.action.slug;
  const ana = await comes(app, at, { name: 'Ana', safe_note: 'Sit near the door', neutral_title: 'yes' });
  const file = await (await app.request(`${ana}/data.json`)).json();
  expect(file).toMatchObject({
    time: 'first',
    place: 'has',
    safe_note: 'Sit near the door',
    neutral_title: true,
  });
  await app.post(`${ana}/erase`, {});
  const row = await env.DB.prepare('SELECT seat, sealed, is_neutral FROM sign_ups WHERE action_id = ?')
    .bind(own.action.id)
    .first();
  expect(row).toEqual({ seat: 'none', sealed: null, is_neutral: 0 });
});

test('nobody moves up into a time that has begun', async () => {
  const own = await openEvent(app);
  const at = own.action.slug;
  const ana = await comes(app, at, { name: 'Ana' });
  await comes(app, at, { name: 'Bo' });
  await comes(app, at, { name: 'Cleo' });
  app.setNow('2027-01-14T23:30:00Z');
  await app.post(`${ana}/withdraw`, {});
  expect((await seatsOf(app, own)).first).toEqual({ taken: 1, waiting: 1 });
  expect(await movedUp('Cleo', at)).toEqual([]);
  expect(await text(`/events/${at}`)).toContain('This time has begun.');
  const late = await signUpByForm(app, at, { name: 'Eve' });
  expect(late.status).toBe(422);
  expect(await late.text()).toContain('This time can no longer be chosen');
});
