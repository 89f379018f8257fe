import type { ActKind, Inverse } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import { mostTactics, type Tactic } from './rules.ts';
import { changeTacticStatement, countBeside, findTactic, findText } from './store.ts';
import { remindAtOf } from './write.ts';

type Undo = NonNullable<ActKind['undo']>;
type Back = Pick<Tactic, 'state' | 'version'> & { to: string; timeZone: string; now: Date };

/** A new one goes while nothing has changed it. */
export const undoAdding: Undo = async (
  { db },
  { subject: id },
  { campaign: { id: campaignId, timeZone }, now },
) => {
  const tactic = await findTactic(db, campaignId, id);
  if (!tactic || tactic.changeId !== id) return null;
  return back(db, tactic, { state: 'gone', version: tactic.version, to: newId(now), timeZone, now });
};

/** Another text, or taken off: only while nothing has changed it since. */
export const undoChange: Undo = async ({ db }, { subject: id, before, after }, { campaign, now }) => {
  const tactic = await findTactic(db, campaign.id, id);
  if (!tactic || tactic.changeId !== after.change) return null;
  const state = before.state === 'gone' ? 'gone' : 'stands';
  const [version, to] = [Number(before.version), String(before.change)];
  return back(db, tactic, { state, version, to, timeZone: campaign.timeZone, now });
};

async function back(
  db: D1Database,
  tactic: Tactic,
  { state, version, to, timeZone, now }: Back,
): Promise<Inverse | 'full'> {
  const { id, changeId: from } = tactic;
  if (state === 'stands' && tactic.state === 'gone' && (await countBeside(db, id)) >= mostTactics)
    return 'full';
  const text = state === 'stands' ? await findText(db, id, version) : null;
  const remindAt = text && remindAtOf(text, { remindAt: tactic.remindAt, timeZone, now });
  return {
    steps: [
      {
        statement: changeTacticStatement(db, {
          id,
          from,
          to,
          set: { state, version, remindAt },
          most: mostTactics,
        }),
        changes: 1,
      },
    ],
    ...{ count: 1, left: 0 },
    before: { state: tactic.state, version: tactic.version, change: from },
    after: { state, version, change: to },
  };
}
