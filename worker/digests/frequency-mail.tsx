import { type Language, message } from '../../web/language.ts';
import type { Frequency } from '../councils/rules.ts';
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
import type { CommitteeLinks } from './links.ts';

type Chosen = {
  to: string;
  language: Language;
  committee: string;
  frequency: Frequency;
  contactEmail: string | null;
};

/** Tells a committee's own address what was chosen by a link in its mail, and how to choose again. */
export function frequencyMail(mail: Chosen & { accent: string; links: CommitteeLinks }): Mail {
  const { language, contactEmail, links } = mail;
  const words = copy[language].frequency;
  const { subject, lead } = wordsOf(mail);
  const footer = contactEmail
    ? [message(copy[language].committee.questions, { contact: contactEmail }, language)]
    : [];
  return {
    to: mail.to,
    ...(contactEmail ? { replyTo: contactEmail } : {}),
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={lead}
        masthead={mail.committee}
        footer={footer}
      >
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailParagraph>{words.again}</MailParagraph>
        <MailButton href={links.deliveryUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
        <MailParagraph>
          {words.replace} <MailLink href={links.staffUrl}>{copy[language].committee.staffLink}</MailLink>
        </MailParagraph>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      words.again,
      `${words.button}:\n${links.deliveryUrl}`,
      `${words.replace}\n${links.staffUrl}`,
      ...footer,
    ]),
  };
}

/** Tells the campaign. No link of the committee's is in it. */
export function frequencyContactMail(mail: Omit<Chosen, 'contactEmail'>): Mail {
  const { language } = mail;
  const { subject, lead } = wordsOf(mail);
  const ask = message(copy[language].frequency.ask, { committee: mail.committee }, language);
  return {
    to: mail.to,
    subject,
    html: mailDocument(
      <MailLayout language={language} title={subject} preheader={lead} masthead={mail.committee}>
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailParagraph>{ask}</MailParagraph>
      </MailLayout>,
    ),
    text: mailText([lead, ask]),
  };
}

function wordsOf({ language, committee, frequency }: Omit<Chosen, 'to' | 'contactEmail'>) {
  const words = copy[language].frequency;
  const subject = frequency === 'stopped' ? words.stopped : words.changed;
  return {
    subject: message(subject, { committee }, language),
    lead: message(words.lead, { committee, chosen: words.chosen[frequency] }, language),
  };
}
