import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { StrikeCode } from '../actions/strike-rules.ts';
import { isUndone } from '../organize/act-store.ts';
import { type ActRefusal, commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { cityTimeOf } from './city-time.ts';
import { canDecide, type DecisionKind, decisionBehind, effects } from './decision-rules.ts';
import { findEnded, findStanding, listStanding, type Seen, type StandingDecision } from './decision-store.ts';
import { decideStatements, takeBackStatements } from './decisions.ts';
import { findSignature } from './store.ts';

/** The kinds of acts in the log. */
export const actOf: Record<DecisionKind, string> = {
  'struck-off': 'strike-off',
  'set-aside': 'set-aside',
  'same-person': 'same-person',
};

export type DecideRefusal = ActRefusal | { reason: 'cannot' } | { reason: 'counts-already' };

type Deciding = { campaign: ConsoleCampaign; actor: string; actionId: number; now: Date };
type Done = Result<{ id: string }, DecideRefusal>;

/** Decides about one signature, if it is still as the organizer saw it. */
export async function decide(
  { db }: Pick<Deps, 'db'>,
  hooks: CountedHooks,
  {
    kind,
    code = '',
    reason,
    seen,
    campaign,
    actor,
    actionId,
    now,
  }: Deciding & { kind: DecisionKind; code?: StrikeCode | ''; reason: string; seen: Seen },
): Promise<Done> {
  if (!canDecide(kind, seen.state)) return err({ reason: 'cannot' });
  const batch = newId(now);
  const cityTime = cityTimeOf(campaign.timeZone, now);
  const made = { actionId, kind, code, batch, seen: [seen], cityTime };
  return commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: actOf[kind],
        subject: seen.id,
        reason,
        before: { state: seen.state },
        after: { state: effects[kind].to },
        batch,
      },
      steps: exactly(decideStatements(db, made, hooks), 1),
      now,
    },
  );
}

/** Undoes the current decision about one signature. */
export async function takeBack(
  { db }: Pick<Deps, 'db'>,
  hooks: CountedHooks,
  { reason, seen, campaign, actor, actionId, now }: Deciding & { reason: string; seen: Seen },
): Promise<Done> {
  const kind = decisionBehind(seen.state);
  const standing = kind && (await findStanding(db, { id: seen.id, kind }));
  if (!standing) return err({ reason: 'cannot' });
  if (!standing.canBeTakenBack) return err({ reason: 'counts-already' });
  const by = newId(now);
  const cityTime = cityTimeOf(campaign.timeZone, now);
  const taken = { actionId, kind: standing.kind, batch: null, ids: [seen.id], by, cityTime };
  const { code, stateBefore } = standing;
  return commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: 'take-back',
        subject: seen.id,
        reason,
        before: { state: seen.state, decision: standing.kind, code },
        after: { state: stateBefore },
        batch: by,
      },
      steps: exactly(takeBackStatements(db, taken, hooks), 1),
      now,
    },
  );
}

/** The first statement must change exactly this many rows, or the batch fails. */
export function exactly([first, ...others]: D1PreparedStatement[], changes: number): Step[] {
  return first ? [{ statement: first, changes }, ...others] : others;
}

const mostUndone = 200;

/** Undoes the decisions of an act, except for signatures that have changed since. */
export function undoDecisions(hooks: CountedHooks, kind: DecisionKind): NonNullable<ActKind['undo']> {
  return async ({ db }, act, { campaign, now }) => {
    if (act.batch === null) return null;
    const { to } = effects[kind];
    const standing = await listStanding(db, { batch: act.batch, to, most: mostUndone });
    const able = standing.filter(({ canBeTakenBack }) => canBeTakenBack);
    if (able.length === 0) return null;
    const steps = stepsBack(db, hooks, able, { kind, batch: act.batch, campaign, now });
    return { steps, count: able.length, left: act.count - able.length };
  };
}

export function stepsBack(
  db: D1Database,
  hooks: CountedHooks,
  able: StandingDecision[],
  { kind, batch, campaign, now }: { kind: DecisionKind; batch: string; campaign: ConsoleCampaign; now: Date },
): Step[] {
  const by = newId(now);
  const cityTime = cityTimeOf(campaign.timeZone, now);
  return [...Map.groupBy(able, ({ actionId }) => actionId)].flatMap(([actionId, group]) => {
    const ids = group.map(({ id }) => id);
    return exactly(takeBackStatements(db, { actionId, kind, batch, ids, by, cityTime }, hooks), ids.length);
  });
}

/** Restores undone decisions as part of the act that first made them, so that this act can be undone again. */
export function undoTakingBack(hooks: CountedHooks): NonNullable<ActKind['undo']> {
  return async ({ db }, { subject, before, after, batch: by }, { campaign, now }) => {
    const ended = by === null ? null : await findEnded(db, { id: subject, by });
    const kind = decisionBehind(String(before.state) as Seen['state']);
    const signature = await findSignature(db, subject);
    if (!ended || !kind || !signature || signature.state !== after.state) return null;
    // A bulk strike that was undone since cannot undo it any more. Its subject is its batch.
    const first = { campaignId: campaign.id, subjects: [subject, ended.batch], batch: ended.batch };
    if (await isUndone(db, first)) return null;
    const seen = [{ id: subject, state: signature.state }];
    const cityTime = cityTimeOf(campaign.timeZone, now);
    const made = { actionId: signature.actionId, kind, ...ended, seen, cityTime };
    return { steps: exactly(decideStatements(db, made, hooks), 1), count: 1, left: 0 };
  };
}
