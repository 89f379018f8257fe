import { beforeAll, expect, test } from 'vitest';
import { hour } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];
let petition = '';

beforeAll(async () => {
  const context = await openPetition(app.deps.db);
  campaign = context.campaign;
  petition = context.action.slug;
});

const signIn = (response: Response) => response.headers.get('location');

test('no cookie, a made-up one and one that is too old lead to the sign-in, and back from it', async () => {
  expect(signIn(await app.request('/organize'))).toBe('/organize/sign-in?to=%2Forganize');
  const forged = { headers: { cookie: `organizer=${'a'.repeat(43)}` } };
  expect(signIn(await app.request(`/organize/campaigns/${campaign.slug}?lang=es`, forged))).toBe(
    `/organize/sign-in?to=%2Forganize%2Fcampaigns%2F${campaign.slug}&with=lang%3Des`,
  );
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  expect((await owner.get('')).status).toBe(200);
  app.setNow(new Date(aWednesday.getTime() + 12 * hour));
  expect(signIn(await owner.get(''))).toContain('/organize/sign-in');
  app.setNow(aWednesday);
});

test('a stolen cookie is worth nothing after its owner has signed out', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const out = await owner.post('/organize/sign-out');
  expect(signIn(out)).toBe('/organize/sign-in');
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  expect(signIn(await owner.get('/organize'))).toContain('/organize/sign-in');
});

test('who has been ended is out at the next click', async () => {
  const viewer = await organizerIn(app, campaign, { role: 'viewer' });
  expect((await viewer.get('')).status).toBe(200);
  await app.deps.db
    .prepare('UPDATE organizer_roles SET ended_at = 1 WHERE organizer_id = ?')
    .bind(viewer.id)
    .run();
  expect(signIn(await viewer.get(''))).toContain('/organize/sign-in');
});

test('a form of another origin, of none, or with another session’s token is refused', async () => {
  const [one, two] = [
    await organizerIn(app, campaign, { role: 'moderator' }),
    await organizerIn(app, campaign, { role: 'moderator' }),
  ];
  const claim = { what: 'names', take: 'yes' };
  expect((await one.post('/claims', claim, { origin: 'https://evil.example' })).status).toBe(400);
  expect((await one.post('/claims', claim, { origin: 'null' })).status).toBe(400);
  expect((await one.post('/claims', { ...claim, form_token: two.form_token })).status).toBe(403);
  expect((await one.post('/claims', { ...claim, form_token: '' })).status).toBe(400);
  expect((await one.post('/claims', claim)).status).toBe(303);
});

test('a form that was filled in while the session ended is kept, and sent after signing in again', async () => {
  const before = await organizerIn(app, campaign, { role: 'moderator' });
  const claim = { what: 'kept "<b>', take: 'yes' };
  await before.post('/organize/sign-out');
  const late = await before.post('/claims?lang=es', claim);
  expect(late.status).toBe(403);
  const kept = await late.text();
  expect(kept).toContain('Lo que usted escribió se conserva en esta página');
  expect(kept).toContain('name="what" value="kept &quot;&lt;b&gt;"');
  // Only what a form of the console has sent is shown again.
  expect(signIn(await before.post('/claims', { ...claim, form_token: 'x' }))).toContain('/organize/sign-in');
  expect(signIn(await before.post('/organize/sign-out'))).toContain('/organize/sign-in');

  const after = await organizerIn(app, campaign, { role: 'moderator', email: before.email });
  const again = await after.post('/claims', { ...claim, form_token: before.form_token });
  expect(again.status).toBe(403);
  const page = await again.text();
  expect(page).toContain('You have signed in again');
  expect(await after.read('')).not.toContain('You take care');
  const form_token = /name="form_token" value="([^"]+)"[^>]*><input type="hidden" name="what"/.exec(
    page,
  )?.[1];
  expect((await after.post('/claims', { ...claim, form_token: form_token ?? '' })).status).toBe(303);

  const headers = { accept: 'application/json' };
  expect((await before.post('/claims', claim, headers)).status).toBe(401);
  const told = await after.post('/claims', { ...claim, form_token: before.form_token }, headers);
  expect(await told.json()).toEqual({ reason: 'again', form_token: after.form_token });
});

test('a form that needs a passkey shown too long ago is kept, and its language link leads to its page', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const from = `http://localhost/organize/campaigns/${campaign.slug}/people`;
  const answer = await owner.post('/people', { email: 'a@example.org', role: 'viewer' }, { referer: from });
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).toContain('name="email" value="a@example.org"');
  expect(page).toContain(`href="/organize/campaigns/${campaign.slug}/people?lang=es"`);
});

test('pages of the console are kept by nobody, and residents’ pages know no cookie', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const { headers } = await owner.get('');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  const resident = await app.request(`/petitions/${petition}`, { headers: { cookie: owner.cookie } });
  expect(resident.headers.get('set-cookie')).toBeNull();
  expect(await resident.text()).not.toContain(owner.email);
});

test('while the site is read-only the console can be looked at, and stores nothing', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  await app.deps.db.prepare("INSERT INTO switches (name, since) VALUES ('read-only', 1)").run();
  expect((await owner.get('')).status).toBe(200);
  expect((await owner.post('/claims', { what: 'names', take: 'yes' })).status).toBe(503);
  await app.deps.db.prepare('DELETE FROM switches').run();
});
