import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { entryCopy } from '../../web/components/entry-copy.ts';
import { formatDate, type Language, message } from '../../web/language.ts';
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
import { beginningOf, plainOf, renderMarkdown } from '../platform/text/markdown.ts';
import type { EntryText } from './entry-rules.ts';
import { copy } from './pages/copy.ts';

type Written = {
  to: string;
  /** Null in mails to an address that nobody has confirmed yet: a stranger may have typed it. */
  name: string | null;
  language: Language;
  title: string;
  accent: string;
  contactEmail: string;
  /** The page of the question. */
  ownUrl: string;
};

/** Asks the owner of an address whether a question is theirs. */
export function confirmMail(mail: Written): Mail {
  const words = copy[mail.language].mail.confirm;
  return written(mail, {
    subject: words.subject,
    paragraphs: [said(words.text)],
    button: { href: mail.ownUrl, label: words.button },
    footer: [words.notYou],
  });
}

/** An answer, in Markdown. */
export type ToldEntry = Pick<EntryText, 'asked' | 'fact' | 'answer' | 'source' | 'answeredOn'>;

export type QuestionOutcome = { answered: ToldEntry; pageUrl: string } | { reason: string; pageUrl: string };

/** Tells who asked what became of the question, once. */
export function toldMail(mail: Written, told: QuestionOutcome): Mail {
  const { language } = mail;
  const words = copy[language].mail.told;
  const own = { text: words.own, link: words.ownLink, href: mail.ownUrl };
  const paragraphs =
    'answered' in told
      ? [said(words.answered), ...paragraphsOf(told.answered, language)]
      : [said(message(words.hidden, { reason: told.reason }, language))];
  const button = { href: told.pageUrl, label: words.button };
  return written(mail, { subject: words.subject, paragraphs, button, footer: [words.once], own });
}

/** A long answer is read on the page. */
const excerpt = 1200;

/** What both forms of a mail say. */
type Paragraph = { html: Child; text: string };

const said = (text: string): Paragraph => ({ html: <MailParagraph>{text}</MailParagraph>, text });

function paragraphsOf(
  { asked, fact, answer, source, answeredOn }: ToldEntry,
  language: Language,
): Paragraph[] {
  const text = beginningOf(answer[language], excerpt);
  const values = { source: source.name, date: formatDate(answeredOn, language) };
  return [
    said(fact ? `${entryCopy[language].fact}: ${fact[language]}` : asked[language]),
    { html: raw(renderMarkdown(text)), text: plainOf(text) },
    said(message(copy[language].source, values, language)),
  ];
}

type Parts = {
  subject: string;
  paragraphs: Paragraph[];
  button: { href: string; label: string };
  footer: string[];
  own?: { text: string; link: string; href: string };
};

function written(mail: Written, { subject: template, paragraphs, button, footer, own }: Parts): Mail {
  const { language, title, name, contactEmail } = mail;
  const words = copy[language].mail;
  const subject = message(template, { title }, language);
  const greeting = name === null ? [] : [said(message(words.greeting, { name }, language))];
  const contact = message(words.contact, { contact: contactEmail }, language);
  const shown = [...greeting, ...paragraphs];
  return {
    to: mail.to,
    replyTo: contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        masthead={words.masthead}
        footer={[
          ...(own
            ? [
                <>
                  {own.text} <MailLink href={own.href}>{own.link}</MailLink>
                </>,
              ]
            : []),
          ...footer,
          contact,
        ]}
      >
        <MailHeading>{subject}</MailHeading>
        {shown.map(({ html }) => html)}
        <MailButton href={button.href} accent={mail.accent}>
          {button.label}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      ...shown.map(({ text }) => text),
      `${button.label}:\n${button.href}`,
      ...(own ? [`${own.text}\n${own.href}`] : []),
      ...footer,
      contact,
    ]),
  };
}
