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
import type { EntryText } from './entry-rules.ts';
import { copy } from './pages/copy.ts';

type Written = {
  to: string;
  name: string;
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
    paragraphs: [words.text],
    button: { href: mail.ownUrl, label: words.button },
    footer: [words.notYou],
  });
}

/** An answer in plain words. */
export type ToldEntry = Pick<EntryText, 'asked' | 'fact' | 'answer' | 'source' | 'answeredOn'>;

export type Told = { answered: ToldEntry; pageUrl: string } | { reason: string; pageUrl: string };

/** Tells who asked what became of the question, once. */
export function toldMail(mail: Written, told: Told): Mail {
  const { language } = mail;
  const words = copy[language].mail.told;
  const own = { text: words.own, link: words.ownLink, href: mail.ownUrl };
  const paragraphs =
    'answered' in told
      ? [words.answered, ...linesOf(told.answered, language)]
      : [message(words.hidden, { reason: told.reason }, language)];
  const button = { href: told.pageUrl, label: words.button };
  return written(mail, { subject: words.subject, paragraphs, button, footer: [words.once], own });
}

/** A long answer is read on the page. */
const excerpt = 1200;

function linesOf({ asked, fact, answer, source, answeredOn }: ToldEntry, language: Language): string[] {
  const text = answer[language];
  const values = { source: source.name, date: formatDate(answeredOn, language) };
  return [
    fact ? `${copy[language].fact}: ${fact[language]}` : asked[language],
    text.length > excerpt ? `${text.slice(0, excerpt)} …` : text,
    message(copy[language].source, values, language),
  ];
}

type Parts = {
  subject: string;
  paragraphs: string[];
  button: { href: string; label: string };
  footer: string[];
  own?: { text: string; link: string; href: string };
};

function written(mail: Written, { subject: template, paragraphs, button, footer, own }: Parts): Mail {
  const { language, title, name, contactEmail } = mail;
  const words = copy[language].mail;
  const subject = message(template, { title }, language);
  const greeting = name === '' ? [] : [message(words.greeting, { name }, language)];
  const contact = message(words.contact, { contact: contactEmail }, language);
  const lines = [...greeting, ...paragraphs];
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
        {lines.map((line) => (
          <MailParagraph>{line}</MailParagraph>
        ))}
        <MailButton href={button.href} accent={mail.accent}>
          {button.label}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      ...lines,
      `${button.label}:\n${button.href}`,
      ...(own ? [`${own.text}\n${own.href}`] : []),
      ...footer,
      contact,
    ]),
  };
}
