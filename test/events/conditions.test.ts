import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { base64url } from '../../worker/training/credential.ts';
import { testApp } from '../support/app.ts';
import { comes, emailOf, eventToken, opened, seatsOf, signUpByForm } from '../support/events.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { confirmPath, ownPath } from '../support/people.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { press } from '../support/press.ts';
import { openShifts, shiftKit } from '../support/shifts.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { learnerOf } from '../training/support.ts';

const heard: WatchedStatement[] = [];
const db = watchDb({
  call(work, statements) {
    heard.push(...statements);
    return work();
  },
});
const app = testApp({}, { db });
const text = async (path: string) => (await app.request(path)).text();
let event: Awaited<ReturnType<typeof openShifts>>;
let slug: string;
let certificate: string;

/** Goes through the training of a campaign and gives the certificate. */
async function learns(campaign: string): Promise<string> {
  const learner = learnerOf(app, campaign);
  await learner.begin();
  await learner.goToEnd();
  await learner.makeCertificate('Somebody');
  return learner.jws();
}

beforeAll(async () => {
  event = await openShifts(app);
  slug = event.action.slug;
  certificate = await learns(event.campaign.slug);
});

test('the page says what each shift asks for, and the norms in the version that stands', async () => {
  const page = await text(`/events/${slug}`);
  expect(page).toContain('Welcome desk: Thursday, January 14, 2027');
  expect(page).toContain('Before you have a place: agree to the norms and finish the training.');
  expect(page).toContain('The norms, version 1 of Monday, November 23, 2026');
  expect(page).toContain('Nobody is asked what happened to them.');
  expect(page).toContain('Only for: Welcome desk.');
  expect(await text(`/events/${slug}?lang=es`)).toContain('Antes de tener lugar: aceptar las normas');
  const json = (await (await app.request(`/api/v1/events/${slug}`)).json()) as Record<string, unknown>;
  expect(json).toMatchObject({
    norms: { version: 1, texts: ['Nobody is asked what happened to them.'] },
    times: [
      { time: 'desk', role: 'Welcome desk', asks_norms: true, asks_lessons: ['one', 'two'] },
      { time: 'kitchen', role: 'Kitchen', asks_norms: false, asks_lessons: [] },
      { time: 'late-desk', asks_norms: true },
    ],
  });
});

test('without the norms the form comes back with its values; with them the sign-up is stored, and holds no place', async () => {
  const sent = await signUpByForm(app, slug, { name: 'Ana', slot: 'desk', safe_note: 'A chair, please' });
  expect(sent.status).toBe(422);
  const page = await sent.text();
  expect(page).toContain('Agree to the norms. This shift asks for it');
  expect(page).toContain('href="#norms"');
  expect(page).toContain('A chair, please');
  await signUpByForm(app, slug, { name: 'Una', slot: 'desk', norms: '1' });
  const una = await confirmPath(app, emailOf('Una', slug));
  const toConfirm = await text(una);
  expect(toConfirm).toContain('You have no place yet: this shift asks for something first.');
  expect(toConfirm).not.toContain('you get a place if one is free');
  expect(await text(`${una}?lang=es`)).not.toContain('tendrá lugar si queda alguno');
  const ana = await comes(app, slug, { name: 'Ana', slot: 'desk', norms: '1' });
  const own = await text(ana);
  expect(own).toContain('You have no place yet: this shift asks for something first.');
  expect(own).toContain('You agreed to version 1 on');
  expect(own).toContain('You have no place until all of this is met.');
  expect((await seatsOf(app, event)).desk).toEqual({ taken: 0, waiting: 0 });

  const form = await text(`${ana}/conditions`);
  expect(form).toContain('enctype="multipart/form-data"');
  expect(form).toContain(`/campaigns/${event.campaign.slug}/training`);
  expect(form).not.toContain('name="norms"');
  expect((await app.post(`${ana}/conditions`, { certificate: '' })).status).toBe(422);
  expect((await app.post(`${ana}/conditions`, { certificate })).status).toBe(303);
  expect(await text(ana)).toContain('You have a place.');
  expect(await text(ana)).toContain('Shown on');
  expect((await seatsOf(app, event)).desk).toEqual({ taken: 1, waiting: 0 });
  expect(await text(`${ana}/conditions`)).toContain('There is nothing left to show');
  expect(await (await app.request(`${ana}/data.json`)).json()).toMatchObject({
    norms_version: 1,
    lessons: ['one', 'two'],
  });
});

test('a certificate is checked and not stored; the file of one does as well', async () => {
  const bo = await comes(app, slug, { name: 'Bo', slot: 'late-desk', norms: '1' });
  const refusals: [string, string][] = [
    ['hello', 'This is no certificate of the training'],
    [altered(certificate), 'This certificate was changed after it was made'],
    [await learns((await openShifts(app)).campaign.slug), 'This certificate is of another training'],
  ];
  for (const [shown, problem] of refusals) {
    const answer = await app.post(`${bo}/conditions`, { certificate: shown });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(problem);
    expect(page).toContain(shown);
  }
  const spanish = await (await app.post(`${bo}/conditions?lang=es`, { certificate: 'hello' })).text();
  expect(spanish).toContain('en el que hay dos veces un punto (.)');
  const body = new FormData();
  body.set('file', new File([`${certificate}\n`], 'certificate.txt'));
  const sent = await app.request(`${bo}/conditions`, { method: 'POST', body });
  expect(sent.status).toBe(303);
  expect(await text(bo)).toContain('You have a place.');
  const { results } = await env.DB.prepare('SELECT * FROM sign_ups WHERE action_id = ?')
    .bind(event.action.id)
    .all();
  expect(JSON.stringify(results)).not.toContain(certificate.slice(0, 60));
  expect(JSON.stringify(results)).not.toContain('Somebody');
});

/** The same with another name in it. */
function altered(jws: string): string {
  const [head, body = '', end] = jws.split('.');
  const payload = new TextDecoder().decode(
    Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
  );
  return [head, base64url(new TextEncoder().encode(payload.replace('Somebody', 'Some more'))), end].join('.');
}

test('the page of the certificate opens the form with the certificate filled in', async () => {
  const learner = learnerOf(app, event.campaign.slug);
  await learner.begin();
  await learner.goToEnd();
  await learner.makeCertificate('Cleo');
  expect(learner.page()).toContain(`action="/events/${slug}/sign-ups`);
  expect(learner.page()).toContain('Sign up with it: A small workshop');
  const answer = await app.post(`/events/${slug}/sign-ups`, {
    certificate: learner.jws(),
    step: 'certificate',
  });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain(learner.jws());
  expect(page).not.toContain('class="error');
  const cleo = await comes(app, slug, { name: 'Cleo', slot: 'desk', norms: '1', certificate: learner.jws() });
  expect(await text(cleo)).toContain('You have a place.');
});

test('who changes the shift shows what the new one asks for, and keeps the old one until then', async () => {
  const dee = await comes(app, slug, { name: 'Dee', slot: 'kitchen' });
  const before = await seatsOf(app, event);
  const refused = await app.post(`${dee}/sign-up`, { slot: 'late-desk' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Agree to the norms');
  expect(page).toContain('Show the certificate of the training');
  expect(await seatsOf(app, event)).toEqual(before);
  expect(await text(dee)).toContain('Kitchen: ');
  expect((await app.post(`${dee}/sign-up`, { slot: 'late-desk', norms: '1', certificate })).status).toBe(303);
  expect(await text(dee)).toContain('Welcome desk: ');
  expect(await text(dee)).toContain('You have a place.');
  // Back, and again: what was shown once is kept.
  expect((await app.post(`${dee}/sign-up`, { slot: 'kitchen' })).status).toBe(303);
  expect((await app.post(`${dee}/sign-up`, { slot: 'late-desk' })).status).toBe(303);
});

test('norms that change are asked for again; a place stays, and a change of the shift needs the new text', async () => {
  const own = await openShifts(app);
  const at = own.action.slug;
  const shown = await learns(own.campaign.slug);
  const eve = await comes(app, at, { name: 'Eve', slot: 'desk', norms: '1', certificate: shown });
  expect(await text(eve)).toContain('You have a place.');
  const { kit } = own;
  const both = (en: string) => ({ en, es: `${en} (es)` });
  await opened(app, { ...kit, campaign: { ...kit.campaign, norms: [both('Another text.')] } }, app.now());
  app.setNow(new Date(app.now().getTime() + 120_000));
  const page = await text(eve);
  expect(page).toContain('You have a place.');
  expect(page).toContain('You agreed to version 1. The text has changed since');
  expect(page).toContain('You keep your place.');
  expect((await app.post(`${eve}/sign-up`, { slot: 'late-desk' })).status).toBe(422);
  const stale = await app.post(`/events/${at}/sign-ups`, {
    given_name: 'Flo',
    email: emailOf('Flo', at),
    zip: '28202',
    slot: 'desk',
    norms: '1',
    form_token: await eventToken(app, at),
  });
  expect(stale.status).toBe(422);
  expect(await stale.text()).toContain('The norms have changed. Read them again');
  expect((await app.post(`${eve}/conditions`, { norms: '2' })).status).toBe(303);
  expect(await text(eve)).toContain('You agreed to version 2 on');
  expect((await app.post(`${eve}/sign-up`, { slot: 'late-desk' })).status).toBe(303);
});

test('norms that change between the form and the press give no place', async () => {
  const own = await openShifts(app);
  const at = own.action.slug;
  const shown = await learns(own.campaign.slug);
  await signUpByForm(app, at, { name: 'Gus', slot: 'desk', norms: '1', certificate: shown });
  const confirm = await confirmPath(app, emailOf('Gus', at));
  await opened(
    app,
    { ...own.kit, campaign: { ...own.kit.campaign, norms: [{ en: 'New', es: 'Nuevo' }] } },
    app.now(),
  );
  await press(app, confirm);
  expect((await seatsOf(app, own)).desk).toEqual({ taken: 0, waiting: 0 });
  const gus = await ownPath(app, emailOf('Gus', at));
  expect(await text(gus)).toContain('You have no place yet');
});

test('when a shift asks for less, those who meet it join in order and are told', async () => {
  const own = await openShifts(app, { capacity: 1 });
  const at = own.action.slug;
  const hal = await comes(app, at, { name: 'Hal', slot: 'desk', norms: '1' });
  app.setNow(new Date(app.now().getTime() + 60_000));
  const ida = await comes(app, at, { name: 'Ida', slot: 'desk', norms: '1' });
  const [one] = own.kit.events;
  const roles = (one as unknown as { roles: object[] }).roles.map((role) => ({ ...role, lessons: [] }));
  await opened(app, { ...own.kit, events: [{ ...one, roles }] }, app.now());
  app.setNow(new Date(app.now().getTime() + 120_000));
  expect((await seatsOf(app, own)).desk).toEqual({ taken: 1, waiting: 1 });
  expect(await text(hal)).toContain('You have a place.');
  expect(await text(ida)).toContain('You are next on the waiting list.');
  const subjects = (await app.mailTo(emailOf('Hal', at))).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith('You have a place'))).toHaveLength(1);
});

test('who waits when more is asked for is passed over, is told so, and moves up once it is shown', async () => {
  const own = await openShifts(app, { capacity: 1 });
  const at = own.action.slug;
  await comes(app, at, { name: 'Abe', slot: 'kitchen' });
  const bea = await comes(app, at, { name: 'Bea', slot: 'kitchen' });
  const [one] = own.kit.events as unknown as { times: object[]; roles: object[] }[];
  const withMore = (capacity: number) => ({
    ...own.kit,
    events: [
      {
        ...one,
        roles: one?.roles.map((role) => ({ ...role, norms: true })),
        times: one?.times.map((time) => ({ ...time, capacity })),
      },
    ],
  });
  app.setNow(new Date(app.now().getTime() + 60_000));
  await opened(app, withMore(1), app.now());
  await opened(app, withMore(2), app.now());
  expect((await seatsOf(app, own)).kitchen).toEqual({ taken: 1, waiting: 1 });
  expect(await text(bea)).toContain('but do not move up until all of this is met.');
  expect(await text(`${bea}/conditions`)).toContain('You wait for a place at');
  // A new one does not wait behind somebody who cannot move up.
  const cal = await comes(app, at, { name: 'Cal', slot: 'kitchen', norms: '1' });
  expect(await text(cal)).toContain('You have a place.');
  await opened(app, withMore(3), app.now());
  expect((await seatsOf(app, own)).kitchen).toEqual({ taken: 2, waiting: 1 });
  expect((await app.post(`${bea}/conditions`, { norms: '1' })).status).toBe(303);
  expect((await seatsOf(app, own)).kitchen).toEqual({ taken: 3, waiting: 0 });
  expect(await text(bea)).toContain('You have a place.');
});

test('showing what is missing changes nothing else that was sent at the same time', async () => {
  const own = await openShifts(app, { capacity: 4 });
  const at = own.action.slug;
  for (const name of ['Dan', 'Eva', 'Fay', 'Gil']) {
    const path = await comes(app, at, { name, slot: 'desk', norms: '1' });
    await Promise.all([
      app.post(`${path}/sign-up`, { slot: 'kitchen', safe_note: 'Near the door' }),
      app.post(`${path}/conditions`, { certificate: await learns(own.campaign.slug) }),
    ]);
    const page = await text(path);
    expect(page).toContain('Kitchen');
    expect(page).toContain('Near the door');
  }
  expect((await seatsOf(app, own)).desk).toEqual({ taken: 0, waiting: 0 });
});

test('before the press, the page that confirms says what is missing and takes it', async () => {
  await signUpByForm(app, slug, { name: 'Jo', slot: 'late-desk', norms: '1' });
  const confirm = await confirmPath(app, emailOf('Jo', slug));
  const page = await text(confirm);
  expect(page).toContain('What this shift asks for');
  expect(page).toContain('You have no place yet: this shift asks for something first.');
  expect(page).toContain('You have no place until all of this is met.');
  expect((await app.post(`${confirm}/conditions`, { certificate })).status).toBeLessThan(400);
  expect(await text(confirm)).not.toContain('You have no place until');
});

test('a program signs up with the version and the certificate', async () => {
  const send = (more: object) =>
    app.request(`/api/v1/events/${slug}/sign-ups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        given_name: 'Kim',
        email: emailOf('Kim', slug),
        zip: '28202',
        slot: 'desk',
        ...more,
      }),
    });
  const refused = await send({});
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Agree to the norms');
  expect((await send({ norms: '1', certificate: 'no' })).status).toBe(422);
  expect((await send({ norms: '1', certificate })).status).toBe(202);
});

test('organizers see who has met what', async () => {
  await comes(app, slug, { name: 'Max', slot: 'late-desk', norms: '1' });
  const moderator = await organizerIn(app, event.campaign, { role: 'moderator' });
  const list = await moderator.read(`/events/${slug}`);
  expect(list).toContain('Asked for');
  expect(list).toMatch(/Norms 1, \w+, \w+ \d+, 2026\. Training, /);
  expect(list).toContain('Training missing');
});

test('a correction takes over the place and what was shown', async () => {
  const own = await openShifts(app);
  const at = own.action.slug;
  const shown = await learns(own.campaign.slug);
  await comes(app, at, { name: 'Lea', slot: 'desk', norms: '1', certificate: shown });
  const lea = await comes(app, at, { name: 'Lea', slot: 'desk', norms: '1' });
  expect(await text(lea)).toContain('You have a place.');
  expect(await text(lea)).toContain('Shown on');
});

test('a kit without norms or without the lesson is refused where an event asks for them', async () => {
  const kit = shiftKit();
  const { norms: _norms, ...campaign } = kit.campaign;
  const without = await openKit(env.DB, { ...kit, campaign }, app.now());
  expect(without).toMatchObject({
    ok: false,
    error: [{ path: 'events[0].roles[0].norms', message: 'asks for norms, and the campaign has none' }],
  });
  const { training: _training, lessons: _lessons, ...rest } = kit;
  const untaught = await openKit(env.DB, rest, app.now());
  expect(JSON.stringify(untaught)).toContain('is not a lesson of the training');
  const [one] = kit.events;
  const unknown = { ...kit, events: [{ ...one, times: [{ ...one?.times[0], role: 'nobody' }] }] };
  expect(JSON.stringify(await openKit(env.DB, unknown, app.now()))).toContain('is not a role of this event');
});

test('no statement about conditions reads a whole table', async () => {
  const own = heard.filter(({ sql }) =>
    /shift_conditions|lessons_at|event_slots\.action_id = actions\.id AND lessons/.test(sql),
  );
  expect(new Set(own.map(({ sql }) => sql)).size).toBeGreaterThan(4);
  await expectNoScans(own, exceptionsOfAll);
});
