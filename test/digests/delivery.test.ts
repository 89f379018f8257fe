import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { deliveryToken, staffToken } from '../../worker/digests/links.ts';
import { testApp } from '../support/app.ts';
import { campaignOfAugust } from './history.ts';

const db = env.DB;

async function delivery() {
  const app = testApp();
  const { action: petition } = await campaignOfAugust();
  const committee = (await db
    .prepare(
      'SELECT c.id, c.contact_email FROM committees c JOIN actions p ON c.id = p.committee_id WHERE p.id = ?',
    )
    .bind(petition.id)
    .first<{ id: number; contact_email: string }>())!;
  const frequency = () =>
    db.prepare('SELECT frequency FROM committees WHERE id = ?').bind(committee.id).first<string>('frequency');
  return {
    app,
    petition,
    committee,
    frequency,
    path: `/digests/${await deliveryToken(app.deps.keyring, committee.id, 1)}`,
  };
}

const chosenIn = (html: string) => /<input[^>]*value="(\w+)"[^>]*checked/.exec(html)?.[1];

describe('how often mail comes', () => {
  test('looking at the page changes nothing', async () => {
    const { app, path, frequency } = await delivery();
    for (const query of ['', '?done=yes', '?frequency=stopped', '?List-Unsubscribe=One-Click']) {
      const page = await app.request(path + query);
      expect(page.status).toBe(200);
      expect(chosenIn(await page.text())).toBe('weekly');
    }
    expect(await frequency()).toBe('weekly');
  });

  test.each([
    ['monthly', 'The first tally of each month is mailed'],
    ['thresholds', 'Mail comes only when a petition reaches a threshold'],
    ['stopped', 'No more mail is sent. To have it again, choose another answer here.'],
    ['weekly', 'The tally is mailed every week'],
  ])('%s is saved, said on the page, and can be chosen again', async (chosen, said) => {
    const { app, path, frequency } = await delivery();
    for (let press = 0; press < 2; press += 1) {
      const answer = await app.post(path, { frequency: chosen });
      expect(answer.status).toBe(303);
      const page = await (await app.request(answer.headers.get('location') ?? '')).text();
      expect(page).toContain(said);
      expect(chosenIn(page)).toBe(chosen);
      expect(await frequency()).toBe(chosen);
    }
    await app.post(path, { frequency: 'weekly' });
    expect(await frequency()).toBe('weekly');
  });

  test.each([
    ['no answer', new URLSearchParams()],
    ['an unknown answer', new URLSearchParams({ frequency: 'daily' })],
    ['two answers', new URLSearchParams('frequency=stopped&frequency=monthly')],
    ['an answer of 10 kB', new URLSearchParams({ frequency: 'x'.repeat(10_000) })],
    ['another one-click word', new URLSearchParams({ 'List-Unsubscribe': 'Yes' })],
  ])('%s gives the page back with the error named, and changes nothing', async (_what, body) => {
    const { app, path, frequency } = await delivery();
    const answer = await app.request(path, { method: 'POST', body });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('There is a problem');
    expect(page).toContain('href="#frequency-weekly"');
    expect(page).toMatch(/<title>Error: /);
    expect(await frequency()).toBe('weekly');
  });

  test.each([
    ['JSON', 'application/json', '{"frequency":"stopped"}', 415],
    ['no type', '', 'frequency=stopped', 415],
    ['broken multipart', 'multipart/form-data; boundary=x', 'frequency=stopped', 400],
    ['70 kB', 'application/x-www-form-urlencoded', `frequency=stopped&x=${'x'.repeat(70_000)}`, 413],
  ])('%s is refused and changes nothing', async (_what, type, body, status) => {
    const { app, path, frequency } = await delivery();
    const headers: Record<string, string> = type ? { 'content-type': type } : {};
    const answer = await app.request(path, { method: 'POST', headers, body: new Blob([body]).stream() });
    expect(answer.status).toBe(status);
    expect(await frequency()).toBe('weekly');
  });

  test('the mail program’s own button stops it with one POST, without a redirect', async () => {
    const { app, path, frequency } = await delivery();
    const multipart = new FormData();
    multipart.set('List-Unsubscribe', 'One-Click');
    for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart]) {
      expect((await app.request(path, { method: 'POST', body })).status).toBe(200);
      expect(await frequency()).toBe('stopped');
    }
  });

  test('a link that is cut short, of another purpose or of nobody is refused for both', async () => {
    const { app, path, committee, frequency } = await delivery();
    const staff = await staffToken(app.deps.keyring, committee.id, 1);
    const nobody = await deliveryToken(app.deps.keyring, 987654, 1);
    for (const wrong of [path.slice(0, -1), `/digests/${staff}`, `/digests/${nobody}`, '/digests/x']) {
      expect((await app.request(wrong)).status).toBe(404);
      expect((await app.post(wrong, { frequency: 'stopped' })).status).toBe(404);
    }
    expect(await frequency()).toBe('weekly');
  });

  test('ends with the staff link that it was mailed with; the mail with the new one has a link that works', async () => {
    const { app, path, committee, frequency } = await delivery();
    await app.post(`/tallies/${await staffToken(app.deps.keyring, committee.id, 1)}/replace`, {});
    const gone = await app.request(path);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('this one no longer changes anything');
    expect((await app.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(410);
    expect((await app.post(path, { frequency: 'stopped' })).status).toBe(410);
    expect(await frequency()).toBe('weekly');
    const [mail] = await app.mailTo(committee.contact_email);
    const link = mail?.links.find((one) => one.includes('/digests/')) ?? '';
    expect((await app.post(new URL(link).pathname, { frequency: 'stopped' })).status).toBe(303);
    expect(await frequency()).toBe('stopped');
  });
});

describe('a choice', () => {
  test('is reported to the committee and to the campaign, once, and only the newest one', async () => {
    const { app, path, committee } = await delivery();
    const before = (await app.mailTo('organizers@example.org')).length;
    await app.post(path, { frequency: 'monthly' });
    await Promise.all([1, 2, 3].map(() => app.post(path, { 'List-Unsubscribe': 'One-Click' })));
    const told = await app.mailTo(committee.contact_email);
    expect(told.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Mail to the .+ was stopped$/),
    ]);
    expect(told[0]?.text).toContain('not at all');
    expect(told[0]?.links.some((link) => link.endsWith(path))).toBe(true);
    const [contact] = await app.mailTo('organizers@example.org');
    expect(contact?.subject).toBe(told[0]?.subject);
    expect(contact?.links).toEqual([]);
    expect(await app.mailTo('organizers@example.org')).toHaveLength(before + 1);
  });

  test('is accepted five times in 24 hours and then refused: no further mail, and no change without a mail', async () => {
    const { app, path, committee, frequency } = await delivery();
    const choices = ['stopped', 'weekly', 'stopped', 'weekly', 'monthly'];
    for (const chosen of choices) {
      expect((await app.post(path, { frequency: chosen })).status).toBe(303);
      await app.mailTo(committee.contact_email);
    }
    const refused = await app.post(path, { frequency: 'stopped' });
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('This was changed five times in the last 24 hours');
    expect((await app.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(429);
    expect(await frequency()).toBe('monthly');
    expect((await app.post(path, { frequency: 'monthly' })).status).toBe(303);
    expect(await app.mailTo(committee.contact_email)).toHaveLength(5);
    app.setNow(new Date(app.now().getTime() + 24 * 3_600_000 + 1));
    expect((await app.post(path, { frequency: 'stopped' })).status).toBe(303);
    expect(await app.mailTo(committee.contact_email)).toHaveLength(6);
  });

  test('that changes nothing is not reported', async () => {
    const { app, path, committee } = await delivery();
    await app.post(path, { frequency: 'weekly' });
    expect(await app.mailTo(committee.contact_email)).toEqual([]);
  });
});
