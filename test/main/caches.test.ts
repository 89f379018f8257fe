import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';

const app = testApp();
let petition = '';
let survey = '';
let campaign = '';

beforeAll(async () => {
  const opened = await openPetition(env.DB);
  petition = opened.action.slug;
  campaign = opened.campaign.slug;
  survey = (await openSurvey(app)).action.slug;
});

/** One address for each kind of answer that may be cached, and some that refuse. */
const addresses = () => [
  ...['/', '/developers', '/openapi.json', '/kit.schema.json', '/health', '/nothing-here', '/robots.txt'],
  ...[`/campaigns/${campaign}`, `/campaigns/${campaign}/share`, `/campaigns/${campaign}/updates.xml`],
  ...[`/campaigns/${campaign}/junctures.ics`, `/api/v1/campaigns/${campaign}`, '/api/v1/campaigns/none'],
  ...[`/petitions/${petition}`, `/petitions/${petition}/embed`, `/embed/petitions/${petition}`],
  ...[`/api/v1/petitions/${petition}`, '/api/v1/petitions/none', '/api/v1/nothing'],
  ...[`/surveys/${survey}`, `/api/v1/surveys/${survey}`, '/api/v1/surveys/none'],
  ...[`/oembed?url=http://localhost:8787/petitions/${petition}`, '/oembed?url=none', '/oembed'],
];

async function inLanguage(path: string, language: string, init: RequestInit = {}) {
  const answer = await app.request(path, {
    ...init,
    headers: { ...init.headers, 'accept-language': language },
  });
  const text = (await answer.text()).replaceAll(/"as_of":"[^"]*"|value="[\w-]{40,}"/g, '');
  return { text, vary: answer.headers.get('vary') ?? '' };
}

test('answers that depend on the browser’s language say so to caches, and others are the same for all', async () => {
  for (const path of addresses()) {
    const [english, spanish] = [await inLanguage(path, 'en'), await inLanguage(path, 'es')];
    const varies = english.text !== spanish.text;
    expect
      .soft({ path, vary: !varies || /accept-language/i.test(english.vary) })
      .toEqual({ path, vary: true });
  }
});

test('an error of the API says so as well, and so does 304', async () => {
  const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const path = `/api/v1/petitions/${petition}/signatures`;
  const [english, spanish] = [await inLanguage(path, 'en', init), await inLanguage(path, 'es', init)];
  expect(english.text).not.toBe(spanish.text);
  expect(english.vary).toBe('accept-language');
  for (const address of [`/petitions/${petition}`, `/api/v1/petitions/${petition}`]) {
    const etag = (await app.request(address)).headers.get('etag') ?? '';
    const again = await app.request(address, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('vary')]).toEqual([304, 'accept-language']);
  }
});

test('feeds, calendars and pictures depend only on their address', async () => {
  for (const file of ['updates.xml', 'junctures.ics']) {
    const { vary } = await inLanguage(`/campaigns/${campaign}/${file}`, 'es');
    expect(vary).not.toMatch(/language/i);
  }
});
