import type { Keyring } from '../platform/crypto/keyring.ts';

const purpose = 'question';

/** The mailed link to a question's own page. */
export async function ownPathOf(keyring: Keyring, id: string): Promise<string> {
  return `/questions/${await keyring.token(purpose, id)}`;
}

/** The id of the question; null if the link is not ours. */
export function readOwnToken(keyring: Keyring, token: string): Promise<string | null> {
  return keyring.readToken(purpose, token);
}

/** The page with all answers, and with the form. */
export function pagePath(campaign: string): string {
  return `/campaigns/${campaign}/questions`;
}
