import type { MailRenderer, MailToWrite } from './platform/mail/mail.ts';
import { isSupporterMail, renderSupporterMails } from './signatures/render-mails.ts';
import { isTallyMail, renderTallyMails } from './tallies/jobs.ts';

/** Every mail there is, written by the feature whose kind it is. */
export const renderMails: MailRenderer = (deps) => async (entries) => {
  const rendered = await Promise.all([
    renderSupporterMails(deps, entries.filter(supporters)),
    renderTallyMails(deps, entries.filter(tallies)),
  ]);
  return new Map(rendered.flatMap((mails) => [...mails]));
};

const supporters = ({ kind }: MailToWrite) => isSupporterMail(kind);
const tallies = ({ kind }: MailToWrite) => isTallyMail(kind);
