import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { moveMailStatement, sendAgainStatement, type UnsentMail } from '../platform/mail/unsent.ts';

export type MailDecision = 'again' | 'leave';

/** Sends a mail that was not sent again, or gives it up. It must still be in the state that the organizer saw. */
export function decideMail(
  deps: Deps,
  {
    id,
    seen,
    decision,
    campaign,
    actor,
    now,
  }: {
    id: string;
    seen: UnsentMail['state'];
    decision: MailDecision;
    campaign: ConsoleCampaign;
    actor: string;
    now: Date;
  },
) {
  const to = decision === 'again' ? 'waiting' : 'cancelled';
  const statement =
    decision === 'again'
      ? sendAgainStatement(deps.db, { id, from: seen, now })
      : moveMailStatement(deps.db, { id, from: seen, to });
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: decision === 'again' ? 'send-mail-again' : 'leave-mail',
      subject: id,
      before: { state: seen },
      after: { state: to },
    },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

/** Only if it was not sent yet. */
export const undoMail: NonNullable<ActKind['undo']> = async ({ db }, { subject, before, after }) => {
  const move = { id: subject, from: String(after.state), to: String(before.state) };
  return { steps: [{ statement: moveMailStatement(db, move), changes: 1 }], count: 1, left: 0 };
};
