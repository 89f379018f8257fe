import { base64url, hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';

/** A fresh key for the KEYRING setting: named for its month, and by chance, since no two keys may have one name. */
const id = `${new Date().toISOString().slice(0, 7)}-${hex(randomBytes(3))}`;
console.log(`${id}:${base64url(randomBytes(32))}`);
