import { commitWithAct } from '../organize/commit-with-act.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { mostTactics, nextReminder, type Tactic, type TacticText } from './rules.ts';
import {
  changeTacticStatement,
  insertTacticStatement,
  insertTextStatement,
  newestVersion,
  type TacticChange,
} from './store.ts';

export type By = { campaign: { id: number; slug: string; timeZone: string }; actor: string; now: Date };

/** When to remind from now on. A reminder that is due already and not sent yet stays due. */
export function remindAtOf(
  text: TacticText,
  { remindAt, timeZone, now }: { remindAt: Date | null; timeZone: string; now: Date },
): Date | null {
  const since = remindAt && remindAt < now ? remindAt : now;
  return nextReminder(text, { timeZone, since })?.at ?? null;
}

export async function addTactic({ db }: Pick<Deps, 'db'>, { text, ...by }: By & { text: TacticText }) {
  const { campaign, actor, now } = by;
  const id = newId(now);
  const remindAt = remindAtOf(text, { remindAt: null, timeZone: campaign.timeZone, now });
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'add-tactic', subject: id },
        before: { state: 'none' },
        after: { state: 'stands', version: 1 },
      },
      steps: [
        {
          statement: insertTacticStatement(db, {
            ...{ id, campaignId: campaign.id, remindAt, text, most: mostTactics },
          }),
          changes: 1,
        },
        insertTextStatement(db, { id, version: 1, text: { ...text, savedBy: actor } }),
      ],
      now,
    },
  );
}

/** Another text, or taken off the plan; as the organizer saw it. */
export async function changeTactic(
  { db }: Pick<Deps, 'db'>,
  { tactic, text, ...by }: By & { tactic: Tactic; text: TacticText | 'gone' },
) {
  const { campaign, actor, now } = by;
  const { id, changeId: from, remindAt } = tactic;
  const to = newId(now);
  const isGone = text === 'gone';
  const version = isGone ? tactic.version : (await newestVersion(db, id)) + 1;
  const set: TacticChange['set'] = {
    ...{ state: isGone ? 'gone' : 'stands', version },
    remindAt: isGone ? null : remindAtOf(text, { remindAt, timeZone: campaign.timeZone, now }),
  };
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: isGone ? 'remove-tactic' : 'change-tactic', subject: id },
        before: { state: tactic.state, version: tactic.version, change: from },
        after: { state: set.state, version, change: to },
      },
      steps: [
        ...(isGone ? [] : [insertTextStatement(db, { id, version, text: { ...text, savedBy: actor } })]),
        { statement: changeTacticStatement(db, { id, from, to, set, most: mostTactics }), changes: 1 },
      ],
      now,
    },
  );
}
