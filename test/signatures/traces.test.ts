import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { formPath, formToken, jsonPath, linkTo } from './support.ts';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      lines.push(args.map(String).join(' '));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

const personal = {
  given_name: 'Zebulon',
  family_name: 'Quartermain',
  email: 'zebulon@quartermain.example',
  street: '77 Marlinspike Row',
  comment: 'Nobody but the organizers reads this',
};
const address = '203.0.113.77';
const words = [...Object.values(personal), 'quartermain', address];

/** Every address in an answer: its redirect, links, forms and sources. */
async function addressesOf(response: Response): Promise<string[]> {
  const html = await response.clone().text();
  const inside = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link);
  return [response.headers.get('location') ?? '', ...inside].map(decodeURIComponent);
}

/** Signs, fails, confirms, corrects, withdraws and erases, and returns every answer. */
async function aWholeLife() {
  const app = testApp({ limits: { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 3 } });
  const { slug } = (await openPetition(env.DB, { asksStreet: true })).action;
  const headers = { 'cf-connecting-ip': address };
  const fields = { ...personal, zip: '28202', show_name: 'yes' };
  const answers: Response[] = [];
  const post = async (path: string, body: Record<string, string>) => {
    const response = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(body) });
    answers.push(response);
    return response;
  };
  const get = async (path: string) => answers.push(await app.request(path, { headers }));
  const signing = async (changes: Record<string, string> = {}) =>
    post(formPath(slug), { ...fields, form_token: await formToken(app, slug), ...changes });

  await signing({ zip: 'ABCDE' });
  await signing({ form_token: 'stale' });
  expect((await signing()).status).toBe(303);
  const [confirm, mine] = [await linkTo(app, 'confirm', slug), await linkTo(app, 'my', slug)];
  await post(`/petitions/${slug}/resend`, { email: personal.email });
  await post(`/petitions/${slug}/resend`, { email: `${personal.email}, ${personal.email}` });
  const mails = await app.mailTo(personal.email);
  await get(confirm);
  expect((await post(confirm, {})).status).toBe(303);
  await get(`/petitions/${slug}`);
  await get(mine);
  await post(`${mine}/correct`, { ...fields, zip: '' });
  await post(`${mine}/correct`, { ...fields, zip: '28205' });
  await signing();
  await signing();
  await post(jsonPath(slug), fields);
  await post(`${mine}/withdraw`, {});
  await app.cron('2026-11-28T15:00:00Z');
  await post(`${mine}/erase`, {});
  await get(mine);
  return { answers, mails, tokens: [confirm, mine].map((path) => path.split('/')[2] ?? '') };
}

test('no log line and no address contains personal data or a mailed secret', async () => {
  const { answers, mails, tokens } = await aWholeLife();
  const statuses = new Set(answers.map(({ status }) => status));
  for (const status of [200, 303, 415, 422, 429]) expect(statuses).toContain(status);
  const addresses = (await Promise.all(answers.map(addressesOf))).flat();
  expect(addresses.length).toBeGreaterThan(100);
  const mailed = mails.flatMap(({ links }) => links);
  expect(mailed.length).toBeGreaterThan(1);
  for (const word of words) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
    expect([...addresses, ...mailed].filter((link) => link.includes(word))).toEqual([]);
  }
  for (const token of tokens) expect(lines.filter((line) => line.includes(token))).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
});

test('a redirect stays on this site, and only its owner’s page has a token in it', async () => {
  const { answers } = await aWholeLife();
  const locations = answers
    .map(({ headers }) => headers.get('location'))
    .filter((location) => location !== null);
  expect(locations.length).toBeGreaterThan(5);
  for (const location of locations) {
    expect(location).toMatch(
      /^\/(petitions\/[a-z0-9-]+\/(check-your-email|thank-you)|my\/[\w-]+)(\?[a-z=&]+)?$/,
    );
  }
});

test('a failure is logged with what broke, without personal data', async () => {
  const app = testApp();
  const { slug } = (await openPetition(env.DB)).action;
  await env.DB.prepare(
    `CREATE TRIGGER broken BEFORE INSERT ON signatures
    BEGIN SELECT RAISE(ABORT, 'cannot store ${personal.email} of ${personal.family_name}'); END`,
  ).run();
  const fields = { ...personal, zip: '28202' };
  const form_token = await formToken(app, slug);
  const page = await app.post(`${formPath(slug)}?lang=es`, { ...fields, form_token });
  const answer = await app.postJson(jsonPath(slug), fields);
  await env.DB.prepare('DROP TRIGGER broken').run();
  expect([page.status, answer.status]).toEqual([500, 500]);
  const html = await page.text();
  expect(html).toContain('Algo falló de nuestro lado');
  const said = [html, await answer.text(), ...lines].join('\n');
  for (const word of [...words, form_token]) expect(said).not.toContain(word);
  const failures = lines.filter((line) => line.includes('"event":"request-failed"'));
  expect(failures).toHaveLength(2);
  expect(failures[0]).toContain('/petitions/:petition/signatures');
});
