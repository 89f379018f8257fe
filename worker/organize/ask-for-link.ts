import type { Language } from '../../web/language.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { day, minute } from '../platform/time/clock.ts';
import { countLinks, dropUnmailedStatement, insertLinkStatement, type NewLink } from './link-store.ts';
import { organizerKey } from './organizers.ts';
import { findActiveOrganizer } from './people-store.ts';

export const signInKind = 'organizer-sign-in';
export const linkLasts = 10 * minute;
/**
 * In 24 hours, to one inbox. Whoever knows an address may ask for its links, so each connection has its own share: it
 * cannot use up that of others. Links that were mailed before stay valid.
 */
const mostOfConnection = 10;
const mostOfAll = 60;

export type AskedLink = {
  email: string;
  browser: string;
  connection: string | null;
  /** Of the page on which it was asked for. Null: the organizer's own. */
  language: Language | null;
  now: Date;
};

/**
 * Mails a link to an organizer. For any other address it does nothing, and as many reads: what the caller learns is the
 * same, in words and nearly in time.
 */
export async function askForLink(
  deps: Deps,
  { email, browser, connection, language, now }: AskedLink,
): Promise<void> {
  const { db, keyring } = deps;
  const emailKey = await organizerKey(keyring, email);
  const organizerId = await findActiveOrganizer(db, emailKey);
  const { link, statement } = await makeLink(deps, {
    organizerId: organizerId ?? '',
    browser,
    lasts: linkLasts,
    now,
  });
  const whose = `${hex(emailKey)} ${connection ?? ''}`;
  const inboxKey = hex(await keyring.fingerprint('organizer mails', whose));
  const mailed = await countLinks(db, {
    organizerId: organizerId ?? '',
    since: new Date(now.getTime() - day),
  });
  if (organizerId === null || mailed >= mostOfAll) return;
  const kind = language ? `${signInKind}:${language}` : signInKind;
  const mail = { ref: link.ref, kind, inboxKey };
  await db.batch([
    statement,
    enqueueStatement(db, [mail], { now, cap: mostOfConnection }),
    dropUnmailedStatement(db, link.ref),
  ]);
  await deps.wakeOutbox();
}

/** A link that signs in once. Its token is derived from the keyring when the mail is written. */
export async function makeLink(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  {
    organizerId,
    browser,
    lasts,
    now,
  }: Pick<NewLink, 'organizerId' | 'browser'> & { lasts: number; now: Date },
): Promise<{ link: NewLink; statement: D1PreparedStatement }> {
  const ref = `organizer-link-${newId(now)}`;
  const token = await linkToken(keyring, ref);
  const link = { ref, token, organizerId, browser, expiresAt: new Date(now.getTime() + lasts) };
  return { link, statement: insertLinkStatement(db, link, now) };
}

export function linkToken(keyring: Keyring, ref: string): Promise<string> {
  return keyring.token('organizer link', ref);
}

export function linkPath(token: string): string {
  return `/organize/links/${token}`;
}
