import { formatDate, type Language, message } from '../../web/language.ts';
import type { ActionKind } from '../actions/rules.ts';
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
import { surveyCopy } from './survey-copy.ts';

export type SupporterMail = {
  kind: 'confirm' | 'reminder' | 'last-reminder' | 'counted';
  /** What was signed or answered. */
  action: ActionKind;
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
  confirmUrl: string;
  ownUrl: string;
};

export function supporterMail(mail: SupporterMail): Mail {
  const said = say(mail);
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject: said.subject,
    html: mailDocument(<SupporterMailBody mail={mail} said={said} />),
    text: asText(mail, said),
  };
}

type Said = ReturnType<typeof say>;

function say(mail: SupporterMail) {
  const words = (mail.action === 'survey' ? surveyCopy : copy)[mail.language];
  const values = {
    title: mail.title,
    committee: mail.committee,
    date: formatDate(mail.signedOn, mail.language),
    erasedOn: formatDate(mail.erasedOn, mail.language),
    contact: mail.contactEmail,
  };
  const fill = (template: string) => message(template, values, mail.language);
  const asks = mail.kind !== 'counted';
  const part = mail.kind === 'confirm' ? words.confirm : asks ? words.reminder : words.counted;
  const after = {
    confirm: [words.confirm.after],
    reminder: [words.reminder.next],
    'last-reminder': [words.reminder.last],
    counted: [],
  }[mail.kind];
  return {
    subject: fill(part.subject),
    lead: fill(part.lead),
    button: asks ? words.confirm.button : null,
    again: asks ? null : { text: words.counted.again, link: words.counted.link },
    after: after.map(fill),
    own: words.own,
    ownLink: words.ownLink,
    small: [words.keep, ...(asks ? [words.confirm.notYou] : []), words.why, fill(words.contact)],
  };
}

function SupporterMailBody({ mail, said }: { mail: SupporterMail; said: Said }) {
  return (
    <MailLayout
      language={mail.language}
      title={said.subject}
      preheader={said.lead}
      masthead={`Undersigned · ${mail.city}`}
      footer={said.small}
    >
      <MailHeading>{mail.title}</MailHeading>
      <MailParagraph>{said.lead}</MailParagraph>
      {said.button && (
        <MailButton href={mail.confirmUrl} accent={mail.accent}>
          {said.button}
        </MailButton>
      )}
      {said.again && (
        <MailParagraph>
          {said.again.text} <MailLink href={mail.confirmUrl}>{said.again.link}</MailLink>
        </MailParagraph>
      )}
      {said.after.map((line) => (
        <MailParagraph>{line}</MailParagraph>
      ))}
      <MailSmall>
        {said.own} <MailLink href={mail.ownUrl}>{said.ownLink}</MailLink>
      </MailSmall>
    </MailLayout>
  );
}

function asText(mail: SupporterMail, said: Said): string {
  const asked = said.button ? [`${said.button}:\n${mail.confirmUrl}`] : [];
  if (said.again) asked.push(`${said.again.text}\n${said.again.link}\n${mail.confirmUrl}`);
  return mailText([said.lead, ...asked, ...said.after, `${said.own}\n${mail.ownUrl}`, ...said.small]);
}
