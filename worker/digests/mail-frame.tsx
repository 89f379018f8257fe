import type { Child } from 'hono/jsx';
import { type Language, message } from '../../web/language.ts';
import { MailLink } from '../platform/mail/mail-html.tsx';
import { copy } from './copy.ts';
import type { CommitteeLinks } from './links.ts';

/** The end of every mail with numbers to a committee: contact, staff page, and how to stop the mails. */
export function committeeFrame(
  links: CommitteeLinks,
  { contacts, language }: { contacts: string[]; language: Language },
) {
  const words = copy[language].committee;
  const staff: Child = (
    <>
      {words.staff} <MailLink href={links.staffUrl}>{words.staffLink}</MailLink>
    </>
  );
  const frequency: Child = (
    <>
      {words.frequency} <MailLink href={links.deliveryUrl}>{words.frequencyLink}</MailLink>
    </>
  );
  return {
    questions: message(words.questions, { contact: contacts.join(', ') }, language),
    html: { staff, frequency },
    text: {
      staff: `${words.staff}\n${links.staffUrl}`,
      frequency: `${words.frequency}\n${links.deliveryUrl}`,
    },
    /** RFC 8058: the mail program's own button stops the digests, without a page in between. */
    headers: {
      'List-Unsubscribe': `<${links.deliveryUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
