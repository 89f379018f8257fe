import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Answers } from './rules.ts';
import type { Response } from './store.ts';

/** The part of a response that only its owner may read; own words may also be shared. */
export type HeldAnswers = { answers: Answers; shareWords: boolean };

export function sealAnswers(
  keyring: Keyring,
  id: string,
  { answers, shareWords }: HeldAnswers,
): Promise<Uint8Array> {
  return keyring.seal(`response ${id}`, { answers, shareWords });
}

/** Null once erased. */
export async function openAnswers(
  keyring: Keyring,
  { id, sealed }: Pick<Response, 'id' | 'sealed'>,
): Promise<HeldAnswers | null> {
  return sealed && keyring.open<HeldAnswers>(`response ${id}`, sealed);
}
