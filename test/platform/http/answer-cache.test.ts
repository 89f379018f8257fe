import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../../worker/platform/http/answer-cache.ts';
import type { Settings } from '../../../worker/platform/settings.ts';

const page = { 'cache-control': 'public, max-age=1', vary: 'accept-language', etag: '"1"' };

/** A cache over a Worker that numbers its answers, and a clock that a test moves. */
function numbered({ rememberFor = 1000, headers = page as Record<string, string>, status = 200 } = {}) {
  let time = 0;
  let made = 0;
  const settings = { rememberFor } as Settings;
  const answers = createAnswerCache({ settings, clock: () => new Date(time) });
  return {
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
    async ask(path = '/petitions/one', init: RequestInit = {}) {
      const answer = () => new Response(`answer ${++made}`, { status, headers });
      const response = await answers(new Request(`http://localhost${path}`, init), answer);
      expect(Object.fromEntries(response.headers)).toMatchObject(headers);
      expect(response.status).toBe(status);
      return response.text();
    },
  };
}

describe('the answers that an isolate keeps for a second', () => {
  it('serves a public page again with its headers, and makes a new one after the time', async () => {
    const { ask, wait } = numbered();
    expect(await ask()).toBe('answer 1');
    wait(999);
    expect(await ask()).toBe('answer 1');
    wait(1);
    expect(await ask()).toBe('answer 2');
    expect(await ask('/petitions/two')).toBe('answer 3');
  });

  it('keeps languages apart', async () => {
    const { ask } = numbered();
    expect(await ask('/', { headers: { 'accept-language': 'es' } })).toBe('answer 1');
    expect(await ask('/', { headers: { 'accept-language': 'en' } })).toBe('answer 2');
    expect(await ask('/', { headers: { 'accept-language': 'es' } })).toBe('answer 1');
  });

  it.each([
    ['a form', '/petitions/one', { method: 'POST', body: 'a=b' }],
    ['HEAD', '/petitions/one', { method: 'HEAD' }],
    ['a query, whose source is counted', '/petitions/one?source=flyer', {}],
    ['a reader who has the page', '/petitions/one', { headers: { 'if-none-match': '"1"' } }],
    ['a reload', '/petitions/one', { headers: { 'cache-control': 'max-age=0' } }],
    ['a frame, whose site is listed', '/petitions/one', { headers: { 'sec-fetch-dest': 'iframe' } }],
    ['a caller with a key', '/petitions/one', { headers: { authorization: 'Bearer key' } }],
  ])('asks the Worker each time for %s', async (_, path, init) => {
    const { ask } = numbered();
    const first = await ask(path, init);
    expect(await ask(path, init)).toBe(first === '' ? '' : 'answer 2');
    expect(await ask('/petitions/one')).toBe('answer 3');
  });

  it.each([
    ['private', { headers: { 'cache-control': 'private, no-store' } }],
    ['without a word on caching', { headers: {} }],
    ['with a cookie', { headers: { ...page, 'set-cookie': 'a=b' } }],
    ['that varies by something else', { headers: { ...page, vary: 'accept-language, origin' } }],
    ['other than 200', { status: 410 }],
    ['where nothing is to be remembered', { rememberFor: 0 }],
  ])('keeps no answer %s', async (_, options) => {
    const { ask } = numbered(options);
    expect(await ask()).toBe('answer 1');
    expect(await ask()).toBe('answer 2');
  });

  it('keeps at most 200 answers, and none above 64 KB', async () => {
    const { ask } = numbered();
    for (let n = 1; n <= 201; n += 1) await ask(`/petitions/${n}`);
    expect(await ask('/petitions/201')).toBe('answer 201');
    expect(await ask('/petitions/1')).toBe('answer 202');

    const answers = createAnswerCache({
      settings: { rememberFor: 1000 } as Settings,
      clock: () => new Date(0),
    });
    let made = 0;
    const large = () => new Response('x'.repeat(65_537 + ++made), { headers: page });
    const ofLarge = async () =>
      (await (await answers(new Request('http://localhost/'), large)).text()).length;
    expect(await ofLarge()).toBe(65_538);
    expect(await ofLarge()).toBe(65_539);
  });
});
