import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { createKeyring, type Keyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';

/** The keyring of the shared server. */
export function siteKeyring(): Keyring {
  const keys = parseKeyring(readConfig().vars.KEYRING ?? '');
  if (!keys) throw new Error('wrangler.toml has no keyring');
  return createKeyring(keys);
}
