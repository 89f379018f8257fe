import type { Deps } from '../deps.ts';
import { logFailure } from '../log.ts';
import { linksIn } from './links.ts';
import { type Mail, type MailToWrite, openLetter, type RenderMails } from './mail.ts';
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

const mailsSearched = 200;

/** The latest mails as a person would see them, newest first. To find those to an address, as many are opened. */
export async function listMailbox(
  deps: Pick<Deps, 'db' | 'keyring'>,
  render: RenderMails,
  to: string | null,
): Promise<MailboxMail[]> {
  const mails = await readable(deps, render, await listOutbox(deps.db, { limit: mailsSearched }));
  return mails.filter((mail) => to === null || mail.to.toLowerCase() === to.toLowerCase());
}

/** One page of them: no mail of another page is opened. `next` is the id that the next page begins after. */
export async function pageOfMailbox(
  deps: Pick<Deps, 'db' | 'keyring'>,
  render: RenderMails,
  { after, most }: { after: string | null; most: number },
): Promise<{ mails: MailboxMail[]; next: string | null }> {
  const rows = await listOutbox(deps.db, { limit: most + 1, after });
  const shown = rows.slice(0, most);
  const next = rows.length > most ? (shown.at(-1)?.id ?? null) : null;
  return { mails: await readable(deps, render, shown), next };
}

/** A mail that no drain has taken yet is rendered here but not stored, so that it shows at once. */
async function readable(
  { keyring }: Pick<Deps, 'keyring'>,
  render: RenderMails,
  rows: readonly OutboxRow[],
): Promise<MailboxMail[]> {
  const unwritten = rows.filter(isUnwritten).map(({ id, ref, kind }) => ({ id, ref, kind }));
  const written = await writtenOf(render, unwritten);
  const mails: MailboxMail[] = [];
  for (const row of rows) {
    const mail = row.content ? await open(keyring, row) : written.get(row.id);
    if (!mail) continue;
    const { id, state, createdAt } = row;
    const { subject, html, text } = mail;
    mails.push({ id, to: mail.to, subject, html, text, links: linksIn(mail), state, createdAt });
  }
  return mails;
}

/** A mail that cannot be written hides no other one. */
async function writtenOf(render: RenderMails, entries: MailToWrite[]): Promise<Map<string, Mail | null>> {
  if (entries.length === 0) return new Map();
  try {
    return await render(entries);
  } catch (error) {
    const [only, ...others] = entries;
    if (only && others.length === 0) {
      logFailure('mail-unwritable', error, { mail: only.id, kind: only.kind });
      return new Map();
    }
    const each = await Promise.all(entries.map((entry) => writtenOf(render, [entry])));
    return new Map(each.flatMap((mails) => [...mails]));
  }
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
