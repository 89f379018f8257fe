import { type Language, message } from '../../web/language.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  MailSmall,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { linesText, textRule } from '../platform/mail/text-tables.ts';
import { copy } from './copy.ts';
import type { CommitteeLinks } from './links.ts';
import { committeeFrame } from './mail-frame.tsx';
import type { DigestWords } from './mail-words.ts';

/** One column, nothing loaded from anywhere. */
export function digestMail(words: DigestWords, { to, accent }: { to: string; accent: string }): Mail {
  const { language, links, how, why, contacts } = words;
  const frame = committeeFrame(links, { contacts, language });
  return {
    to,
    ...(contacts[0] ? { replyTo: contacts[0] } : {}),
    subject: words.subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={words.subject}
        preheader={words.preheader}
        masthead={words.masthead}
        footer={[frame.questions, frame.html.staff, frame.html.frequency, why]}
      >
        {words.parts.map(({ html }) => html(accent))}
        <MailHeading level={2}>{how.heading}</MailHeading>
        {how.lines.map((line) => (
          <MailSmall>{line}</MailSmall>
        ))}
      </MailLayout>,
    ),
    text: mailText([
      words.masthead,
      ...words.parts.flatMap(({ text }) => text),
      linesText(how.heading, how.lines),
      textRule,
      frame.questions,
      frame.text.staff,
      frame.text.frequency,
      why,
    ]),
    headers: frame.headers,
  };
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
