import { join } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { createKeyring, type Keyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { root } from './harness.ts';

/** The keyring of the shared server. */
export function siteKeyring(): Keyring {
  const { vars } = unstable_readConfig({ config: join(root, 'wrangler.toml') }, { hideWarnings: true });
  const keys = parseKeyring(String(vars.KEYRING));
  if (!keys) throw new Error('wrangler.toml has no keyring');
  return createKeyring(keys);
}
