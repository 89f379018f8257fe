import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { readPartnerKey } from './partner-links.ts';
import type { Partner } from './rules.ts';
import { findPartner } from './store.ts';

/** The partner whose key an Authorization header holds; null where there is no such header. */
export async function partnerOfKey(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  authorization: string | undefined,
): Promise<Result<Partner | null, 'wrong-key'>> {
  if (authorization === undefined) return ok(null);
  const key = /^Bearer +(?<key>[A-Za-z0-9_-]+)$/i.exec(authorization.trim())?.groups?.key;
  const named = key ? await readPartnerKey(keyring, key) : null;
  const partner = named && (await findPartner(db, named.partnerId));
  const holds = partner !== null && !partner.retired && partner.keyVersion === named?.version;
  return holds ? ok(partner) : err('wrong-key');
}
