import type { CountedHooks } from '../actions/counted-hooks.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { cityTimeOf } from './city-time.ts';
import { type DecideRefusal, exactly, stepsBack } from './decide.ts';
import { type DecisionKind, effects } from './decision-rules.ts';
import { listStanding } from './decision-store.ts';
import { decideStatements } from './decisions.ts';
import { areNear } from './near-name-rules.ts';
import { findPair, listUnreadPairs, movePairStatement, type Pair, type PairState } from './pair-store.ts';
import { tryOpenPerson } from './sealing.ts';
import { fullName } from './submission-rules.ts';

/** 'same-first': the first one still counts; 'same-second': the second one. */
export const pairDecisions = ['different', 'same-first', 'same-second', 'aside'] as const;
export type PairDecision = (typeof pairDecisions)[number];

const meaning: Record<PairDecision, { to: PairState; kind: DecisionKind | null; of: 0 | 1 }> = {
  different: { to: 'different', kind: null, of: 1 },
  'same-first': { to: 'same', kind: 'same-person', of: 1 },
  'same-second': { to: 'same', kind: 'same-person', of: 0 },
  aside: { to: 'aside', kind: 'set-aside', of: 1 },
};

const subjectOf = ({ id }: Pair) => `pair-${id}`;

/** Decides about a waiting pair, and so about one of its signatures. */
export async function decidePair(
  { db }: Pick<Deps, 'db'>,
  hooks: CountedHooks,
  {
    pair,
    decision,
    campaign,
    actor,
    now,
  }: { pair: Pair; decision: PairDecision; campaign: ConsoleCampaign; actor: string; now: Date },
): Promise<Result<{ id: string }, DecideRefusal>> {
  const { to, kind, of } = meaning[decision];
  if (pair.state !== 'waiting') return err({ reason: 'changed-meanwhile' });
  const signature = pair.signatures[of];
  const batch = newId(now);
  const seen = [{ id: signature.id, state: 'confirmed' as const }];
  const cityTime = cityTimeOf(campaign.timeZone, now);
  const made = kind && { actionId: pair.actionId, kind, code: '', batch, seen, cityTime };
  const steps: Step[] = [
    { statement: movePairStatement(db, { id: pair.id, from: 'waiting', to }), changes: 1 },
    ...(made ? exactly(decideStatements(db, made, hooks), 1) : []),
  ];
  const act = {
    campaign,
    actor,
    kind: 'decide-pair',
    subject: subjectOf(pair),
    reason: decision,
    before: { pair: 'waiting' },
    after: { pair: to, ...(kind ? { signature: signature.id } : {}) },
    batch,
  };
  return commitWithAct({ db }, { act, steps, now });
}

/** The pair waits again, and its signature gets its old state. */
export function undoPair(hooks: CountedHooks): NonNullable<ActKind['undo']> {
  return async ({ db }, act, { campaign, now }) => {
    const decision = pairDecisions.find((one) => one === act.reason);
    const pair = await findPair(db, campaign.id, Number(act.subject.slice('pair-'.length)));
    if (!decision || !pair || act.batch === null || pair.state !== act.after.pair) return null;
    const { kind, to } = meaning[decision];
    const back = { statement: movePairStatement(db, { id: pair.id, from: to, to: 'waiting' }), changes: 1 };
    if (!kind) return { steps: [back], count: 1, left: 0 };
    const standing = await listStanding(db, { batch: act.batch, to: effects[kind].to, most: 1 });
    const able = standing.filter(({ canBeTakenBack }) => canBeTakenBack);
    if (able.length === 0) return null;
    return {
      steps: [...stepsBack(db, hooks, able, { kind, batch: act.batch, campaign, now }), back],
      count: 1,
      left: 0,
    };
  };
}

const comparedAtOnce = 200;

/** Compares the sealed names of two signatures of one inbox. Only nearly equal names wait for a person. */
export async function compareNames({ db, keyring }: Pick<Deps, 'db' | 'keyring'>): Promise<void> {
  for (;;) {
    const unread = await listUnreadPairs(db, comparedAtOnce);
    if (unread.length === 0) return;
    const moves = unread.map(async ({ id, sealed }) => {
      const [one, other] = await Promise.all(sealed.map((row) => tryOpenPerson(keyring, row)));
      const isNear = one && other && areNear(fullName(one), fullName(other));
      return movePairStatement(db, { id, from: 'unread', to: isNear ? 'waiting' : 'unlike' });
    });
    await db.batch(await Promise.all(moves));
    if (unread.length < comparedAtOnce) return;
  }
}
