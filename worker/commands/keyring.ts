import { base64url } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';

/** A fresh key for the KEYRING setting, named for its month. */
const id = new Date().toISOString().slice(0, 7);
console.log(`${id}:${base64url(randomBytes(32))}`);
