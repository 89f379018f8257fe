import type { ActKind } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import { dateIn } from '../platform/time/clock.ts';
import { findEvidence } from './evidence-store.ts';
import { keepRoadStatement } from './road-store.ts';
import type { Stakeholder } from './rules.ts';
import { changeStakeholderStatement, findStakeholder } from './store.ts';
import { findTie, turnTieStatement } from './tie-store.ts';
import { evidenceSteps, roadOfDay } from './write.ts';

type Undo = NonNullable<ActKind['undo']>;

/** A new one goes while nothing has changed it. Its evidence stays with it, for when it comes back. */
export const undoAdding: Undo = async ({ db }, { subject: id }, { campaign, now }) => {
  const stakeholder = await findStakeholder(db, campaign.id, id);
  if (!stakeholder || stakeholder.changeId !== id) return null;
  const set = { state: 'gone' as const, version: stakeholder.version };
  return back(db, stakeholder, { set, campaign, to: newId(now), now });
};

/** Another text, other marks, or taken off: only while nothing has changed it since. */
export const undoChange: Undo = async ({ db }, { subject: id, before, after }, { campaign, now }) => {
  const stakeholder = await findStakeholder(db, campaign.id, id);
  if (!stakeholder || stakeholder.changeId !== after.change) return null;
  const state = before.state === 'gone' ? ('gone' as const) : ('stands' as const);
  const set = { state, version: Number(before.version) };
  return back(db, stakeholder, { set, campaign, to: String(before.change), now });
};

type Back = {
  set: Pick<Stakeholder, 'state' | 'version'>;
  campaign: { id: number; timeZone: string };
  to: string;
  now: Date;
};

function back(db: D1Database, { id, state, version, changeId: from }: Stakeholder, { set, ...back }: Back) {
  const { campaign, to, now } = back;
  return {
    steps: [
      { statement: changeStakeholderStatement(db, { id, from, to, set }), changes: 1 },
      keepRoadStatement(db, roadOfDay(campaign, dateIn(campaign.timeZone, now))),
    ],
    ...{ count: 1, left: 0 },
    before: { state, version, change: from },
    after: { ...set, change: to },
  };
}

export const undoEvidence: Undo = async ({ db }, { after }, { campaign, now }) => {
  const evidence = await findEvidence(db, campaign.id, String(after.evidence));
  if (!evidence || evidence.state !== after.state) return null;
  const { id, stakeholderId } = evidence;
  const to = evidence.state === 'stands' ? 'gone' : 'stands';
  const today = dateIn(campaign.timeZone, now);
  return {
    steps: evidenceSteps(db, { id, to, stakeholderId }, { campaign, today }),
    ...{ count: 1, left: 0, after: { evidence: id, state: to } },
  };
};

export const undoTie: Undo = async ({ db }, { after }, { campaign }) => {
  const tie = await findTie(db, campaign.id, String(after.tie));
  if (!tie || tie.state !== after.state) return null;
  const to = tie.state === 'stands' ? 'gone' : 'stands';
  return {
    steps: [{ statement: turnTieStatement(db, { id: tie.id, to }), changes: 1 }],
    ...{ count: 1, left: 0, after: { tie: tie.id, state: to } },
  };
};
