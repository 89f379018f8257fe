import { createHmac } from 'node:crypto';

/** Replaces SHA-256 in JavaScript in the library that signs webhooks (wrangler.toml, alias): the runtime has its own. */
export function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(data).digest();
}
