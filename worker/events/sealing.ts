import type { Keyring } from '../platform/crypto/keyring.ts';
import type { SignUp } from './store.ts';

/** What somebody needs to be safe there: for its owner, and for an owner or an editor of the campaign. */
export function sealNote(keyring: Keyring, id: string, note: string): Promise<Uint8Array> {
  return keyring.seal(`sign-up ${id}`, { note });
}

/** Empty where nothing was said, and once erased. */
export async function openNote(
  keyring: Keyring,
  { id, sealed }: Pick<SignUp, 'id' | 'sealed'>,
): Promise<string> {
  return sealed ? (await keyring.open<{ note: string }>(`sign-up ${id}`, sealed)).note : '';
}
