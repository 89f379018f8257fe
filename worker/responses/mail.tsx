import { formatNumber, type Language, message } from '../../web/language.ts';
import type { CommitteeLinks } from '../digests/links.ts';
import { committeeFrame } from '../digests/mail-frame.tsx';
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
import type { AskedWords } from './words.ts';

/** An ask with where it stands, for a mail. */
export type MailedAsk = { text: string; asked: AskedWords[] };

export type CommitteeMail = {
  kind: 'request' | 'receipt' | 'replaced';
  to: string;
  language: Language;
  title: string;
  committee: string;
  confirmed: number;
  contactEmail: string;
  accent: string;
  asks: MailedAsk[];
  answerUrl: string;
  liveUrl: string;
  links: CommitteeLinks;
};

/** Asks a committee for an answer, or tells it what was answered in its name. */
export function committeeMail(mail: CommitteeMail): Mail {
  const { language, committee, title } = mail;
  const copy = mailCopy[language];
  const words = copy[mail.kind];
  const values = { title, committee, n: mail.confirmed, count: formatNumber(mail.confirmed, language) };
  const fill = (template: string) => message(template, values, language);
  const subject = fill(words.subject);
  const [lead, how, keep, why] = [words.lead, words.how, words.keep, copy.why].map(fill);
  const frame = committeeFrame(mail.links, { contacts: [mail.contactEmail], language });
  const questions = message(copy.questions, { contact: mail.contactEmail }, language);
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={lead ?? ''}
        masthead={committee}
        footer={[keep, questions, why, frame.html.staff, frame.html.frequency]}
      >
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <AskList asks={mail.asks} heading={mail.kind === 'request' ? copy.asks : null} />
        <MailButton href={mail.answerUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
        <MailParagraph>{how}</MailParagraph>
        <MailParagraph>
          {copy.live} <MailLink href={mail.liveUrl}>{copy.liveLink}</MailLink>
        </MailParagraph>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      mail.kind === 'request' && copy.asks,
      ...mail.asks.map(askText),
      `${words.button}:\n${mail.answerUrl}`,
      how,
      keep,
      `${copy.live}\n${mail.liveUrl}`,
      frame.text.staff,
      frame.text.frequency,
      questions,
      why,
    ]),
    headers: frame.headers,
  };
}

export type SupporterNewsMail = {
  to: string;
  language: Language;
  title: string;
  city: string;
  contactEmail: string;
  accent: string;
  asks: MailedAsk[];
  subject: string;
  /** Reading the campaign's pages can endanger people: what shows on a locked phone names no petition. */
  isDiscreet: boolean;
  liveUrl: string;
  supporterUrl: string;
  stopUrl: string;
};

/** Tells a supporter who wants news what was answered. */
export function supporterNewsMail(mail: SupporterNewsMail): Mail {
  const { language, title, subject } = mail;
  const words = mailCopy[language].news;
  const fill = (template: string) => message(template, { title, contact: mail.contactEmail }, language);
  const [lead, contact] = [fill(words.lead), fill(words.contact)];
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
          <>
            {words.stop} <MailLink href={mail.stopUrl}>{words.stopLink}</MailLink>
          </>,
          <>
            {words.own} <MailLink href={mail.supporterUrl}>{words.ownLink}</MailLink>
          </>,
          contact,
        ]}
      >
        <MailHeading>{title}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <AskList asks={mail.asks} heading={null} />
        <MailButton href={mail.liveUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      ...mail.asks.map(askText),
      `${words.button}:\n${mail.liveUrl}`,
      `${words.stop}\n${mail.stopUrl}`,
      `${words.own}\n${mail.supporterUrl}`,
      contact,
    ]),
    headers: stopHeaders(mail.stopUrl),
  };
}

/** A long answer is read on the page. */
const excerpt = 1000;

function linesOf({ status, answer }: AskedWords): string[] {
  if (!answer) return status ? [status] : [];
  const text = answer.text.length > excerpt ? `${answer.text.slice(0, excerpt)} …` : answer.text;
  return [
    answer.said,
    ...(answer.replaced ? [answer.replaced] : []),
    ...(text === '' ? [] : [text]),
    ...(answer.commitment ? [answer.commitment.text] : []),
    answer.lines.join(' '),
  ];
}

function AskList({ asks, heading }: { asks: MailedAsk[]; heading: string | null }) {
  return (
    <>
      {heading && <MailParagraph>{heading}</MailParagraph>}
      {asks.map(({ text, asked }) => (
        <>
          <MailHeading level={2}>{text}</MailHeading>
          {asked.flatMap(linesOf).map((line) => (
            <MailParagraph>{line}</MailParagraph>
          ))}
        </>
      ))}
    </>
  );
}

function askText({ text, asked }: MailedAsk): string {
  return [`- ${text}`, ...asked.flatMap(linesOf).map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join(
    '\n',
  );
}
