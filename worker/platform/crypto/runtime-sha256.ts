import { createHash, createHmac } from 'node:crypto';

/**
 * Replaces SHA-256 in JavaScript in the Worker (wrangler.toml, alias): the runtime has its own. `hmac` is called by the
 * library that signs webhooks, `sha256` by the trees of statements, which browsers hash as well.
 */
export function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(data).digest());
}

export function sha256(data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(data).digest());
}
