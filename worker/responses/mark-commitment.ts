import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { setOutcomeStatement } from './answer-store.ts';
import type { Outcome } from './rules.ts';

/** Says that a commitment was kept or missed, with the source; what was marked meanwhile is not changed. */
export function markCommitment(
  { db }: Pick<Deps, 'db'>,
  {
    id,
    outcome,
    source,
    on,
    petition,
    campaign,
    actor,
    now,
  }: {
    id: number;
    outcome: Outcome;
    source: string;
    on: string;
    petition: string;
    campaign: { id: number; slug: string };
    actor: Actor;
    now: Date;
  },
) {
  return commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: 'mark-commitment',
        subject: petition,
        before: { commitment: 'open', answer: id },
        after: { commitment: outcome, answer: id },
      },
      steps: [{ statement: setOutcomeStatement(db, { id, was: null }, { outcome, on, source }), changes: 1 }],
      now,
    },
  );
}
