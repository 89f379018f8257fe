import { message } from '../../web/language.ts';
import { contactLanguageOf } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { isToThese } from './norms-rules.ts';
import { agreementsQuery, normsKind, normsQuery } from './norms-store.ts';
import { togetherCopy } from './pages/together-copy.ts';
import { findPartner } from './store.ts';

export async function renderNormsMails(
  deps: Deps,
  entries: MailToWrite[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const entry of entries) mails.set(entry.id, await write(deps, entry));
  return mails;
}

/**
 * Null where there is nothing to ask any more: another text stands, the partner has agreed, or it has left. No link to
 * the partner's page is in it: whoever forwards the mail gives nothing away.
 */
async function write({ db, settings }: Deps, { ref, kind }: MailToWrite): Promise<Mail | null> {
  const partner = await findPartner(db, Number(ref.replace('partner:', '')));
  const campaign = partner && (await findCampaignById(db, partner.campaignId));
  if (!partner || !campaign || partner.retired) return null;
  const here = knownValue(campaign.id);
  const asked = joinQueries({ norms: normsQuery(db, here), agreements: agreementsQuery(db, here) });
  const { norms, agreements } = await runQuery(db, asked);
  if (!norms || kind !== `${normsKind}:${norms.version}`) return null;
  if (isToThese(agreements.get(partner.id) ?? null, norms)) return null;
  const language = contactLanguageOf(campaign);
  const words = togetherCopy[language].mail;
  const [subject, text, how, contact] = [words.subject, words.text, words.how, words.contact].map(
    (template) =>
      message(
        template,
        {
          ...{ title: campaign.title[language], partner: partner.name[language] },
          ...{ version: String(norms.version), contact: campaign.contactEmail },
        },
        language,
      ),
  ) as [string, string, string, string];
  const texts = norms.texts.map((one, index) => `${index + 1}. ${one[language]}`);
  const href = `${settings.publicUrl}/campaigns/${campaign.slug}?lang=${language}`;
  const paragraphs = [text, ...texts, how];
  return {
    to: partner.contactEmail,
    replyTo: campaign.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        masthead={words.masthead}
        footer={[words.once, contact]}
      >
        <MailHeading>{subject}</MailHeading>
        {paragraphs.map((paragraph) => (
          <MailParagraph>{paragraph}</MailParagraph>
        ))}
        <MailButton href={href} accent={campaign.accent}>
          {words.button}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([...paragraphs, `${words.button}:\n${href}`, words.once, contact]),
  };
}
