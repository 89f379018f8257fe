import { fromBlob, hex } from '../crypto/bytes.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { Deps } from '../deps.ts';
import { canonicalEmail, deliverableEmail } from '../text/identity.ts';

export type SuppressionReason = 'bounced' | 'complained';

/**
 * Only a fingerprint (hex) of the address is stored. A complaint comes from a person and covers every spelling of their
 * mailbox. A bounce covers only one spelling, because a stranger must not be able to block a mailbox with an invented
 * tag.
 */
async function keyOf(keyring: Keyring, address: string, reason: SuppressionReason): Promise<string> {
  const spelling = reason === 'complained' ? canonicalEmail(address) : address.toLowerCase();
  return hex(await keyring.fingerprint(`address that ${reason}`, spelling));
}

export async function suppressStatements(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  addresses: string[],
  { reason, now }: { reason: SuppressionReason; now: Date },
): Promise<D1PreparedStatement[]> {
  const known = addresses.map(deliverableEmail).filter((address) => address !== null);
  if (known.length === 0) return [];
  const keys = await Promise.all(known.map((address) => keyOf(keyring, address, reason)));
  return [
    db
      .prepare(
        `INSERT INTO suppressions (key, reason, since)
         SELECT unhex(value), ?2, ?3 FROM json_each(?1) WHERE true ON CONFLICT (key) DO NOTHING`,
      )
      .bind(JSON.stringify(keys), reason, now.getTime()),
  ];
}

/** Those of these addresses that are suppressed. */
export async function findSuppressed(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  addresses: string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const keyed = await Promise.all(
    [...new Set(addresses)].flatMap((address) =>
      (['bounced', 'complained'] as const).map(
        async (reason) => [await keyOf(keyring, address, reason), address] as const,
      ),
    ),
  );
  const { results } = await db
    .prepare('SELECT key FROM suppressions WHERE key IN (SELECT unhex(value) FROM json_each(?))')
    .bind(JSON.stringify(keyed.map(([key]) => key)))
    .all<{ key: number[] }>();
  const suppressed = new Set(results.map(({ key }) => hex(fromBlob(key))));
  return new Set(keyed.filter(([key]) => suppressed.has(key)).map(([, address]) => address));
}

export type Suppression = { reason: SuppressionReason; since: Date };

/** The newest ones. Only fingerprints of the addresses are stored. */
export async function listSuppressions(db: D1Database, most: number): Promise<Suppression[]> {
  const { results } = await db
    .prepare('SELECT reason, since FROM suppressions ORDER BY since DESC LIMIT ?')
    .bind(most)
    .all<{ reason: SuppressionReason; since: number }>();
  return results.map(({ reason, since }) => ({ reason, since: new Date(since) }));
}

/** Why and since when no mail goes to an address; empty if it does. */
export async function findSuppressions(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  address: string,
): Promise<Suppression[]> {
  const { results } = await db
    .prepare('SELECT reason, since FROM suppressions WHERE key IN (SELECT unhex(value) FROM json_each(?))')
    .bind(JSON.stringify(await keysOf(keyring, address)))
    .all<{ reason: SuppressionReason; since: number }>();
  return results.map(({ reason, since }) => ({ reason, since: new Date(since) }));
}

function keysOf(keyring: Keyring, address: string): Promise<string[]> {
  const reasons = ['bounced', 'complained'] as const;
  return Promise.all(reasons.map((reason) => keyOf(keyring, address, reason)));
}

/** The same as `liftSuppression`, for a batch. It changes as many rows as `findSuppressions` finds. */
export async function liftSuppressionStatement(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  address: string,
): Promise<D1PreparedStatement> {
  return db
    .prepare('DELETE FROM suppressions WHERE key IN (SELECT unhex(value) FROM json_each(?))')
    .bind(JSON.stringify(await keysOf(keyring, address)));
}

/** Allows mail to the address again. Returns why it was suppressed; empty if it was not. */
export async function liftSuppression(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  address: string,
): Promise<SuppressionReason[]> {
  const keys = await keysOf(keyring, address);
  const { results } = await db
    .prepare('DELETE FROM suppressions WHERE key IN (SELECT unhex(value) FROM json_each(?)) RETURNING reason')
    .bind(JSON.stringify(keys))
    .all<{ reason: SuppressionReason }>();
  return results.map(({ reason }) => reason).sort();
}
