import type { Act } from '../organize/act-rules.ts';
import type { ActKind } from '../organize/console-section.ts';
import { countAnswered, findAsked, undecideAskedStatement } from './asked-store.ts';
import type { Entry } from './entry-rules.ts';
import { changeEntryStatement, findEntry } from './entry-store.ts';
import { waitingKept } from './rules.ts';

type Undo = NonNullable<ActKind['undo']>;

/**
 * The question waits again; the answer that was published for it leaves the pages, unless it was changed since or
 * answers another question too: then those come first. What was told to the asker stays told.
 */
export const undoDecision: Undo = async ({ db }, { subject: id, after }, { campaign, now }) => {
  const decisions = Number(after.decision);
  const asked = await findAsked(db, id);
  if (asked?.campaignId !== campaign.id || asked.decisions !== decisions || asked.sealed === null)
    return null;
  const keptUntil = new Date(now.getTime() + waitingKept);
  const back = { statement: undecideAskedStatement(db, { id, decisions, keptUntil }), changes: 1 };
  const told = { count: 1, left: 0, before: { state: asked.state }, after: { state: 'waiting' } };
  if (after.version !== 1) return { steps: [back], ...told };
  const entryId = String(after.entry);
  const entry = await findEntry(db, campaign.id, entryId);
  const isOnly = (await countAnswered(db, { entryId, without: id })) === 0;
  if (!entry || !isOnly || entry.changeId !== entryId) return null;
  return { steps: [back, takeOff(db, entry, now)], ...told };
};

/** A new entry was its own first change. */
function takeOff(db: D1Database, { id }: Entry, now: Date) {
  return {
    statement: changeEntryStatement(db, { id, from: id, to: '', set: { state: 'hidden' }, now }),
    changes: 1,
  };
}

export const undoWriting: Undo = async ({ db }, { subject: id }, { campaign, now }) => {
  const entry = await findEntry(db, campaign.id, id);
  const isUsed = (await countAnswered(db, { entryId: id, without: '' })) > 0;
  if (!entry || entry.changeId !== id || isUsed) return null;
  return { steps: [takeOff(db, entry, now)], count: 1, left: 0, after: { state: 'hidden' } };
};

/** Another text, or taken off and put back: only while nothing has changed the entry since. */
export const undoChange: Undo = async ({ db }, { subject: id, before, after }: Act, { campaign, now }) => {
  const entry = await findEntry(db, campaign.id, id);
  const from = String(after.change);
  if (entry?.changeId !== from) return null;
  const state = (['shown', 'hidden'] as const).find((one) => one === before.state);
  const set = {
    ...(before.version !== undefined && { version: Number(before.version) }),
    ...(state && { state }),
  };
  const to = String(before.change);
  const statement = changeEntryStatement(db, { id, from, to, set, now });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, before: after, after: before };
};
