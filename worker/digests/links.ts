import type { Committee } from '../councils/rules.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';

/** The link to a committee's staff page; it holds while its generation is the committee's. */
export function staffToken(keyring: Keyring, committeeId: number, generation: number): Promise<string> {
  return keyring.token('staff', `${committeeId}.${generation}`);
}

export type CommitteeLink = { committeeId: number; generation: number };

export async function readStaffToken(keyring: Keyring, token: string): Promise<CommitteeLink | null> {
  const subject = await keyring.readToken('staff', token);
  const [committeeId, generation] = (subject ?? '').split('.').map(Number);
  return committeeId && generation ? { committeeId, generation } : null;
}

/** The link to how often a committee gets mail; it holds as long as the staff link that it was mailed with. */
export function deliveryToken(keyring: Keyring, committeeId: number, generation: number): Promise<string> {
  return keyring.token('delivery', `${committeeId}.${generation}`);
}

/** Links from before they had a generation are of the first. */
export async function readDeliveryToken(keyring: Keyring, token: string): Promise<CommitteeLink | null> {
  const subject = await keyring.readToken('delivery', token);
  const [committeeId, generation = 1] = (subject ?? '').split('.').map(Number);
  return committeeId && generation ? { committeeId, generation } : null;
}

export type CommitteeLinks = { staffUrl: string; deliveryUrl: string; publicUrl: string };

export async function committeeLinks(
  { keyring, settings }: Pick<Deps, 'keyring' | 'settings'>,
  { id, staffLink }: Pick<Committee, 'id' | 'staffLink'>,
): Promise<CommitteeLinks> {
  const { publicUrl } = settings;
  const [staff, delivery] = await Promise.all([
    staffToken(keyring, id, staffLink),
    deliveryToken(keyring, id, staffLink),
  ]);
  return {
    publicUrl,
    staffUrl: `${publicUrl}/tallies/${staff}`,
    deliveryUrl: `${publicUrl}/digests/${delivery}`,
  };
}
