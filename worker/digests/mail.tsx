import { formatNumber, type Language, message } from '../../web/language.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { copy } from './copy.ts';
import type { TallyLinks } from './links.ts';
import { DigestMailBody } from './mail-digest.tsx';
import { digestText } from './mail-text.ts';
import { type DigestMail, digestWords } from './mail-words.ts';
import { writtenDay } from './pages/dates.ts';

export function digestMail(mail: DigestMail): Mail {
  const said = digestWords(mail);
  return {
    to: mail.to,
    replyTo: said.contact,
    subject: said.subject,
    html: mailDocument(<DigestMailBody said={said} accent={mail.accent} />),
    text: digestText(said),
    headers: stopHeaders(mail.links),
  };
}

export type ThresholdMail = {
  to: string;
  language: Language;
  title: string;
  liveUrl: string;
  committee: string;
  contactEmail: string;
  accent: string;
  threshold: { signatures: number; name: string; reachedOn: string };
  confirmed: number;
  links: TallyLinks;
};

export function thresholdMail(mail: ThresholdMail): Mail {
  const { language, threshold, links } = mail;
  const words = copy[language].threshold;
  const digest = copy[language].digest;
  const values = {
    title: mail.title,
    reached: threshold.signatures,
    goal: formatNumber(threshold.signatures, language),
    name: threshold.name,
    date: writtenDay(threshold.reachedOn, language),
    n: mail.confirmed,
    committee: mail.committee,
    contact: mail.contactEmail,
  };
  const fill = (template: string) => message(template, values, language);
  const subject = fill(words.subject);
  const footer = [fill(digest.questions), fill(digest.why)];
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={fill(words.lead)}
        masthead={mail.committee}
        footer={[
          ...footer,
          <>
            {digest.staff} <MailLink href={links.staffUrl}>{digest.staffLink}</MailLink>
          </>,
          <>
            {digest.frequency} <MailLink href={links.deliveryUrl}>{digest.frequencyLink}</MailLink>
          </>,
        ]}
      >
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{fill(words.lead)}</MailParagraph>
        <MailParagraph>{fill(words.asOf)}</MailParagraph>
        <MailButton href={mail.liveUrl} accent={mail.accent}>
          {digest.liveLink}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      fill(words.lead),
      fill(words.asOf),
      `${digest.live}\n${mail.liveUrl}`,
      `${digest.staff}\n${links.staffUrl}`,
      `${digest.frequency}\n${links.deliveryUrl}`,
      ...footer,
    ]),
    headers: stopHeaders(links),
  };
}

export type StaffLinkMail = {
  to: string;
  language: Language;
  committee: string;
  contactEmail: string | null;
  accent: string;
  links: TallyLinks;
};

export function staffLinkMail(mail: StaffLinkMail): Mail {
  const { language, committee, contactEmail, links } = mail;
  const words = copy[language].staffLink;
  const subject = message(words.subject, { committee }, language);
  const lead = message(words.lead, { committee }, language);
  const footer = contactEmail
    ? [message(copy[language].digest.questions, { contact: contactEmail }, language)]
    : [];
  return {
    to: mail.to,
    ...(contactEmail ? { replyTo: contactEmail } : {}),
    subject,
    html: mailDocument(
      <MailLayout language={language} title={subject} preheader={lead} masthead={committee} footer={footer}>
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailButton href={links.staffUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
        <MailParagraph>{words.note}</MailParagraph>
      </MailLayout>,
    ),
    text: mailText([lead, `${words.button}:\n${links.staffUrl}`, words.note, ...footer]),
  };
}

/** RFC 8058: the mail program's own button stops the digests, without a page in between. */
function stopHeaders({ deliveryUrl }: TallyLinks): Record<string, string> {
  return { 'List-Unsubscribe': `<${deliveryUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
