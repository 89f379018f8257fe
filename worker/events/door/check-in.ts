import { commitWithAct } from '../../organize/commit-with-act.ts';
import { waitForTurn } from '../../platform/commit/take-turns.ts';
import type { Deps } from '../../platform/deps.ts';
import { joinQueries, runQuery } from '../../platform/query.ts';
import { type DoorStep, stepsToTake } from './rules.ts';
import {
  countWalkInsStatement,
  type DoorOf,
  decideStatement,
  namedCodesQuery,
  walkInsQuery,
} from './store.ts';

type Batch = {
  door: DoorOf;
  steps: readonly DoorStep[];
  campaign: { id: number; slug: string };
  /** The slug of the event, for the act. */
  event: string;
  actor: string;
  now: Date;
};

/**
 * Takes what was done at the door, in one act. Two phones may have checked in the same person while both were offline:
 * that is one check-in. What changes nothing, such as a batch that comes again, is no act.
 */
export async function checkIn(
  deps: Deps,
  { door, steps, campaign, event, actor, now }: Batch,
): Promise<{ act: string | null; unknown: string[] }> {
  const { db } = deps;
  const named = steps.flatMap((step) => (step.what === 'walk-ins' ? [] : [step.code]));
  for (let tries = 1; ; tries += 1) {
    const held = await runQuery(
      db,
      joinQueries({ codes: namedCodesQuery(db, door, named), walkIns: walkInsQuery(db, door) }),
    );
    const { decided, unknown } = stepsToTake(steps, held);
    if (decided.length === 0) return { act: null, unknown };
    const codes = decided.filter((step) => step.what !== 'walk-ins');
    const walkIns = decided.filter((step) => step.what === 'walk-ins');
    const done = await commitWithAct(deps, {
      act: {
        campaign,
        actor,
        kind: 'check-in-at-door',
        subject: event,
        count: decided.length,
        after: {
          time: door.slot,
          checked_in: codes.filter(({ what }) => what === 'in').length,
          taken_back: codes.filter(({ what }) => what === 'out').length,
          ...(walkIns.length > 0 && { walk_ins: walkIns.reduce((sum, { n }) => sum + n, 0) }),
        },
      },
      steps: [
        { statement: decideStatement(db, door, codes), changes: codes.length },
        { statement: countWalkInsStatement(db, door, walkIns), changes: walkIns.length },
      ],
      now,
    });
    if (done.ok) return { act: done.value.id, unknown };
    // Another phone has sent meanwhile.
    await waitForTurn(tries, 'the door');
  }
}
