import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Partner } from './rules.ts';

/** The link to a partner's page, valid while the partner has this version. */
export function partnerToken(keyring: Keyring, { id, link }: Pick<Partner, 'id' | 'link'>): Promise<string> {
  return keyring.token('partner', `${id}.${link}`);
}

export function readPartnerToken(keyring: Keyring, token: string): Promise<PartnerAndVersion | null> {
  return readNamed(keyring, 'partner', token);
}

/** The key that a partner's own programs send, versioned like the link. */
export function partnerKey(
  keyring: Keyring,
  { id, keyVersion }: Pick<Partner, 'id' | 'keyVersion'>,
): Promise<string> {
  return keyring.token('partner-key', `${id}.${keyVersion}`);
}

export function readPartnerKey(keyring: Keyring, key: string): Promise<PartnerAndVersion | null> {
  return readNamed(keyring, 'partner-key', key);
}

type PartnerAndVersion = { partnerId: number; version: number };

async function readNamed(
  keyring: Keyring,
  purpose: 'partner' | 'partner-key',
  token: string,
): Promise<PartnerAndVersion | null> {
  const subject = await keyring.readToken(purpose, token);
  const [partnerId, version] = (subject ?? '').split('.').map(Number);
  return partnerId && version ? { partnerId, version } : null;
}
