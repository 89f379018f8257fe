import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';

const app = testApp({ publicUrl: 'https://petitions.example.org' });
let petition = '';
let survey = '';
let campaign = '';

const read = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
};
const set = (slug: string, state: string) =>
  env.DB.prepare('UPDATE actions SET state = ? WHERE slug = ?').bind(state, slug).run();

beforeAll(async () => {
  const opened = await openPetition(env.DB);
  petition = opened.action.slug;
  campaign = opened.campaign.slug;
  survey = (await openSurvey(app)).action.slug;
});

describe('the site map', () => {
  test('lists the public pages in both languages, and every one of them answers', async () => {
    const { status, type, text } = await read('/sitemap.xml');
    expect([status, type]).toEqual([200, 'application/xml; charset=utf-8']);
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '');
    const site = 'https://petitions.example.org';
    for (const path of [
      '/',
      `/petitions/${petition}`,
      `/surveys/${survey}`,
      `/campaigns/${campaign}`,
      '/developers',
    ]) {
      expect(addresses).toEqual(expect.arrayContaining([site + path, `${site}${path}?lang=es`]));
    }
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses.filter((one) => !one.includes('?'))) {
      const page = await read(address.slice(site.length));
      expect({ address, status: page.status, hidden: /name="robots"/.test(page.text) }).toEqual({
        address,
        status: 200,
        hidden: false,
      });
    }
  });

  test('leaves out what was removed or is not open yet', async () => {
    for (const state of ['removed', 'draft']) {
      await set(petition, state);
      expect((await read('/sitemap.xml')).text).not.toContain(petition);
    }
    await set(petition, 'open');
    expect((await read('/sitemap.xml')).text).toContain(`/petitions/${petition}<`);
  });
});

test('robots may visit everything, no private address is named, and private pages say noindex', async () => {
  const robots = await read('/robots.txt');
  expect(robots).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') });
  expect(robots.text).toContain('Sitemap: https://petitions.example.org/sitemap.xml\n');
  const both = robots.text + (await read('/sitemap.xml')).text;
  expect(both).not.toMatch(/\/(my|confirm|tallies|digests|partners|outbox|organize|webhooks|embed|api)\b/);

  const person = anaOf(petition);
  await confirmedAs(app, petition, person);
  const links = (await app.mailTo(person.email)).flatMap((mail) => mail.links);
  const paths = links.map((link) => new URL(link).pathname).filter((path) => /^\/(my|confirm)\//.test(path));
  expect(paths.length).toBeGreaterThan(1);
  for (const path of [...paths, '/tallies/AAAA', '/partners/AAAA', '/digests/AAAA']) {
    expect((await app.request(path)).headers.get('x-robots-tag')).toBe('noindex');
  }
});

describe('security.txt', () => {
  test('exists if a setting names a contact, and says until when it is valid', async () => {
    const named = testApp({
      securityContact: 'mailto:security@example.org',
      publicUrl: 'https://petitions.example.org',
    });
    const answer = await named.request('/.well-known/security.txt');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=UTF-8']);
    expect(await answer.text()).toBe(
      [
        'Contact: mailto:security@example.org',
        'Expires: 2027-11-01T00:00:00.000Z',
        'Preferred-Languages: en, es',
        'Canonical: https://petitions.example.org/.well-known/security.txt\n',
      ].join('\n'),
    );
  });

  test('does not exist without a contact', async () => {
    expect((await read('/.well-known/security.txt')).status).toBe(404);
  });
});
