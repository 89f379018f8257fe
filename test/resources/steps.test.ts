import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { kitWithServices, someService } from './support.ts';

const path = `/campaigns/${charlotte.campaign.slug}/resources`;
const app = testApp();

beforeAll(async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
});

test.each(['/steps', '/card'])('%s gives nobody away, asks for nothing and keeps nothing', async (page) => {
  const answer = await app.request(path + page);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await answer.text();
  expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toMatch(/– Undersigned$/);
  expect(html).toContain('data-exit');
  expect(html).not.toMatch(/<(form|input|textarea)/);
  expect((await app.request(path + page, { method: 'POST' })).status).toBe(405);
});

test('the steps have their contacts and can be sent as one message', async () => {
  for (const language of ['en', 'es'] as const) {
    const html = await (await app.request(`${path}/steps?lang=${language}`)).text();
    expect(html).toContain('href="tel:+18883737888"');
    // A service that does not exist is nobody to call.
    for (const { name, example } of charlotte.services)
      expect(html.includes(name[language]), name[language]).toBe(example !== true);
    expect(html).toContain(`href="sms:?body=${encodeURIComponent(charlotte.referral.message[language])}"`);
  }
});

test('a contact that nobody has checked for long is not among the steps', async () => {
  const contact = 'National Human Trafficking Hotline:';
  const read = async () => (await app.request(`${path}/steps`)).text();
  const before = (await read()).split(contact).length;
  app.setNow('2027-11-25T15:00:00Z');
  const html = await read();
  // What is left is the line of the campaign’s own help.
  expect(html.split(contact).length).toBe(2);
  expect(before).toBeGreaterThan(2);
  expect(html.indexOf('Not reviewed yet')).toBeGreaterThan(0);
  expect(html.indexOf('Not reviewed yet')).toBeLessThan(html.indexOf('Is somebody in danger now?'));
  expect(html.indexOf('Fact:')).toBeLessThan(html.indexOf('Myth:'));
  app.setNow(aWednesday);
});

test('a kit without steps has no page of them, and no link', async () => {
  const kit = kitWithServices([someService()]);
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const of = `/campaigns/${kit.campaign.slug}/resources`;
  for (const page of ['/steps', '/card']) expect((await app.request(of + page)).status).toBe(404);
  expect(await (await app.request(of)).text()).not.toContain('/steps');
});
