import { addressee } from '../../web/addressee.ts';
import { formatNumber, type Language, message } from '../../web/language.ts';
import { writtenDay } from '../digests/dates.ts';
import type { CommitteeLinks } from '../digests/links.ts';
import { committeeFrame } from '../digests/mail-frame.tsx';
import { whyMailed } from '../digests/mail-words.ts';
import type { Mail } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { petitionDigestCopy } from './digest/copy.ts';
import { thresholdCopy } from './threshold-copy.ts';

export type ThresholdMail = {
  to: string;
  language: Language;
  title: string;
  liveUrl: string;
  committee: string;
  council: string;
  contactEmail: string;
  accent: string;
  threshold: { signatures: number; name: string; reachedOn: string };
  confirmed: number;
  links: CommitteeLinks;
};

/** Tells a committee that a petition has reached a threshold. */
export function thresholdMail(mail: ThresholdMail): Mail {
  const { language, threshold, committee } = mail;
  const words = thresholdCopy[language];
  const values = {
    title: mail.title,
    reached: threshold.signatures,
    goal: formatNumber(threshold.signatures, language),
    name: threshold.name,
    date: writtenDay(threshold.reachedOn, language),
    n: mail.confirmed,
  };
  const [subject, lead, asOf] = [words.subject, words.lead, words.asOf].map((template) =>
    message(template, values, language),
  ) as [string, string, string];
  const frame = committeeFrame(mail.links, { contacts: [mail.contactEmail], language });
  const why = whyMailed(
    [petitionDigestCopy[language].section],
    addressee({ committee, council: mail.council }, language),
    language,
  );
  return {
    to: mail.to,
    replyTo: mail.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={lead}
        masthead={committee}
        footer={[frame.questions, why, frame.html.staff, frame.html.frequency]}
      >
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{lead}</MailParagraph>
        <MailParagraph>{asOf}</MailParagraph>
        <MailButton href={mail.liveUrl} accent={mail.accent}>
          {words.liveLink}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([
      lead,
      asOf,
      `${words.live}\n${mail.liveUrl}`,
      frame.text.staff,
      frame.text.frequency,
      frame.questions,
      why,
    ]),
    headers: frame.headers,
  };
}
