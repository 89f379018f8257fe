import type { Committee } from '../councils/rules.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';

/**
 * With this link a committee answers one petition. It is made with a key of its own, so the link to a staff page says
 * nothing about it, and it ends together with the committee's other links.
 */
export type AnswerLink = { committeeId: number; actionId: number; generation: number };

export function answerToken(
  keyring: Keyring,
  { committeeId, actionId, generation }: AnswerLink,
): Promise<string> {
  return keyring.token('answer', `${committeeId}.${actionId}.${generation}`);
}

export async function readAnswerToken(keyring: Keyring, token: string): Promise<AnswerLink | null> {
  const subject = await keyring.readToken('answer', token);
  const [committeeId, actionId, generation] = (subject ?? '').split('.').map(Number);
  return committeeId && actionId && generation ? { committeeId, actionId, generation } : null;
}

export async function answerUrl(
  { keyring, settings }: Pick<Deps, 'keyring' | 'settings'>,
  { id, staffLink }: Pick<Committee, 'id' | 'staffLink'>,
  actionId: number,
): Promise<string> {
  const link = { committeeId: id, actionId, generation: staffLink };
  return `${settings.publicUrl}/answer/${await answerToken(keyring, link)}`;
}

/** What a mail about answers is about: a petition and a committee. */
export function mailRef({ actionId, committeeId }: Pick<AnswerLink, 'actionId' | 'committeeId'>): string {
  return `${actionId}.${committeeId}`;
}

export function readMailRef(ref: string): { actionId: number; committeeId: number } {
  const [actionId = 0, committeeId = 0] = ref.split('.').map(Number);
  return { actionId, committeeId };
}
