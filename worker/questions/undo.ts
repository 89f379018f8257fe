import type { ActKind } from '../organize/console-section.ts';
import { countAnswered, findAsked, undecideAskedStatement } from './asked-store.ts';
import { findEntry, setEntryStateStatement, showVersionStatement } from './entry-store.ts';
import { waitingKept } from './rules.ts';

type Undo = NonNullable<ActKind['undo']>;

/** The question waits again. What was told to its asker stays told; another answer is told again. */
export const undoDecision: Undo = async ({ db }, { subject: id, after }, { campaign, now }) => {
  const decisions = Number(after.decision);
  const asked = await findAsked(db, id);
  const isAsDecided =
    asked?.campaignId === campaign.id && asked.decisions === decisions && asked.sealed !== null;
  if (!asked || !isAsDecided) return null;
  const keptUntil = new Date(now.getTime() + waitingKept);
  const entryStep =
    after.version === 1
      ? await hideStep(db, { campaignId: campaign.id, id, entryId: String(after.entry), now })
      : [];
  return {
    steps: [
      { statement: undecideAskedStatement(db, { id, decisions, keptUntil }), changes: 1 },
      ...entryStep,
    ],
    count: 1,
    left: 0,
    before: { state: asked.state },
    after: { state: 'waiting' },
  };
};

/** The answer that was published for a question goes with it, unless it answers another one too or was changed. */
async function hideStep(
  db: D1Database,
  { campaignId, id, entryId, now }: { campaignId: number; id: string; entryId: string; now: Date },
) {
  const entry = await findEntry(db, campaignId, entryId);
  const isOwn = entry?.state === 'shown' && entry.version === 1;
  if (!isOwn || (await countAnswered(db, { entryId, without: id })) > 0) return [];
  const statement = setEntryStateStatement(db, { id: entryId, from: 'shown', to: 'hidden', now });
  return [{ statement, changes: 1 }];
}

export const undoWriting: Undo = async ({ db }, { subject: id }, { campaign, now }) => {
  const entry = await findEntry(db, campaign.id, id);
  if (entry?.state !== 'shown') return null;
  const statement = setEntryStateStatement(db, { id, from: 'shown', to: 'hidden', now });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, after: { state: 'hidden' } };
};

export const undoEdit: Undo = async ({ db }, { subject: id, before, after }, { campaign, now }) => {
  const [from, to] = [Number(after.version), Number(before.version)];
  const entry = await findEntry(db, campaign.id, id);
  if (entry?.version !== from) return null;
  const statement = showVersionStatement(db, { id, from, to, now });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, before: after, after: before };
};

export const undoTurn: Undo = async ({ db }, { subject: id, before, after }, { campaign, now }) => {
  const [from, to] = [String(after.state), String(before.state)];
  const entry = await findEntry(db, campaign.id, id);
  if (entry?.state !== from) return null;
  const statement = setEntryStateStatement(db, { id, from, to, now });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, before: after, after: before };
};
