import { addressedTo } from '../../web/addressee.ts';
import { formatDate, type Language, message } from '../../web/language.ts';
import type { SupporterWords } from '../actions/kind.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  MailSmall,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { copy } from './copy.ts';

export type SupporterMail = {
  kind: 'confirm' | 'reminder' | 'last-reminder' | 'counted' | 'new-link' | 'invited';
  /** The texts of this kind of action, in the language of the mail. */
  words: SupporterWords['mails'];
  language: Language;
  to: string;
  title: string;
  committee: string;
  city: string;
  accent: string;
  contactEmail: string;
  /** Dates in the city's time zone. */
  signedOn: string;
  erasedOn: string;
  /** Null where nothing is left to confirm. */
  confirmUrl: string | null;
  supporterUrl: string;
};

export function supporterMail(mail: SupporterMail): Mail {
  const parts = partsOf(mail);
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject: parts.subject,
    html: mailDocument(<SupporterMailBody mail={mail} parts={parts} />),
    text: asText(mail, parts),
  };
}

type MailParts = ReturnType<typeof partsOf>;

function partsOf(mail: SupporterMail) {
  const { words } = mail;
  const common = copy[mail.language];
  const values = {
    title: mail.title,
    to: addressedTo(mail.committee, mail.language),
    date: formatDate(mail.signedOn, mail.language),
    erasedOn: formatDate(mail.erasedOn, mail.language),
    contact: mail.contactEmail,
  };
  const fill = (template: string) => message(template, values, mail.language);
  const asks = mail.confirmUrl !== null && mail.kind !== 'counted';
  const part = {
    confirm: words.confirm,
    reminder: words.reminder,
    'last-reminder': words.reminder,
    counted: words.counted,
    'new-link': common.newLink,
    invited: common.invited,
  }[mail.kind];
  const after = {
    confirm: [words.confirm.after],
    reminder: [common.reminder.next],
    'last-reminder': [common.reminder.last],
    counted: [],
    'new-link': [],
    invited: [common.invited.once],
  }[mail.kind];
  return {
    subject: fill(part.subject),
    lead: fill(part.lead),
    button: asks ? words.confirm.button : null,
    again: mail.kind !== 'counted' ? null : { text: common.counted.again, link: common.counted.link },
    after: after.map(fill),
    supporterPage: { text: words.supporterPage, link: common.supporterPage },
    small: [common.keep, ...(asks ? [words.confirm.notYou] : []), words.why, fill(common.contact)],
  };
}

function SupporterMailBody({ mail, parts }: { mail: SupporterMail; parts: MailParts }) {
  return (
    <MailLayout
      language={mail.language}
      title={parts.subject}
      preheader={parts.lead}
      masthead={`Undersigned · ${mail.city}`}
      footer={parts.small}
    >
      <MailHeading>{mail.title}</MailHeading>
      <MailParagraph>{parts.lead}</MailParagraph>
      {parts.button && mail.confirmUrl && (
        <MailButton href={mail.confirmUrl} accent={mail.accent}>
          {parts.button}
        </MailButton>
      )}
      {parts.again && mail.confirmUrl && (
        <MailParagraph>
          {parts.again.text} <MailLink href={mail.confirmUrl}>{parts.again.link}</MailLink>
        </MailParagraph>
      )}
      {parts.after.map((line) => (
        <MailParagraph>{line}</MailParagraph>
      ))}
      <MailSmall>
        {parts.supporterPage.text} <MailLink href={mail.supporterUrl}>{parts.supporterPage.link}</MailLink>
      </MailSmall>
    </MailLayout>
  );
}

function asText(mail: SupporterMail, parts: MailParts): string {
  const asked = parts.button ? [`${parts.button}:\n${mail.confirmUrl}`] : [];
  if (parts.again && mail.confirmUrl)
    asked.push(`${parts.again.text}\n${parts.again.link}\n${mail.confirmUrl}`);
  return mailText([
    parts.lead,
    ...asked,
    ...parts.after,
    `${parts.supporterPage.text}\n${mail.supporterUrl}`,
    ...parts.small,
  ]);
}
