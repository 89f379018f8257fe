import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { hour } from '../platform/time/clock.ts';
import type { DecideRefusal } from './decide.ts';
import { findRate, moveRateStatement, type Rate } from './rate-store.ts';

/** Closes an unusual rate as harmless. `seen` is the count that the organizer saw. */
export async function clearRate(
  { db }: Pick<Deps, 'db'>,
  {
    rate,
    seen,
    campaign,
    actor,
    now,
  }: { rate: Rate; seen: number; campaign: ConsoleCampaign; actor: string; now: Date },
): Promise<Result<{ id: string }, DecideRefusal>> {
  if (rate.state !== 'waiting') return err({ reason: 'changed-meanwhile' });
  const move = { id: rate.id, from: 'waiting', to: 'fine', n: seen } as const;
  const act = {
    ...{ campaign, actor, kind: 'clear-rate', subject: `rate-${rate.id}` },
    before: { rate: 'waiting' },
    after: {
      rate: 'fine',
      same: rate.kind,
      from: new Date(rate.hour * hour).toISOString(),
      signatures: seen,
    },
  };
  const steps = [{ statement: moveRateStatement(db, move), changes: 1 }];
  return commitWithAct({ db }, { act, steps, now });
}

/** The rate waits again. */
export const undoClearing: NonNullable<ActKind['undo']> = async ({ db }, act, { campaign }) => {
  const rate = await findRate(db, campaign.id, Number(act.subject.slice('rate-'.length)));
  if (rate?.state !== 'fine') return null;
  const move = { id: rate.id, from: 'fine', to: 'waiting', n: rate.n } as const;
  return { steps: [{ statement: moveRateStatement(db, move), changes: 1 }], count: 1, left: 0 };
};
