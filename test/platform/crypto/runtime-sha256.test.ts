import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from '../../../worker/platform/crypto/bytes.ts';
import { hmac, sha256 } from '../../../worker/platform/crypto/runtime-sha256.ts';

test('the hashes of the runtime are those of WebCrypto', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.uint8Array(),
      async (secret, data) => {
        expect(hex(sha256(data))).toBe(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', data))));
        const algorithm = { name: 'HMAC', hash: 'SHA-256' };
        const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
        expect(hex(hmac(secret, data))).toBe(
          hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, data))),
        );
      },
    ),
    { numRuns: 50 },
  );
});
