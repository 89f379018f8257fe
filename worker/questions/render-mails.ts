import { message } from '../../web/language.ts';
import { type Campaign, spokenIn } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { confirmKind, openAsker } from './ask.ts';
import { type AskedQuestion, findAsked } from './asked-store.ts';
import { toldKind } from './decide.ts';
import { findEntry } from './entry-store.ts';
import { ownPathOf, pagePath } from './links.ts';
import { confirmMail, type QuestionOutcome, toldMail } from './mail.tsx';
import { copy } from './pages/copy.ts';
import { nameToGreet } from './rules.ts';

export async function renderQuestionMails(
  deps: Deps,
  entries: MailToWrite[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) mails.set(entry.id, await write(deps, entry));
  return mails;
}

/** Null where there is nothing to say any more: erased, confirmed already, or decided otherwise since. */
async function write(deps: Deps, { ref: id, kind }: MailToWrite): Promise<Mail | null> {
  const asked = await findAsked(deps.db, id);
  const asker = asked && (await openAsker(deps.keyring, asked));
  const campaign = asked && (await findCampaignById(deps.db, asked.campaignId));
  if (!asked || !asker || !campaign) return null;
  const language = spokenIn(campaign, asked.language);
  const mail = {
    ...{ to: asker.email, name: nameToGreet(asker.name), language },
    ...{ title: campaign.title[language], accent: campaign.accent, contactEmail: campaign.contactEmail },
    ownUrl: `${deps.settings.publicUrl}${await ownPathOf(deps.keyring, id)}?lang=${language}`,
  };
  if (mailKindOf(kind) === confirmKind)
    return asked.state === 'unconfirmed' ? confirmMail({ ...mail, name: null }) : null;
  if (kind !== `${toldKind}:${asked.decisions}`) return null;
  const told = await toldOf(deps, asked, campaign);
  return told && toldMail(mail, told);
}

async function toldOf(deps: Deps, asked: AskedQuestion, campaign: Campaign): Promise<QuestionOutcome | null> {
  const language = spokenIn(campaign, asked.language);
  const pageUrl = `${deps.settings.publicUrl}${pagePath(campaign.slug)}?lang=${language}`;
  if (asked.state === 'hidden' && asked.reason) {
    const words = copy[language].reasons[asked.reason];
    return { reason: message(words, { contact: campaign.contactEmail }, language), pageUrl };
  }
  if (asked.state !== 'answered' || asked.entryId === null) return null;
  const answered = await findEntry(deps.db, campaign.id, asked.entryId);
  return answered?.state === 'shown' ? { answered, pageUrl: `${pageUrl}#${answered.id}` } : null;
}
