import { raw } from 'hono/html';
import { type Language, message } from '../../web/language.ts';
import type { Mail } from '../platform/mail/mail.ts';
import { MailButton, MailHeading, MailLayout, MailLink, mailDocument } from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { plainOf, renderMarkdown } from '../platform/text/markdown.ts';
import { mailCopy } from './mail-copy.ts';
import { type NewsLinks, stopHeaders } from './readers.ts';

/** What is the same for everybody who gets it in a language. */
export type NewsLetter = {
  language: Language;
  subject: string;
  /** Markdown. */
  text: string;
  city: string;
  contactEmail: string;
  accent: string;
  campaignUrl: string;
};

/** `links` is null in a test that an organizer gets. */
export type NewsMail = NewsLetter & { to: string; links: NewsLinks | null };

export function newsMail(mail: NewsMail): Mail {
  const { language, contactEmail, links } = mail;
  const words = mailCopy[language];
  const subject = links ? mail.subject : `[${words.test}] ${mail.subject}`;
  const contact = message(words.contact, { contact: contactEmail }, language);
  const why = links ? [words.why] : [words.testWhy, words.why];
  const { supporterUrl, stopUrl } = links ?? { supporterUrl: mail.campaignUrl, stopUrl: mail.campaignUrl };
  return {
    isNews: true,
    to: mail.to,
    replyTo: contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        masthead={message(words.masthead, { city: mail.city }, language)}
        footer={[
          ...why,
          <>
            {words.stop} <MailLink href={stopUrl}>{words.stopLink}</MailLink>
          </>,
          <>
            {words.own} <MailLink href={supporterUrl}>{words.ownLink}</MailLink>
          </>,
          contact,
        ]}
      >
        <MailHeading>{mail.subject}</MailHeading>
        {raw(renderMarkdown(mail.text))}
        <MailButton href={mail.campaignUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      plainOf(mail.text),
      `${words.button}:\n${mail.campaignUrl}`,
      ...why,
      `${words.stop}\n${stopUrl}`,
      `${words.own}\n${supporterUrl}`,
      contact,
    ]),
    ...(links ? { headers: stopHeaders(links.stopUrl) } : {}),
  };
}
