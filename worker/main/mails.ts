import { isTallyMail, renderTallyMails } from '../digests/jobs.ts';
import type { MailBounced, MailRenderer, MailToWrite } from '../platform/mail/mail.ts';
import { endBounced } from '../signatures/end-bounced.ts';
import { isSupporterMail, renderSupporterMails } from '../signatures/render-mails.ts';
import { isAskMail, renderAskMails } from '../surveys/jobs.ts';

/** Every mail there is, written by the feature whose kind it is. */
export const renderMails: MailRenderer = (deps, now) => async (entries) => {
  const rendered = await Promise.all([
    renderSupporterMails(deps, entries.filter(supporters)),
    renderAskMails(deps, entries.filter(askers), now),
    renderTallyMails(deps, entries.filter(tallies)),
  ]);
  return new Map(rendered.flatMap((mails) => [...mails]));
};

/** What it means to each feature that a mail of its own came back for good. */
export const mailBounced: MailBounced = async (deps, { ref, kind }, now) => {
  if (isSupporterMail(kind)) await endBounced(deps, ref, now);
};

const supporters = ({ kind }: MailToWrite) => isSupporterMail(kind);
const askers = ({ kind }: MailToWrite) => isAskMail(kind);
const tallies = ({ kind }: MailToWrite) => isTallyMail(kind);
