import { beforeAll, expect, test } from 'vitest';
import { minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const own = { origin: 'http://localhost' };
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];

beforeAll(async () => {
  ({ campaign } = await openPetition(app.deps.db));
});

const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';', 1)[0] ?? '';

async function somebody(name: string): Promise<string> {
  return (await organizerIn(app, campaign, { role: 'moderator', email: `${name}@sign-in.example` })).email;
}

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = own) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) });

/** Asks for a link; gives the browser's cookie and the answer. */
async function asked(email: string) {
  const answer = await send('/organize/sign-in', { email });
  return { answer, cookie: cookieOf(answer, 'asked') };
}

async function linkOf(email: string): Promise<string> {
  const [mail] = await app.mailTo(email);
  const link = mail?.links.find((one) => one.includes('/organize/links/'));
  return new URL(link ?? 'http://no-link.example/').pathname;
}

test('an organizer comes in by the mailed link: a page whose button signs in, under a fresh session', async () => {
  const email = await somebody('ana');
  const { answer, cookie } = await asked(email);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/organize/sign-in?sent=yes']);
  const link = await linkOf(email);
  const page = await app.request(link, { headers: { cookie } });
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(await page.text()).toContain('method="post"');
  const fixed = `organizer=${'x'.repeat(43)}`;
  const pressed = await send(link, {}, { ...own, cookie: `${cookie}; ${fixed}` });
  const home = `/organize/campaigns/${campaign.slug}`;
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, home]);
  const [raw] = pressed.headers.getSetCookie().filter((one) => one.startsWith('organizer='));
  expect(raw).toMatch(/^organizer=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  // A session id that somebody has put into the browser beforehand is worth nothing.
  const first = (session: string) => app.request('/organize', { headers: { cookie: session } });
  expect((await first(cookieOf(pressed, 'organizer'))).status).toBe(200);
  expect((await first(fixed)).status).toBe(303);
});

test('a stranger’s address gets the same answer and no mail', async () => {
  const { answer } = await asked('stranger@sign-in.example');
  const known = await asked(await somebody('known'));
  const shape = ({ status, headers }: Response) => [status, headers.get('location'), [...headers.keys()]];
  expect(shape(answer)).toEqual(shape(known.answer));
  expect(await app.mailTo('stranger@sign-in.example')).toEqual([]);
});

test('a used, a late and a foreign link are refused, each in words', async () => {
  const email = await somebody('ben');
  const { cookie } = await asked(email);
  const link = await linkOf(email);
  const press = (headers: Record<string, string>) => send(link, {}, { ...own, ...headers });
  const other = await press({ cookie: `asked=${'y'.repeat(43)}` });
  expect([other.status, await other.text()]).toEqual([
    403,
    expect.stringContaining('belongs to another browser'),
  ]);
  expect((await press({})).status).toBe(403);
  expect((await send(link, {}, { cookie, origin: 'https://evil.example' })).status).toBe(400);
  expect((await press({ cookie })).status).toBe(303);
  const again = await press({ cookie });
  expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('was used already')]);

  const late = await asked(email);
  const lateLink = await linkOf(email);
  app.setNow(new Date(aWednesday.getTime() + 10 * minute));
  const answer = await send(lateLink, {}, { ...own, cookie: late.cookie });
  expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining('too old')]);
  app.setNow(aWednesday);
  expect((await send('/organize/links/made-up', {})).status).toBe(404);
});

test('a link of whoever has lost their role in the meantime leads into no campaign', async () => {
  const email = 'dora@sign-in.example';
  const { id } = await organizerIn(app, campaign, { role: 'moderator', email });
  const { cookie } = await asked(email);
  const link = await linkOf(email);
  await app.deps.db.prepare('UPDATE organizer_roles SET ended_at = 1 WHERE organizer_id = ?').bind(id).run();
  const pressed = await send(link, {}, { ...own, cookie });
  const session = cookieOf(pressed, 'organizer');
  const inside = await app.request(`/organize/campaigns/${campaign.slug}`, { headers: { cookie: session } });
  expect([pressed.status, inside.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/organize/sign-in'),
  ]);
});

test('of two presses at once one signs in', async () => {
  const email = await somebody('cleo');
  const { cookie } = await asked(email);
  const link = await linkOf(email);
  const presses = await Promise.all([1, 2].map(() => send(link, {}, { ...own, cookie })));
  expect(presses.map(({ status }) => status).sort()).toEqual([303, 410]);
});

test('what is no address comes back with its error and what was typed', async () => {
  const answer = await send('/organize/sign-in', { email: 'ana at example' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('value="ana at example"');
  expect(page).toContain('Enter an email address');
  const spanish = await send('/organize/sign-in?lang=es', { email: '' });
  expect(await spanish.text()).toContain('Escriba un correo electrónico');
});

test('a stranger cannot use up the links of an organizer: each connection has ten a day, and all have sixty', async () => {
  const email = await somebody('dan');
  const from = (connection: string, headers = own) =>
    send('/organize/sign-in', { email }, { ...headers, 'cf-connecting-ip': connection });
  for (let times = 0; times < 12; times += 1) await from('203.0.113.66');
  const answer = await from('198.51.100.7');
  expect(answer.status).toBe(303);
  expect((await app.mailTo(email)).length).toBe(11);
  for (let times = 0; times < 60; times += 1) await from(`192.0.2.${Math.floor(times / 10)}`);
  expect((await app.mailTo(email)).length).toBe(60);
  // What is answered tells nobody that the cap was reached.
  const capped = await from('192.0.2.200');
  const nobody = await send('/organize/sign-in', { email: 'nobody@else.example' });
  expect([capped.status, capped.headers.get('location')]).toEqual([
    nobody.status,
    nobody.headers.get('location'),
  ]);
});

test('where it is https the cookie is bound to the host', async () => {
  const publicUrl = 'https://petitions.example';
  const secure = testApp({ publicUrl });
  const page = await secure.request('https://petitions.example/organize/sign-in');
  expect(page.headers.get('set-cookie')).toMatch(/^__Host-asked=.*; Secure; /);
});

test('who has one campaign comes to its page, who has several comes to all of them', async () => {
  const email = await somebody('only');
  const signedIn = async () => {
    const page = await app.request('/organize/sign-in?to=%2Forganize');
    const cookie = [cookieOf(page, 'asked'), cookieOf(page, 'to')].join('; ');
    await send('/organize/sign-in', { email }, { ...own, cookie });
    return (await send(await linkOf(email), {}, { ...own, cookie })).headers.get('location');
  };
  expect(await signedIn()).toBe(`/organize/campaigns/${campaign.slug}`);
  const { campaign: other } = await openPetition(app.deps.db);
  await organizerIn(app, other, { role: 'viewer', email });
  expect(await signedIn()).toBe('/organize');
});

test('the page that was wanted comes after the sign-in, and never a page of another site', async () => {
  const email = await somebody('eva');
  const signedInFrom = async (signIn: string) => {
    const page = await app.request(signIn);
    const cookie = [cookieOf(page, 'asked'), cookieOf(page, 'to')].join('; ');
    await send('/organize/sign-in', { email }, { ...own, cookie });
    const pressed = await send(await linkOf(email), {}, { ...own, cookie });
    return pressed.headers.get('location');
  };
  const log = `/organize/campaigns/${campaign.slug}/log?kind=invite`;
  expect(await signedInFrom((await app.request(log)).headers.get('location') ?? '')).toBe(log);
  const home = `/organize/campaigns/${campaign.slug}`;
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/organize\\@evil.example',
    '/organizers',
    '%',
  ]) {
    const twice = encodeURIComponent(encodeURIComponent(foreign));
    expect(await signedInFrom(`/organize/sign-in?to=${twice}`)).toBe(home);
  }
});

test('a link asked for on the Spanish page is mailed in Spanish, and the console then opens in Spanish', async () => {
  const email = await somebody('maria');
  const answer = await send('/organize/sign-in', { email }, { ...own, 'accept-language': 'es-MX,es;q=0.9' });
  const cookie = cookieOf(answer, 'asked');
  const [mail] = await app.mailTo(email);
  expect(mail?.subject).toBe('Entrar a la consola');
  const link = new URL(mail?.links.find((one) => one.includes('/organize/links/')) ?? '');
  const page = await app.request(link.pathname + link.search, { headers: { cookie } });
  const action = /action="([^"]*organize\/links[^"]*)"/.exec(await page.text())?.[1] ?? '';
  const pressed = await send(action, {}, { ...own, cookie });
  const session = { headers: { cookie: cookieOf(pressed, 'organizer') } };
  await app.request(pressed.headers.get('location') ?? '', session);
  expect(await (await app.request('/organize/passkey', session)).text()).toContain('<html lang="es"');
});
