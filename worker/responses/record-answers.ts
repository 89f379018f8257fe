import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { insertAnswersStatement, type Recording } from './answer-store.ts';
import type { Given } from './form-rules.ts';
import { compare } from './give-answers.ts';

type Recorded = {
  recording: Recording;
  petition: string;
  committee: string;
  campaign: { id: number; slug: string };
  actor: Actor;
};

/**
 * An answer that came on paper or in a meeting, as an act. The error names the asks that were answered since the form
 * was shown; null says that all of it stands already.
 */
export async function recordAnswers(
  { db }: Pick<Deps, 'db'>,
  given: readonly Given[],
  { recording, petition, committee, campaign, actor }: Recorded,
): Promise<Result<string | null, string[]>> {
  const { fresh, conflicts } = await compare(db, given, recording);
  if (conflicts.length > 0) return err(conflicts);
  if (fresh.length === 0) return ok(null);
  const { actionId, committeeId, givenBy, now } = recording;
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
      steps: [{ statement: insertAnswersStatement(db, fresh, recording), changes: fresh.length }],
      now,
    },
  );
  return done.ok ? ok(done.value.id) : err(fresh.map(({ ask }) => ask));
}
