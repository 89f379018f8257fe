import { findContextById } from '../actions/context.ts';
import { pathOf } from '../actions/rules.ts';
import { readStates } from '../actions/store.ts';
import { committeeLinks } from '../digests/links.ts';
import { findMailedCommittee, languageOf } from '../digests/mailed-committee.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import { dateIn } from '../platform/time/clock.ts';
import { isAskedAt } from './asked-store.ts';
import { thresholdMail } from './mail.tsx';

export async function renderThresholdMails(
  deps: Deps,
  entries: MailToWrite[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) mails.set(entry.id, await writeThreshold(deps, entry));
  return mails;
}

async function writeThreshold(deps: Deps, { ref }: MailToWrite): Promise<Mail | null> {
  const [actionId = 0, signatures = 0] = ref.split(':').map(Number);
  const context = await findContextById(deps.db, actionId);
  const committee = context && (await findMailedCommittee(deps.db, context.action.committee.id));
  const threshold = context?.action.thresholds.find((one) => one.signatures === signatures);
  if (!context || !committee || !threshold?.reachedAt) return null;
  // The mail that asks for an answer tells of the threshold, too: one event, one mail.
  if (await isAskedAt(deps.db, { actionId, committeeId: committee.id, signatures })) return null;
  const { action: petition, campaign, city } = context;
  const language = languageOf(committee);
  const links = await committeeLinks(deps, committee);
  return thresholdMail({
    to: committee.contactEmail,
    language,
    title: petition.title[language],
    liveUrl: links.publicUrl + pathOf(petition),
    committee: committee.name[language],
    council: committee.council.name[language],
    contactEmail: campaign.contactEmail,
    accent: campaign.accent,
    threshold: {
      signatures,
      name: threshold.name[language],
      reachedOn: dateIn(city.timeZone, threshold.reachedAt),
    },
    confirmed: (await readStates(deps.db, actionId)).state.confirmed ?? 0,
    links,
  });
}
