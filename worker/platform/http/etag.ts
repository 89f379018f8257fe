import type { Context } from 'hono';
import { etag as etagMiddleware, RETAINED_304_HEADERS } from 'hono/etag';
import { hex } from '../crypto/bytes.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { AppEnv } from './app-env.ts';

type WithEtag = { body: string | Uint8Array<ArrayBuffer>; etag: string };
type Sending = { type: string; caching: string; status?: 200 | 410 };

/**
 * Weak, because readers get the same text with their own tokens in it. Made once for each cached text. Hono's
 * middleware would hash every answer again, which takes twenty times as long as sending it.
 */
export async function etagOf(keyring: Keyring, text: string): Promise<string> {
  return `W/"${hex(await keyring.fingerprint('etag', text))}"`;
}

/** Only compares, because the tag is made before. A browser also checks the CORS headers of a 304. */
const compareEtag = etagMiddleware({
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'access-control-expose-headers'],
});

/** Sends an answer with its etag, or 304 if the reader already has it. */
export async function sendWithEtag<E extends AppEnv>(
  c: Context<E>,
  { body, etag }: WithEtag,
  { type, caching, status = 200 }: Sending,
): Promise<Response> {
  c.header('cache-control', caching);
  c.header('etag', etag);
  await compareEtag(c, async () => {
    c.res = c.body(body, status, { 'content-type': type });
  });
  return c.res;
}
