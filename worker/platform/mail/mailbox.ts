import type { Deps } from '../deps.ts';
import { logFailure } from '../log.ts';
import { linksIn } from './links.ts';
import { type Mail, openLetter, type RenderMails } from './mail.ts';
import { listOutbox, type MailState, type OutboxRow } from './outbox.ts';

export type MailboxMail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  state: MailState;
  createdAt: Date;
};

const mailsShown = 200;

/**
 * The latest mails as a person would see them, newest first. A mail that no drain has taken yet is rendered here but
 * not stored, so that it shows at once.
 */
export async function listMailbox(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  render: RenderMails,
  to: string | null,
): Promise<MailboxMail[]> {
  const rows = await listOutbox(db, { limit: mailsShown });
  const unwritten = rows.filter(isUnwritten).map(({ id, ref, kind }) => ({ id, ref, kind }));
  const written = unwritten.length > 0 ? await render(unwritten) : new Map<string, Mail | null>();
  const mails: MailboxMail[] = [];
  for (const row of rows) {
    const mail = row.content ? await open(keyring, row) : written.get(row.id);
    if (!mail || (to !== null && mail.to.toLowerCase() !== to.toLowerCase())) continue;
    const { id, state, createdAt } = row;
    const { subject, html, text } = mail;
    mails.push({ id, to: mail.to, subject, html, text, links: linksIn(mail), state, createdAt });
  }
  return mails;
}

function isUnwritten({ content, state }: OutboxRow): boolean {
  return content === null && (state === 'waiting' || state === 'claimed');
}

async function open(keyring: Deps['keyring'], row: OutboxRow): Promise<Mail | null> {
  try {
    return await openLetter(keyring, row.id, row.content!);
  } catch (error) {
    logFailure('mail-unreadable', error);
    return null;
  }
}
