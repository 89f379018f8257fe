import { findContextById } from '../actions/context.ts';
import { readCounts } from '../actions/store.ts';
import { findCampaign } from '../campaigns/store.ts';
import type { Committee } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { dateIn } from '../platform/time/clock.ts';
import { withWords } from '../surveys/digest/read-words.ts';
import { findCampaignOf } from './campaign-of.ts';
import { tallyLinks } from './links.ts';
import { digestMail, staffLinkMail, thresholdMail } from './mail.tsx';
import { findDigest } from './store.ts';

/** Committees of the cities this is built for read English; the mails exist in Spanish too. */
const language = 'en';

const writers: Record<string, (deps: Deps, entry: MailToWrite) => Promise<Mail | null>> = {
  digest: writeDigest,
  threshold: writeThreshold,
  'staff-link': writeStaffLink,
};

/** The kinds of mail that go to committees. */
export const digestMailKinds = Object.keys(writers);

/** A digest says what it said when it was made; only its links are of today. */
export async function renderDigestMails(
  deps: Deps,
  entries: MailToWrite[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) {
    mails.set(entry.id, (await writers[mailKindOf(entry.kind)]?.(deps, entry)) ?? null);
  }
  return mails;
}

async function writeDigest(deps: Deps, { ref }: MailToWrite): Promise<Mail | null> {
  const digest = await findDigest(deps.db, ref);
  const committee = digest?.isMailed ? await findListening(deps.db, digest.committeeId) : null;
  if (!digest || !committee) return null;
  const [content] = await withWords(deps, [digest.content]);
  const first = content?.petitions[0] ?? content?.surveys[0];
  if (!content || !first) return null;
  const campaign = await findCampaign(deps.db, first.campaign.slug);
  return digestMail({
    to: committee.contactEmail,
    language,
    accent: campaign?.accent ?? '',
    content,
    links: await tallyLinks(deps, committee.id, committee.staffLink),
  });
}

async function writeThreshold(deps: Deps, { ref }: MailToWrite): Promise<Mail | null> {
  const [actionId = 0, signatures = 0] = ref.split(':').map(Number);
  const context = await findContextById(deps.db, actionId);
  const committee = context && (await findListening(deps.db, context.action.committee.id));
  const threshold = context?.action.thresholds.find((one) => one.signatures === signatures);
  if (!context || !committee || !threshold?.reachedAt) return null;
  const { action: petition, campaign, city } = context;
  const links = await tallyLinks(deps, committee.id, committee.staffLink);
  return thresholdMail({
    to: committee.contactEmail,
    language,
    title: petition.title[language],
    liveUrl: links.petitionUrl(petition.slug),
    committee: committee.name[language],
    contactEmail: campaign.contactEmail,
    accent: campaign.accent,
    threshold: {
      signatures,
      name: threshold.name[language],
      reachedOn: dateIn(city.timeZone, threshold.reachedAt),
    },
    confirmed: (await readCounts(deps.db, actionId)).state.confirmed ?? 0,
    links,
  });
}

/** Where the link has been replaced once more, only the newest is sent. */
async function writeStaffLink(deps: Deps, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const committee = await findCommittee(deps.db, Number(ref.split(':')[1]));
  if (!committee || committee.staffLink !== Number(kind.split(':')[1])) return null;
  const campaign = await findCampaignOf(deps.db, committee.id);
  return staffLinkMail({
    to: committee.contactEmail,
    language,
    committee: committee.name[language],
    contactEmail: campaign?.contactEmail ?? null,
    accent: campaign?.accent ?? '',
    links: await tallyLinks(deps, committee.id, committee.staffLink),
  });
}

/** Null where the committee has stopped its mail, even if that came after the mail was put into the outbox. */
async function findListening(db: D1Database, id: number): Promise<Committee | null> {
  const committee = await findCommittee(db, id);
  return committee && committee.frequency !== 'stopped' ? committee : null;
}
