import { type Language, message } from '../../web/language.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { doorCopy } from './door/pages/copy.ts';
import { mailCopy } from './mail-copy.ts';

export type EventMail = {
  kind: 'movedUp' | 'days' | 'hours' | 'changed' | 'cancelled';
  /** Why it does not take place; empty while it does. */
  why: string;
  language: Language;
  to: string;
  title: string;
  when: string;
  place: { name: string; address: string | null; url: string | null };
  /** To show at the door; null without a place. */
  code: string | null;
  city: string;
  accent: string;
  contactEmail: string;
  supporterUrl: string;
};

/** A mail to somebody who signed up: what happened, when and where it is, and the way to their own page. */
export function eventMail(mail: EventMail): Mail {
  const { kind, language, title, when, place, supporterUrl } = mail;
  const words = mailCopy[language];
  const fill = (template: string) => message(template, { title, when }, language);
  const [subject, lead] = [fill(words[kind].subject), fill(words[kind].lead)];
  const where = [place.name, place.address].filter((part) => part !== null).join(', ');
  const isComing = kind !== 'cancelled';
  const lines = [
    message(words.when, { when }, language),
    message(words.where, { place: where }, language),
    ...(isComing ? [] : [message(words.cancelled.why, { why: mail.why }, language)]),
    ...(isComing && mail.code ? [message(doorCopy[language].mail, { code: mail.code }, language)] : []),
    ...(isComing && place.url ? [message(words.online, { url: place.url }, language)] : []),
  ];
  const footer = [words.why, message(words.contact, { contact: mail.contactEmail }, language)];
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={lead}
        masthead={`Undersigned · ${mail.city}`}
        footer={footer}
      >
        <MailHeading>{title}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        {lines.map((line) => (
          <MailParagraph>{line}</MailParagraph>
        ))}
        <MailButton href={supporterUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
        {isComing && <MailParagraph>{words.cancel}</MailParagraph>}
      </MailLayout>,
    ),
    text: mailText([
      lead,
      lines.join('\n'),
      `${words.button}:\n${supporterUrl}`,
      isComing && words.cancel,
      ...footer,
    ]),
  };
}
