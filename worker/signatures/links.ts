import type { Language } from '../../web/language.ts';
import { base64url, fromBase64url, fromHex, hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';

/**
 * What a link to confirm names. With the action and the inbox its press finds its intake without reading anything,
 * and the link still leads to what waits for the inbox when its own signature is erased.
 */
export type ConfirmSubject = { id: string; actionId: number; inboxKey: string | null };

export function confirmSubject({ id, actionId, inboxKey }: ConfirmSubject): string {
  return [id, actionId, inboxKey ? base64url(fromHex(inboxKey)) : ''].join('.');
}

/** Digits that choose an intake, at the end of links that were mailed before they named the whole inbox. */
const intakeDigits = /^[0-9a-f]{8}$/;

/** For a subject that was read from one of our own tokens. */
export function readConfirmSubject(subject: string): ConfirmSubject {
  const [id = '', actionId, key = ''] = subject.split('.');
  const inboxKey = intakeDigits.test(key) ? key : hex(fromBase64url(key) ?? new Uint8Array());
  return { id, actionId: Number(actionId), inboxKey: inboxKey || null };
}

/** Null in links that name only a part of it. */
export function wholeInboxKey({ inboxKey }: ConfirmSubject): string | null {
  return inboxKey && !intakeDigits.test(inboxKey) ? inboxKey : null;
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
