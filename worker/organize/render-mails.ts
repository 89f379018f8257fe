import { copy as consoleCopy } from '../../web/console/copy.ts';
import { asLanguage } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { linkPath, linkToken, signInKind } from './ask-for-link.ts';
import { findConsoleCampaign } from './campaign-store.ts';
import type { NamedSection } from './console-section.ts';
import { readOverdue } from './jobs.ts';
import { findMailedLink } from './link-store.ts';
import { inviteMail, signInMail, waitingMail } from './mail.tsx';
import type { organizerMailKinds } from './mail-kinds.ts';
import { openOrganizer } from './organizers.ts';
import { findMailed } from './people-store.ts';

type Writing = { deps: Deps; sections: readonly NamedSection[]; now: Date };

const writers: Record<string, (writing: Writing, entry: MailToWrite) => Promise<Mail | null>> = {
  [signInKind]: writeSignIn,
  'organizer-invite': writeInvite,
  'organizer-waiting': writeWaiting,
} satisfies Record<(typeof organizerMailKinds)[number], unknown>;

export async function renderOrganizerMails(
  deps: Deps,
  entries: MailToWrite[],
  options: { sections: readonly NamedSection[]; now: Date },
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) {
    mails.set(entry.id, (await writers[mailKindOf(entry.kind)]?.({ deps, ...options }, entry)) ?? null);
  }
  return mails;
}

async function writeSignIn({ deps, now }: Writing, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const found = await findMailedLink(deps.db, ref, now);
  if (!found) return null;
  const token = await linkToken(deps.keyring, ref);
  const asked = asLanguage(kind.split(':')[1]);
  return signInMail({
    to: await openOrganizer(deps.keyring, { id: found.organizerId, sealed: found.sealed }),
    language: asked ?? asLanguage(found.language) ?? 'en',
    href: `${deps.settings.publicUrl}${linkPath(token)}${asked ? `?lang=${asked}` : ''}`,
  });
}

/** Null if the access has ended since. */
async function writeInvite({ deps }: Writing, { ref }: MailToWrite): Promise<Mail | null> {
  const [campaignId, organizerId = ''] = ref.split(':');
  const found = await findMailed(deps.db, { organizerId, campaignId: Number(campaignId) });
  const campaign = found?.slug ? await findConsoleCampaign(deps.db, found.slug) : null;
  if (!found?.role || !campaign) return null;
  const language = asLanguage(found.language) ?? 'en';
  return inviteMail({
    to: await openOrganizer(deps.keyring, { id: organizerId, sealed: found.sealed }),
    language,
    campaign: campaign.title[language],
    role: consoleCopy[language].roles[found.role],
    href: `${deps.settings.publicUrl}/organize/sign-in`,
  });
}

async function writeWaiting(
  { deps, sections, now }: Writing,
  { ref: id }: MailToWrite,
): Promise<Mail | null> {
  const found = await findMailed(deps.db, { organizerId: id, campaignId: null });
  if (!found) return null;
  const language = asLanguage(found.language) ?? 'en';
  const lines = await readOverdue(deps, { organizerId: id, language, sections, now });
  if (lines.length === 0) return null;
  return waitingMail({
    to: await openOrganizer(deps.keyring, { id, sealed: found.sealed }),
    language,
    lines,
    href: `${deps.settings.publicUrl}/organize`,
  });
}
