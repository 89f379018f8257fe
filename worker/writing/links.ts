import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';

/** The private link to a draft. A new generation ends the links before it. */
export type DraftLink = { draftId: string; generation: number };

export async function draftUrl(
  { keyring, settings }: Pick<Deps, 'keyring' | 'settings'>,
  { draftId, generation }: DraftLink,
): Promise<string> {
  return `${settings.publicUrl}/drafts/${await keyring.token('draft', `${draftId}.${generation}`)}`;
}

export async function readDraftToken(keyring: Keyring, token: string): Promise<DraftLink | null> {
  const [draftId, generation] = ((await keyring.readToken('draft', token)) ?? '').split('.');
  return draftId && generation ? { draftId, generation: Number(generation) } : null;
}
