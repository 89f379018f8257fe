import type { Language } from '../../web/language.ts';
import { contactLanguageOf } from '../campaigns/rules.ts';
import { findCampaign, findCampaignById } from '../campaigns/store.ts';
import type { Committee } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { knownValue, runQuery } from '../platform/query.ts';
import { findCampaignOf } from './campaign-of.ts';
import { frequencyContactMail, frequencyMail } from './frequency-mail.tsx';
import { committeeLinks } from './links.ts';
import { digestMail, staffLinkMail } from './mail.tsx';
import type { digestMailKinds } from './mail-kinds.ts';
import { digestWords } from './mail-words.ts';
import { findMailedCommittee, languageOf } from './mailed-committee.ts';
import { readParts, storedQuery } from './readable.ts';
import type { DigestSection } from './section.ts';
import { findDigest } from './store.ts';

type Writing = { deps: Deps; sections: readonly DigestSection[] };

const writers: Record<string, (writing: Writing, entry: MailToWrite) => Promise<Mail | null>> = {
  digest: writeDigest,
  'staff-link': writeStaffLink,
  frequency: writeFrequency,
  'frequency-contact': writeFrequencyContact,
} satisfies Record<(typeof digestMailKinds)[number], unknown>;

/** A digest is rendered from its frozen content; only its links are today's. */
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
  const stored = await runQuery(deps.db, storedQuery(deps.db, sections, knownValue(digest.id)));
  const [parts = []] = await readParts(deps, sections, { contents: [digest.content], stored });
  const words = digestWords({
    head: digest.content,
    parts,
    language: languageOf(committee),
    links: await committeeLinks(deps, committee),
  });
  if (!words) return null;
  const campaign = await findCampaign(deps.db, words.campaign);
  return digestMail(words, { to: committee.contactEmail, accent: campaign?.accent ?? '' });
}

/** If the link was replaced again, only the newest is sent. */
async function writeStaffLink({ deps }: Writing, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const committee = await findCommittee(deps.db, Number(ref.split(':')[1]));
  if (!committee || committee.staffLink !== Number(kind.split(':')[1])) return null;
  const campaign = await findCampaignOf(deps.db, committee.id);
  const language = languageOf(committee);
  return staffLinkMail({
    to: committee.contactEmail,
    language,
    committee: committee.name[language],
    contactEmail: campaign?.contactEmail ?? null,
    accent: campaign?.accent ?? '',
    links: await committeeLinks(deps, committee),
  });
}

/** Of several choices only the newest is told. */
async function writeFrequency({ deps }: Writing, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const committee = await findWhoChose(deps.db, { ref, kind });
  if (!committee) return null;
  const campaign = await findCampaignOf(deps.db, committee.id);
  return frequencyMail({
    ...chosenOf(committee, languageOf(committee)),
    to: committee.contactEmail,
    contactEmail: campaign?.contactEmail ?? null,
    accent: campaign?.accent ?? '',
    links: await committeeLinks(deps, committee),
  });
}

async function writeFrequencyContact({ deps }: Writing, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const committee = await findWhoChose(deps.db, { ref, kind });
  const campaign = committee && (await findCampaignById(deps.db, Number(ref.split(':')[2])));
  if (!committee || !campaign) return null;
  return frequencyContactMail({
    ...chosenOf(committee, contactLanguageOf(campaign)),
    to: campaign.contactEmail,
  });
}

async function findWhoChose(db: D1Database, { ref, kind }: Pick<MailToWrite, 'ref' | 'kind'>) {
  const committee = await findCommittee(db, Number(ref.split(':')[1]));
  return committee?.frequencyChanges === Number(kind.split(':')[1]) ? committee : null;
}

function chosenOf({ name, frequency }: Committee, language: Language) {
  return { language, committee: name[language], frequency };
}
