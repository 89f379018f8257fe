import { formatDate, type Language, message } from '../../web/language.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { mailCopy } from './mail-copy.ts';
import type { Reminder } from './rules.ts';

export type ReminderMail = {
  to: string;
  language: Language;
  about: Reminder['about'];
  title: string;
  campaign: string;
  endsOn: string;
  href: string;
};

/** To the organizer to whom a tactic belongs. */
export function reminderMail({ to, language, about, href, endsOn, ...names }: ReminderMail): Mail {
  const words = mailCopy[language];
  const values = { ...names, date: formatDate(endsOn, language) };
  const subject = message(words[about].subject, values, language);
  const paragraphs = [message(words[about].text, values, language), words.how];
  const footer = [words.why];
  return {
    to,
    subject,
    html: mailDocument(
      <MailLayout language={language} title={subject} masthead={words.masthead} footer={footer}>
        <MailHeading>{subject}</MailHeading>
        {paragraphs.map((one) => (
          <MailParagraph>{one}</MailParagraph>
        ))}
        <MailButton href={href} accent="navy">
          {words.button}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([...paragraphs, `${words.button}:\n${href}`, ...footer]),
  };
}
