import type { Language } from '../../web/language.ts';
import { type Campaign, spokenIn } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import { emailsOf } from '../organize/organizers.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import type { Signature } from '../signatures/store.ts';
import { type NewsLetter, newsMail } from './mail.tsx';
import type { NewsContent } from './news-content.ts';
import { mailingIn, newsLinks, openReaders } from './readers.ts';
import type { Mailing } from './rules.ts';
import { findMailing } from './store.ts';

export function letterOf(
  { settings }: Pick<Deps, 'settings'>,
  { content, campaign, language }: { content: NewsContent; campaign: Campaign; language: Language },
): NewsLetter {
  return {
    language,
    subject: content.subject[language],
    text: content.text[language],
    city: campaign.city.name,
    contactEmail: campaign.contactEmail,
    accent: campaign.accent,
    campaignUrl: `${settings.publicUrl}/campaigns/${campaign.slug}?lang=${language}`,
  };
}

type Found = { mailing: Mailing; campaign: Campaign };

async function findWhole(db: D1Database, id: number): Promise<Found | null> {
  const mailing = Number.isFinite(id) ? await findMailing(db, id) : null;
  const campaign = mailing && (await findCampaignById(db, mailing.campaignId));
  return campaign && { mailing, campaign };
}

export async function renderNews(deps: Deps, entries: MailToWrite[]): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  if (entries.length === 0) return mails;
  const readers = await openReaders(
    deps,
    entries.map(({ ref }) => ref),
  );
  const known = new Map<number, Found | null>();
  for (const { id, ref, kind } of entries) {
    const mailingId = mailingIn(kind);
    if (!known.has(mailingId)) known.set(mailingId, await findWhole(deps.db, mailingId));
    const [found, reader] = [known.get(mailingId), readers.get(ref)];
    mails.set(id, found && reader ? await write(deps, found, reader) : null);
  }
  return mails;
}

async function write(
  deps: Deps,
  { mailing, campaign }: Found,
  { signature, email }: { signature: Signature; email: string },
): Promise<Mail | null> {
  if (mailing.state === 'stopped' || mailing.state === 'dropped') return null;
  const language = spokenIn(campaign, signature.language);
  const letter = letterOf(deps, { content: mailing.content as NewsContent, campaign, language });
  const links = await newsLinks(deps, { signature, mailingId: mailing.id, language });
  return newsMail({ ...letter, to: email, links });
}

/** A test goes to the organizer who asked for it, whom its ref names. */
export async function renderTests(deps: Deps, entries: MailToWrite[]): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  if (entries.length === 0) return mails;
  const emails = await emailsOf(
    deps,
    entries.map(({ ref }) => ref),
  );
  for (const { id, ref, kind } of entries) {
    const found = await findWhole(deps.db, mailingIn(kind));
    const to = emails.get(ref);
    const language = kind.endsWith('-es') ? 'es' : 'en';
    const letter =
      found &&
      letterOf(deps, { content: found.mailing.content as NewsContent, campaign: found.campaign, language });
    mails.set(id, letter && to ? newsMail({ ...letter, to, links: null }) : null);
  }
  return mails;
}
