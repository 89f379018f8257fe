import { type Keyring, orNull } from '../platform/crypto/keyring.ts';
import type { Signature } from './store.ts';
import type { Submission } from './submission-rules.ts';

/** The part of a signature that only its owner and, if they agreed, the organizers may read. */
export type Person = Pick<Submission, 'givenName' | 'familyName' | 'email' | 'street' | 'comment'>;

export function sealPerson(keyring: Keyring, signatureId: string, person: Person): Promise<Uint8Array> {
  const { givenName, familyName, email, street, comment } = person;
  return keyring.seal(`signature ${signatureId}`, { givenName, familyName, email, street, comment });
}

/** Null once erased. */
export async function openPerson(
  keyring: Keyring,
  signature: Pick<Signature, 'id' | 'sealed'>,
): Promise<Person | null> {
  return signature.sealed && keyring.open<Person>(`signature ${signature.id}`, signature.sealed);
}

/** Null once erased, and where it cannot be opened. */
export function tryOpenPerson(
  keyring: Keyring,
  signature: Pick<Signature, 'id' | 'sealed'>,
): Promise<Person | null> {
  return orNull(openPerson(keyring, signature));
}
