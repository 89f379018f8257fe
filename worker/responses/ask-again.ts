import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { hour } from '../platform/time/clock.ts';
import { requestKind } from './ask-for-answers.ts';
import { mailRef } from './links.ts';

type Asking = {
  actionId: number;
  committeeId: number;
  petition: string;
  committee: string;
  campaign: { id: number; slug: string };
  actor: Actor;
  now: Date;
};

/** Mails the link once more, at most once an hour. No organizer ever reads it. */
export async function askAgain(deps: Pick<Deps, 'db' | 'wakeOutbox'>, asking: Asking): Promise<void> {
  const { petition, committee, campaign, actor, now } = asking;
  const nth = Math.floor(now.getTime() / hour);
  const mail = { ref: mailRef(asking), kind: `${requestKind}:again-${nth}` };
  await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'ask-again',
      subject: petition,
      after: { committee },
    },
    steps: [enqueueStatement(deps.db, [mail], { now, cap: 1 })],
    now,
  });
  await deps.wakeOutbox();
}
