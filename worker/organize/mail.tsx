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
import { mailCopy } from './mail-copy.ts';

type LinkMail = { to: string; language: Language; href: string };

/** A link that signs an organizer in once. */
export function signInMail(told: LinkMail): Mail {
  const words = mailCopy[told.language].signIn;
  return written(told, { ...words, paragraphs: [words.text], footer: [words.notYou] });
}

/** Tells somebody of their role and where to sign in. It holds no secret: its reader asks for a link there. */
export function inviteMail(told: LinkMail & { campaign: string; role: string }): Mail {
  const { language, campaign, role } = told;
  const words = mailCopy[language].invite;
  const fill = (text: string) => message(text, { campaign, role, email: told.to }, language);
  return written(told, {
    subject: fill(words.subject),
    paragraphs: [fill(words.text), fill(words.how)],
    button: words.button,
    footer: [words.notYou],
  });
}

/** Lists what has waited for more than a day. */
export function waitingMail(told: LinkMail & { lines: { campaign: string; what: string[] }[] }): Mail {
  const words = mailCopy[told.language].waiting;
  const paragraphs = told.lines.flatMap(({ campaign, what }) => [
    `${campaign}:`,
    ...what.map((one) => `– ${one}`),
  ]);
  return written(told, { ...words, paragraphs: [words.text, ...paragraphs], footer: [words.stop] });
}

type Words = { subject: string; paragraphs: string[]; button: string; footer: string[] };

function written({ to, language, href }: LinkMail, { subject, paragraphs, button, footer }: Words): Mail {
  return {
    to,
    subject,
    html: mailDocument(
      <MailLayout language={language} title={subject} masthead={mailCopy[language].masthead} footer={footer}>
        <MailHeading>{subject}</MailHeading>
        {paragraphs.map((one) => (
          <MailParagraph>{one}</MailParagraph>
        ))}
        <MailButton href={href} accent="navy">
          {button}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([...paragraphs, `${button}:\n${href}`, ...footer]),
  };
}
