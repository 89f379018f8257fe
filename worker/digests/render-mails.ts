import { findCampaign } from '../campaigns/store.ts';
import { findCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { findCampaignOf } from './campaign-of.ts';
import { committeeLinks } from './links.ts';
import { digestMail, staffLinkMail } from './mail.tsx';
import { digestWords } from './mail-words.ts';
import { committeeLanguage, findMailedCommittee } from './mailed-committee.ts';
import { readParts } from './readable.ts';
import type { DigestSection } from './section.ts';
import { findDigest } from './store.ts';

type Writing = { deps: Deps; sections: readonly DigestSection[] };

const writers: Record<string, (writing: Writing, entry: MailToWrite) => Promise<Mail | null>> = {
  digest: writeDigest,
  'staff-link': writeStaffLink,
};

export const digestMailKinds = Object.keys(writers);

/** A digest says what it said when it was made; only its links are of today. */
export async function renderDigestMails(
  deps: Deps,
  entries: MailToWrite[],
  sections: readonly DigestSection[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) {
    mails.set(entry.id, (await writers[mailKindOf(entry.kind)]?.({ deps, sections }, entry)) ?? null);
  }
  return mails;
}

async function writeDigest({ deps, sections }: Writing, { ref }: MailToWrite): Promise<Mail | null> {
  const digest = await findDigest(deps.db, ref);
  const committee = digest?.isMailed ? await findMailedCommittee(deps.db, digest.committeeId) : null;
  if (!digest || !committee) return null;
  const [parts = []] = await readParts(deps, sections, [digest.content]);
  const words = digestWords({
    head: digest.content,
    parts,
    language: committeeLanguage,
    links: await committeeLinks(deps, committee),
  });
  if (!words) return null;
  const campaign = await findCampaign(deps.db, words.campaign);
  return digestMail(words, { to: committee.contactEmail, accent: campaign?.accent ?? '' });
}

/** Where the link has been replaced once more, only the newest is sent. */
async function writeStaffLink({ deps }: Writing, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const committee = await findCommittee(deps.db, Number(ref.split(':')[1]));
  if (!committee || committee.staffLink !== Number(kind.split(':')[1])) return null;
  const campaign = await findCampaignOf(deps.db, committee.id);
  return staffLinkMail({
    to: committee.contactEmail,
    language: committeeLanguage,
    committee: committee.name[committeeLanguage],
    contactEmail: campaign?.contactEmail ?? null,
    accent: campaign?.accent ?? '',
    links: await committeeLinks(deps, committee),
  });
}
