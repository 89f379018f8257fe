import type { Keyring } from '../crypto/keyring.ts';
import type { Deps } from '../deps.ts';

export type Mail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  headers?: Record<string, string>;
  /** It comes from NEWS_FROM, so that complaints about news do not harm the mails that people asked for. */
  isNews?: boolean;
};

/**
 * `ref` is the id of what a mail is about, and `kind` says which of its mails it is; neither is ever an address.
 * `inboxKey` (hex) is what a cap is counted by, and `cap` is a lower cap for this mail.
 */
export type OutboxEntry = { ref: string; kind: string; inboxKey?: string; cap?: number };

export type MailToWrite = { id: string; ref: string; kind: string };

/** By outbox id. Null cancels a mail that no longer has anything to say. */
export type RenderMails = (entries: MailToWrite[]) => Promise<Map<string, Mail | null>>;

/** Renders mails for the drain and for the local mailbox. */
export type MailRenderer = (deps: Deps, now: Date) => RenderMails;

/** A feature's mails: which kinds they are, how they are written, and what a bounce means. */
export type MailKinds<Options = { now: Date }> = {
  kinds: readonly string[];
  render: (deps: Deps, entries: MailToWrite[], options: Options) => Promise<Map<string, Mail | null>>;
  /** The mail bounced for good. May be called more than once. */
  bounced?: (deps: Deps, ref: string, now: Date) => Promise<void>;
};

/** "again" for "again:29381": the part after the colon only tells repetitions apart. */
export function mailKindOf(kind: string): string {
  return kind.split(':', 1)[0] ?? '';
}

export type MailBounced = (deps: Deps, mail: { ref: string; kind: string }, now: Date) => Promise<void>;

/**
 * A mail as it was first sent. A later attempt repeats these bytes, even if MAIL_FROM has changed. `id` is sent along,
 * so that the provider's events find its row.
 */
export type Letter = Omit<Mail, 'isNews'> & { from: string; id?: string };

export function sealLetter(keyring: Keyring, id: string, letter: Letter): Promise<Uint8Array> {
  return keyring.seal(`mail ${id}`, letter);
}

export function openLetter(keyring: Keyring, id: string, sealed: Uint8Array): Promise<Letter> {
  return keyring.open<Letter>(`mail ${id}`, sealed);
}
