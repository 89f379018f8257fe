import { asLanguage } from '../../web/language.ts';
import { findConsoleCampaign } from '../organize/campaign-store.ts';
import { openOrganizer } from '../organize/organizers.ts';
import { findMailed } from '../organize/people-store.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import { reminderMail } from './mail.tsx';
import { mayPlan } from './people.ts';
import { isOver, type Tactic } from './rules.ts';
import { findMailedTactic } from './store.ts';

export async function renderReminders(deps: Deps, entries: MailToWrite[]): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) mails.set(entry.id, await write(deps, entry));
  return mails;
}

/** Null where it no longer has to be said: it is done or taken off, or its end has been put off. */
async function write(deps: Deps, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const found = await findMailedTactic(deps.db, ref);
  const [about, endsOn] = kind.slice(kind.indexOf(':') + 1).split('.');
  if (!found || found.tactic.state === 'gone' || isOver(found.tactic)) return null;
  if (found.tactic.endsOn !== endsOn) return null;
  const reader = await readerOf(deps, found);
  const campaign = reader?.slug ? await findConsoleCampaign(deps.db, reader.slug) : null;
  if (!reader || !campaign) return null;
  const language = asLanguage(reader.language) ?? 'en';
  return reminderMail({
    to: await openOrganizer(deps.keyring, reader),
    language,
    about: about === 'late' ? 'late' : 'week',
    title: found.tactic.title,
    campaign: campaign.title[language],
    endsOn,
    href: `${deps.settings.publicUrl}/organize/campaigns/${campaign.slug}/tactics/${ref}`,
  });
}

/** Its owner, if that is an organizer who may still see the plan, or else who wrote it down last. */
async function readerOf({ db }: Deps, { tactic, campaignId }: { tactic: Tactic; campaignId: number }) {
  const { owner, savedBy } = tactic;
  for (const id of owner?.kind === 'organizer' ? [owner.id, savedBy] : [savedBy]) {
    const found = await findMailed(db, { organizerId: id, campaignId });
    if (mayPlan(found?.role ?? null)) return { id, ...found! };
  }
  return null;
}
