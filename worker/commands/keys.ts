import { join } from 'node:path';
import { createKeyring, type Keyring, parseKeyring } from '../platform/crypto/keyring.ts';
import { root } from './database.ts';
import { runningPort } from './server.ts';

/** The keyring for links. Cloudflare does not return secrets, so production's keyring is given with the command. */
export async function readKeys(remote: boolean): Promise<{ keyring: Keyring; publicUrl: string }> {
  const { unstable_getVarsForDev, unstable_readConfig } = await import('wrangler');
  const path = join(root, 'wrangler.toml');
  const environment = remote ? 'production' : undefined;
  const config = unstable_readConfig(
    { config: path, ...(environment ? { env: environment } : {}) },
    { hideWarnings: true },
  );
  const vars = remote ? {} : unstable_getVarsForDev(path, undefined, config.vars, environment, true);
  const entries = parseKeyring(process.env.KEYRING ?? String(vars.KEYRING?.value ?? ''));
  if (!entries) {
    throw new Error('Put the keyring of that deployment before the command: KEYRING=ID:SECRET npm run …');
  }
  const port = process.env.PORT || runningPort();
  const publicUrl = remote ? String(config.vars.PUBLIC_URL) : `http://localhost:${port}`;
  return { keyring: createKeyring(entries), publicUrl };
}
