import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { expect, test } from 'vitest';
import { createKeyring, parseKeyring } from '../../../worker/platform/crypto/keyring.ts';
import type { AppEnv } from '../../../worker/platform/http/app-env.ts';
import { etagOf, sendWithEtag } from '../../../worker/platform/http/etag.ts';

const keyring = await createKeyring(parseKeyring(env.KEYRING ?? '') ?? []);
const tag = await etagOf(keyring, 'as written for all');

const site = new Hono<AppEnv>();
site.use(cors({ origin: '*', exposeHeaders: ['retry-after'] }));
for (const status of [200, 410] as const) {
  site.get(`/${status}`, (c) => {
    c.header('vary', 'accept-language');
    c.header('x-other', 'of the whole answer');
    return sendWithEtag(
      c,
      { body: 'as one reader gets it', etag: tag },
      { type: 'text/plain', caching: 'max-age=1', status },
    );
  });
}
const get = (known: string, path = '/200') => site.request(path, { headers: { 'if-none-match': known } });

test.each([
  ['the tag', tag],
  ['the tag as a strong one', tag.slice(2)],
  ['the tag among others', `"a", ${tag} , W/"b"`],
  ['any tag', '*'],
])('a reader who has %s is told so, with what a cache and another site need', async (_what, known) => {
  const answer = await get(known);
  expect([answer.status, await answer.text()]).toEqual([304, '']);
  expect(Object.fromEntries(answer.headers)).toEqual({
    etag: tag,
    'cache-control': 'max-age=1',
    vary: 'accept-language',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after',
  });
});

test.each([
  ['none', ''],
  ['another', 'W/"0"'],
  ['a part of it', tag.slice(0, -2)],
])('a reader who has %s gets all of it', async (_what, known) => {
  const answer = await get(known);
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([
    200,
    tag,
    'as one reader gets it',
  ]);
});

test('a removed page stays removed, whatever etag the reader sends', async () => {
  expect((await get(tag, '/410')).status).toBe(410);
});

test('the tag changes with the text', async () => {
  expect(await etagOf(keyring, 'as written for all')).toBe(tag);
  expect(await etagOf(keyring, 'as written for all.')).not.toBe(tag);
});
