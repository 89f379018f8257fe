import { hex } from '../../platform/crypto/bytes.ts';
import type { Keyring } from '../../platform/crypto/keyring.ts';

/**
 * Counts a response's way to the city's own survey: 16 bytes as hex. The same form token gives the same
 * key, and nobody without the keyring sees which response it belongs to.
 */
export async function sendKeyOf(keyring: Keyring, actionId: number, formToken: string): Promise<string> {
  return hex(await keyring.fingerprint('send', JSON.stringify([actionId, formToken])));
}
