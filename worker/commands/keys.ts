import { createKeyring, type Keyring, parseKeyring } from '../platform/crypto/keyring.ts';
import { runningPort } from './server.ts';
import { readLocalVars, readRemoteConfig } from './wrangler-config.ts';

/** The keyring for links. Cloudflare does not return secrets, so production's keyring is given with the command. */
export function readKeys(remote: boolean): { keyring: Keyring; publicUrl: string } {
  const entries = parseKeyring(process.env.KEYRING ?? (remote ? '' : (readLocalVars().KEYRING ?? '')));
  if (!entries) {
    throw new Error('Put the keyring of that deployment before the command: KEYRING=ID:SECRET npm run …');
  }
  const port = process.env.PORT || runningPort();
  const publicUrl = remote ? String(readRemoteConfig().vars.PUBLIC_URL) : `http://localhost:${port}`;
  return { keyring: createKeyring(entries), publicUrl };
}
