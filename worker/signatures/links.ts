import type { Language } from '../../web/language.ts';
import { base64url, fromBase64url, fromHex, hex } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';

/** The generation of its links that holds; links that were mailed before do nothing any more. */
type Linked = { linkGeneration: number };

/**
 * The content of a link to confirm. With the action and the inbox, a press finds its intake without reading anything,
 * and the link still leads to what waits for the inbox after its own signature is erased.
 */
export type ConfirmSubject = Linked & { id: string; actionId: number; inboxKey: string | null };

export function confirmSubject({ id, actionId, inboxKey, linkGeneration }: ConfirmSubject): string {
  const key = inboxKey ? base64url(fromHex(inboxKey)) : '';
  return [id, actionId, key, ...generationIn(linkGeneration)].join('.');
}

/** Digits that choose an intake, at the end of links mailed before links contained the whole inbox key. */
const intakeDigits = /^[0-9a-f]{8}$/;

/** For a subject that was read from one of our own tokens. */
export function readConfirmSubject(subject: string): ConfirmSubject {
  const [id = '', actionId, key = '', generation] = subject.split('.');
  const inboxKey = intakeDigits.test(key) ? key : hex(fromBase64url(key) ?? new Uint8Array());
  const linkGeneration = Number(generation ?? 1);
  return { id, actionId: Number(actionId), inboxKey: inboxKey || null, linkGeneration };
}

/** Null in links that contain only a part of it. */
export function wholeInboxKey({ inboxKey }: ConfirmSubject): string | null {
  return inboxKey && !intakeDigits.test(inboxKey) ? inboxKey : null;
}

/** What a link to the supporter's own page names. */
export type OwnSubject = Linked & { id: string };

export function ownSubject({ id, linkGeneration }: OwnSubject): string {
  return [id, ...generationIn(linkGeneration)].join('.');
}

export function readOwnSubject(subject: string): OwnSubject {
  const [id = '', generation] = subject.split('.');
  return { id, linkGeneration: Number(generation ?? 1) };
}

/** The first is not written: links from before there were generations are of it. */
function generationIn(generation: number): string[] {
  return generation === 1 ? [] : [String(generation)];
}

export type LinkPurpose = 'confirm' | 'my';

export function linkToken(
  keyring: Keyring,
  purpose: LinkPurpose,
  signature: ConfirmSubject,
): Promise<string> {
  return keyring.token(purpose, purpose === 'confirm' ? confirmSubject(signature) : ownSubject(signature));
}

/** The signature that a link names, and the generation of the link; null where it is not ours. */
export async function readLinkToken(
  keyring: Keyring,
  purpose: LinkPurpose,
  token: string,
): Promise<OwnSubject | null> {
  const subject = await keyring.readToken(purpose, token);
  if (subject === null) return null;
  return purpose === 'confirm' ? readConfirmSubject(subject) : readOwnSubject(subject);
}

/** The secrets that are mailed: a link to confirm, and one to the supporter's page. */
export async function linksOf({ keyring, settings }: Deps, signature: ConfirmSubject, chosen: Language) {
  const [confirmToken, supporterToken] = await Promise.all([
    linkToken(keyring, 'confirm', signature),
    linkToken(keyring, 'my', signature),
  ]);
  return {
    confirmUrl: `${settings.publicUrl}/confirm/${confirmToken}?lang=${chosen}`,
    supporterUrl: `${settings.publicUrl}/my/${supporterToken}?lang=${chosen}`,
  };
}
