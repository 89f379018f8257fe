import type { Context } from 'hono';
import { hex } from '../crypto/bytes.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { AppEnv } from './app-env.ts';

type WithEtag = { body: string | Uint8Array<ArrayBuffer>; etag: string };
type Sending = { type: string; caching: string; status?: 200 | 410 };

/** Weak: the same text may reach its readers with a token of their own in it. */
export async function etagOf(keyring: Keyring, text: string): Promise<string> {
  return `W/"${hex(await keyring.fingerprint('etag', text))}"`;
}

/** An answer under a tag that changes with it, or word that the reader has it already. */
export function sendWithEtag(
  c: Pick<Context<AppEnv>, 'req' | 'header' | 'body'>,
  { body, etag }: WithEtag,
  { type, caching, status = 200 }: Sending,
): Response {
  c.header('cache-control', caching);
  c.header('etag', etag);
  const isKnown = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etag);
  return isKnown ? c.body(null, 304) : c.body(body, status, { 'content-type': type });
}
