import { raw } from 'hono/html';
import { type Language, message } from '../../web/language.ts';
import { utf8 } from '../platform/crypto/bytes.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  MailSmall,
  mailDocument,
  mailHtml,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { linesText, textRule } from '../platform/mail/text-tables.ts';
import { copy } from './copy.ts';
import type { CommitteeLinks } from './links.ts';
import { committeeFrame } from './mail-frame.tsx';
import { fitting, mostBytes } from './mail-size-rules.ts';
import type { DigestWords } from './mail-words.ts';

/** One column, nothing loaded from anywhere, and no longer than mail programs show it. */
export function digestMail(words: DigestWords, { to, accent }: { to: string; accent: string }): Mail {
  const { language, links, how, records, why, contacts } = words;
  const frame = committeeFrame(links, { contacts, language });
  const parts = cutToFit(words, accent);
  return {
    to,
    ...(contacts[0] ? { replyTo: contacts[0] } : {}),
    subject: words.subject,
    html: documentOf(words, { frame, parts }),
    text: mailText([
      words.masthead,
      words.news.join('\n'),
      ...parts.map(({ text }) => text),
      linesText(how.heading, how.lines),
      ...(records ? [recordsText(records)] : []),
      textRule,
      frame.questions,
      frame.text.staff,
      frame.text.frequency,
      why,
    ]),
    headers: frame.headers,
  };
}

type Drawn = { html: string; text: string | null };

function documentOf(
  words: DigestWords,
  { frame, parts }: { frame: ReturnType<typeof committeeFrame>; parts: Drawn[] },
): string {
  const { how, records, why } = words;
  return mailDocument(
    <MailLayout
      language={words.language}
      title={words.subject}
      preheader={words.preheader}
      masthead={words.masthead}
      footer={[frame.questions, frame.html.staff, frame.html.frequency, why]}
    >
      {words.news.map((line) => (
        <MailParagraph>
          <b>{line}</b>
        </MailParagraph>
      ))}
      {parts.map(({ html }) => raw(html))}
      <MailHeading level={2}>{how.heading}</MailHeading>
      {how.lines.map((line) => (
        <MailSmall>{line}</MailSmall>
      ))}
      {records && <Records {...records} />}
    </MailLayout>,
  );
}

type RecordWords = NonNullable<DigestWords['records']>;

function Records({ heading, lead, links }: RecordWords) {
  return (
    <>
      <MailHeading level={2}>{heading}</MailHeading>
      <MailSmall>{lead}</MailSmall>
      {links.map(({ label, href, proofLabel, proofHref }) => (
        <MailSmall>
          <MailLink href={href}>{label}</MailLink> · <MailLink href={proofHref}>{proofLabel}</MailLink>
        </MailSmall>
      ))}
    </>
  );
}

function recordsText({ heading, lead, links }: RecordWords): string | null {
  const lines = links.flatMap(({ label, href, proofLabel, proofHref }) => [
    `${label}: ${href}`,
    `${proofLabel}: ${proofHref}`,
  ]);
  return linesText(heading, [lead, ...lines]);
}

/** The blocks that have room, and after those of a part where something was left out a line that says where the rest is. */
function cutToFit(words: DigestWords, accent: string): Drawn[] {
  const { language, links, contacts } = words;
  const frame = committeeFrame(links, { contacts, language });
  const drawn = new Map<string, string>();
  const draw = (part: number, at: number) => {
    const html =
      drawn.get(`${part} ${at}`) ?? mailHtml(<div>{words.parts[part]?.blocks[at]?.html(accent)}</div>);
    drawn.set(`${part} ${at}`, html);
    return html;
  };
  const { digest } = copy[language];
  const restLine = (text: string) => linkLine(text, { href: links.staffUrl, label: digest.restLink });
  const rest = restLine(digest.rest);
  const around = utf8(documentOf(words, { frame, parts: [] })).length;
  const all = words.parts.map(({ blocks }) => blocks);
  const room = mostBytes - around - utf8(rest.html).length * (all.length + 1);
  const fits = fitting(all, room, (part, at) => utf8(draw(part, at)).length);
  const others = fits.filter(([head]) => !head).length;
  return [
    ...all.flatMap((blocks, part) => {
      if (!fits[part]?.[0]) return [];
      const kept = blocks.flatMap(({ text }, at) =>
        fits[part]?.[at] ? [{ html: draw(part, at), text }] : [],
      );
      return kept.length < blocks.length ? [...kept, rest] : kept;
    }),
    ...(others > 0 ? [restLine(message(digest.others, { n: others }, language))] : []),
  ];
}

function linkLine(text: string, { href, label }: { href: string; label: string }): Drawn {
  const html = mailHtml(
    <MailParagraph>
      {text} <MailLink href={href}>{label}</MailLink>
    </MailParagraph>,
  );
  return { html, text: `${text}\n${href}` };
}

export type StaffLinkMail = {
  to: string;
  language: Language;
  committee: string;
  contactEmail: string | null;
  accent: string;
  links: CommitteeLinks;
};

export function staffLinkMail(mail: StaffLinkMail): Mail {
  const { language, committee, contactEmail, links } = mail;
  const words = copy[language].staffLink;
  const subject = message(words.subject, { committee }, language);
  const lead = message(words.lead, { committee }, language);
  const footer = contactEmail
    ? [message(copy[language].committee.questions, { contact: contactEmail }, language)]
    : [];
  return {
    to: mail.to,
    ...(contactEmail ? { replyTo: contactEmail } : {}),
    subject,
    html: mailDocument(
      <MailLayout language={language} title={subject} preheader={lead} masthead={committee} footer={footer}>
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailButton href={links.staffUrl} accent={mail.accent}>
          {words.button}
        </MailButton>
        <MailParagraph>{words.note}</MailParagraph>
        <MailParagraph>
          {words.frequency}{' '}
          <MailLink href={links.deliveryUrl}>{copy[language].committee.frequencyLink}</MailLink>
        </MailParagraph>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      `${words.button}:\n${links.staffUrl}`,
      words.note,
      `${words.frequency}\n${links.deliveryUrl}`,
      ...footer,
    ]),
  };
}
