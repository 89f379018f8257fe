import { formatDate, message } from '../../web/language.ts';
import { contactLanguageOf } from '../campaigns/rules.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailParagraph,
  mailDocument,
} from '../platform/mail/mail-html.tsx';
import { mailText } from '../platform/mail/mail-text.ts';
import { dateIn } from '../platform/time/clock.ts';
import { findContextById } from './context.ts';
import { erasingCopy } from './erasing-copy.ts';
import { erasesAt } from './retention-rules.ts';
import { pathOf } from './rules.ts';
import { readStates } from './store.ts';
import { findLifeById } from './term-store.ts';

export async function renderErasingMails(
  deps: Deps,
  entries: MailToWrite[],
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  for (const { id, ref } of entries) mails.set(id, await erasingMail(deps, Number(ref.split(':')[0])));
  return mails;
}

/** Null if the action was opened again, or the erasure was postponed meanwhile. */
async function erasingMail({ db, settings }: Deps, actionId: number): Promise<Mail | null> {
  const life = await findLifeById(db, actionId);
  const context = await findContextById(db, actionId);
  const at = life && erasesAt(life);
  if (!at || !life.closedAt || life.erasedAt || !context) return null;
  const { action, campaign, city } = context;
  const language = contactLanguageOf(campaign);
  const { confirmed = 0 } = (await readStates(db, actionId)).state;
  const values = {
    title: action.title[language],
    date: formatDate(dateIn(city.timeZone, at), language),
    closed: formatDate(dateIn(city.timeZone, life.closedAt), language),
    days: life.retentionDays,
    confirmed,
  };
  const words = erasingCopy[language];
  const say = (template: string) => message(template, values, language);
  const commands = [
    `npm run actions -- keep ${action.slug} ${dateIn(city.timeZone, new Date(at.getTime() + 30 * 24 * 3_600_000))}`,
    `npm run actions -- reopen ${action.slug}`,
  ];
  const subject = say(words.subject);
  const url = settings.publicUrl + pathOf(action);
  return {
    to: campaign.contactEmail,
    subject,
    html: mailDocument(
      <MailLayout
        language={language}
        title={subject}
        preheader={say(words.lead)}
        masthead={campaign.title[language]}
        footer={[]}
      >
        <MailHeading>{subject}</MailHeading>
        <MailParagraph>{say(words.lead)}</MailParagraph>
        <MailParagraph>{say(words.what)}</MailParagraph>
        <MailParagraph>{words.putOff}</MailParagraph>
        {commands.map((command) => (
          <MailParagraph>
            <code>{command}</code>
          </MailParagraph>
        ))}
        <MailButton href={url} accent={campaign.accent}>
          {words.link}
        </MailButton>
      </MailLayout>,
    ),
    text: mailText([say(words.lead), say(words.what), words.putOff, ...commands, `${words.link}\n${url}`]),
  };
}
