import { day, second } from '../time/clock.ts';
import { base64url } from './bytes.ts';
import { randomBytes } from './ids.ts';
import { claimedSubject, type Keyring } from './keyring.ts';

/** How long a page may stay open in a tab. */
const formTokenLife = 7 * day;

/** A token for one showing of a form: when it was made, and 10 random bytes that make a retry the same submission. */
export async function makeFormToken(keyring: Keyring, purpose: string, now: Date): Promise<string> {
  const at = now.getTime().toString(36);
  return keyring.token(`form ${purpose}`, `${at}.${base64url(randomBytes(10))}`);
}

export type FormTokenCheck = 'fresh' | 'too-quick' | 'stale';

/** `minAgeSeconds`: nobody can fill in the form faster by hand. A token that is not ours counts as stale. */
export async function checkFormToken(
  keyring: Keyring,
  purpose: string,
  token: string,
  now: Date,
  minAgeSeconds: number,
): Promise<FormTokenCheck> {
  const subject = await keyring.readToken(`form ${purpose}`, token);
  if (subject === null) return 'stale';
  const age = now.getTime() - Number.parseInt(subject, 36);
  if (age > formTokenLife) return 'stale';
  return age < minAgeSeconds * second ? 'too-quick' : 'fresh';
}

/** When the form with this token was shown. Only true for a token that was checked. */
export function formShownAt(token: string): Date {
  return new Date(Number.parseInt(claimedSubject(token) ?? '', 36));
}
