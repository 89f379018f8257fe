import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import type { Act } from './act-rules.ts';
import { type ActRefusal, commitWithAct } from './commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from './console-section.ts';

export type UndoRefusal = ActRefusal | { reason: 'cannot' } | { reason: 'nothing-left' | 'full' };

/** Undoes an act with the inverse that its section declares. The undo is an act too; it says how many rows it left. */
export async function undoAct(
  deps: Deps,
  act: Act,
  options: { kind: ActKind | undefined; campaign: ConsoleCampaign; actor: string; now: Date },
): Promise<Result<{ id: string; count: number; left: number }, UndoRefusal>> {
  const { kind, campaign, actor, now } = options;
  if (act.undoneBy !== null) return err({ reason: 'undone-already' });
  if (!kind?.undo || act.undoes !== null || act.campaignId !== campaign.id) return err({ reason: 'cannot' });
  const inverse = await kind.undo(deps, act, { campaign, actor, now });
  if (!inverse) return err({ reason: 'nothing-left' });
  if (inverse === 'full') return err({ reason: 'full' });
  const { count, left } = inverse;
  const committed = await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'undo',
      subject: act.subject,
      before: inverse.before ?? act.after,
      after: { ...(inverse.after ?? act.before), left },
      count,
      undoes: act.id,
      ...(act.batch === null ? {} : { batch: act.batch }),
    },
    steps: inverse.steps,
    now,
  });
  return committed.ok ? { ok: true, value: { id: committed.value.id, count, left } } : committed;
}
