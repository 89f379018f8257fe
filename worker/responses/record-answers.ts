import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { insertAnswersStatement, type Recording, replacedKind } from './answer-store.ts';
import type { Given } from './form-rules.ts';
import { compare } from './give-answers.ts';
import { mailRef } from './links.ts';

type Recorded = {
  recording: Recording;
  petition: string;
  committee: string;
  campaign: { id: number; slug: string };
  actor: Actor;
};

/**
 * An answer that came on paper or in a meeting, as an act. The committee is mailed if it replaces its own answer. The error names the asks that were answered since the form
 * was shown; null says that all of it stands already.
 */
export async function recordAnswers(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  given: readonly Given[],
  { recording, petition, committee, campaign, actor }: Recorded,
): Promise<Result<string | null, string[]>> {
  const { fresh, conflicts, hasOwn } = await compare(db, given, recording);
  if (conflicts.length > 0) return err(conflicts);
  if (fresh.length === 0) return ok(null);
  const { actionId, committeeId, givenBy, now } = recording;
  const mail = { ref: mailRef(recording), kind: `${replacedKind}:${now.getTime()}` };
  const done = await commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: 'record-answers',
        subject: petition,
        before: { version: Math.max(...fresh.map(({ seen }) => seen)) },
        after: { committee, how: givenBy, action: actionId, office: committeeId, at: now.getTime() },
        count: fresh.length,
      },
      steps: [
        { statement: insertAnswersStatement(db, fresh, recording), changes: fresh.length },
        ...(hasOwn ? [enqueueStatement(db, [mail], { now, cap: 1 })] : []),
      ],
      now,
    },
  );
  if (done.ok && hasOwn) await wakeOutbox();
  return done.ok ? ok(done.value.id) : err(fresh.map(({ ask }) => ask));
}
