import { type Language, message } from '../../../web/language.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../../platform/mail/mail-html.tsx';
import { mailText } from '../../platform/mail/mail-text.ts';
import { askCopy } from './ask-copy.ts';

export type AskMail = {
  language: Language;
  to: string;
  title: string;
  city: string;
  accent: string;
  contactEmail: string;
  sendUrl: string;
};

/** Asks whether the answers went to the city's own survey; its one link shows a page with a button. */
export function askMail(mail: AskMail): Mail {
  const { language, title } = mail;
  const words = askCopy[language];
  const fill = (template: string) => message(template, { title, contact: mail.contactEmail }, language);
  const [subject, lead] = [fill(words.subject), fill(words.lead)];
  const footer = [words.why, words.once, fill(words.contact)];
  const html = (
    <MailLayout
      language={language}
      title={subject}
      preheader={lead}
      masthead={`Undersigned · ${mail.city}`}
      footer={footer}
    >
      <MailHeading>{title}</MailHeading>
      <MailParagraph>{lead}</MailParagraph>
      <MailParagraph>{words.ask}</MailParagraph>
      <MailButton href={mail.sendUrl} accent={mail.accent}>
        {words.button}
      </MailButton>
    </MailLayout>
  );
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(html),
    text: mailText([lead, words.ask, `${words.button}:\n${mail.sendUrl}`, ...footer]),
  };
}
