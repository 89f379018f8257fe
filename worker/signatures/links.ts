import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';

/** What a link to confirm names. With the action and the inbox its press finds its intake without reading anything. */
export type ConfirmSubject = { id: string; actionId: number; inboxKey: string | null };

/** The digits of an inbox key that choose an intake. */
const keyDigits = 8;

export function confirmSubject({ id, actionId, inboxKey }: ConfirmSubject): string {
  return [id, actionId, (inboxKey ?? '').slice(0, keyDigits)].join('.');
}

/** Of a subject that was read from a token of ours. */
export function readConfirmSubject(subject: string): ConfirmSubject {
  const [id = '', actionId, key] = subject.split('.');
  return { id, actionId: Number(actionId), inboxKey: key || null };
}

/** The secrets that are mailed: a link to confirm, and one to the supporter's page. */
export async function linksOf({ keyring, settings }: Deps, signature: ConfirmSubject, chosen: Language) {
  const [confirmToken, supporterToken] = await Promise.all([
    keyring.token('confirm', confirmSubject(signature)),
    keyring.token('my', signature.id),
  ]);
  return {
    confirmUrl: `${settings.publicUrl}/confirm/${confirmToken}?lang=${chosen}`,
    supporterUrl: `${settings.publicUrl}/my/${supporterToken}?lang=${chosen}`,
  };
}
