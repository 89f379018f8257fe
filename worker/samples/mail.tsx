import { formatDate, type Language, message } from '../../web/language.ts';
import { stopHeaders } from '../mailings/readers.ts';
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
import { mailCopy } from './mail-copy.ts';

export type QuestionMail = {
  to: string;
  language: Language;
  subject: string;
  /** Then a phone shows nothing of the petition before the mail is opened. */
  isDiscreet: boolean;
  title: string;
  name: string;
  city: string;
  /** The last day on which an answer counts. */
  until: string;
  /** The page with the two buttons. */
  url: string;
  supporterUrl: string;
  contactEmail: string;
  accent: string;
};

/** Asks somebody who was drawn whether they signed. */
export function questionMail(mail: QuestionMail): Mail {
  const { language, title, name, subject, url } = mail;
  const words = mailCopy[language];
  const fill = (template: string) =>
    message(
      template,
      { title, name, contact: mail.contactEmail, date: formatDate(mail.until, language) },
      language,
    );
  const [lead, how, contact] = [fill(words.lead), fill(words.how), fill(words.contact)];
  return {
    isNews: true,
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={mail.isDiscreet ? words.plainLead : lead}
        masthead={`Undersigned · ${mail.city}`}
        footer={[
          words.why,
          <>
            {words.stop} <MailLink href={url}>{words.stopLink}</MailLink>
          </>,
          <>
            {words.own} <MailLink href={mail.supporterUrl}>{words.ownLink}</MailLink>
          </>,
          contact,
        ]}
      >
        <MailHeading>{fill(words.subject)}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailButton href={url} accent={mail.accent}>
          {words.button}
        </MailButton>
        <MailParagraph>{how}</MailParagraph>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      `${words.button}:\n${url}`,
      how,
      words.why,
      `${words.stop}\n${url}`,
      `${words.own}\n${mail.supporterUrl}`,
      contact,
    ]),
    headers: stopHeaders(url),
  };
}
