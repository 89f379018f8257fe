import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import {
  type FoundEvidence,
  insertEvidenceStatement,
  turnEvidenceStatement,
  weighEvidenceStatement,
} from './evidence-store.ts';
import type { StakeholderText } from './form-rules.ts';
import { keepRoadStatement, type RoadOfDay } from './road-store.ts';
import {
  type Evidence,
  fadesBefore,
  mostEvidence,
  mostStakeholders,
  mostTies,
  type Stakeholder,
  sortName,
  type Tie,
} from './rules.ts';
import {
  changeStakeholderStatement,
  insertStakeholderStatement,
  insertTextStatement,
  newestVersion,
} from './store.ts';
import { type FoundTie, insertTieStatement, turnTieStatement } from './tie-store.ts';

/** `today` is the day in the campaign's city. */
export type By = { campaign: { id: number; slug: string }; actor: string; now: Date; today: string };

/** The day that the road is counted for. */
export function roadOfDay({ id }: { id: number }, today: string): RoadOfDay {
  return { campaignId: id, today, since: fadesBefore(today) };
}

/** What follows a change of a stakeholder's evidence. */
export function evidenceSteps(
  db: D1Database,
  { id, to, stakeholderId }: { id: string; to: 'stands' | 'gone'; stakeholderId: string },
  { campaign, today }: Pick<By, 'campaign' | 'today'>,
): Step[] {
  return [
    { statement: turnEvidenceStatement(db, { id, to }), changes: 1 },
    weighEvidenceStatement(db, stakeholderId),
    keepRoadStatement(db, roadOfDay(campaign, today)),
  ];
}

export async function addStakeholder(
  { db }: Pick<Deps, 'db'>,
  { text, ...by }: By & { text: StakeholderText },
) {
  const { campaign, actor, now, today } = by;
  const id = newId(now);
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'add-stakeholder', subject: id },
        before: { state: 'none' },
        after: { state: 'stands', version: 1 },
      },
      steps: [
        {
          statement: insertStakeholderStatement(db, {
            ...{ id, campaignId: campaign.id, text, sortName: sortName(text.name), most: mostStakeholders },
          }),
          changes: 1,
        },
        insertTextStatement(db, { id, version: 1, text, sortName: sortName(text.name) }),
        keepRoadStatement(db, roadOfDay(campaign, today)),
      ],
      now,
    },
  );
}

/** Another text or other marks, or taken off the map; as the organizer saw it. */
export async function changeStakeholder(
  { db }: Pick<Deps, 'db'>,
  {
    stakeholder,
    text,
    state = 'stands',
    ...by
  }: By & {
    stakeholder: Stakeholder;
    text?: StakeholderText;
    state?: Stakeholder['state'];
  },
) {
  const { campaign, actor, now, today } = by;
  const { id, changeId: from } = stakeholder;
  const to = newId(now);
  const version = text ? (await newestVersion(db, id)) + 1 : stakeholder.version;
  const set = { state, version };
  return commitWithAct(
    { db },
    {
      act: {
        ...{
          campaign,
          actor,
          kind: state === 'gone' ? 'remove-stakeholder' : 'change-stakeholder',
          subject: id,
        },
        before: { state: stakeholder.state, version: stakeholder.version, change: from },
        after: { ...set, change: to },
      },
      steps: [
        ...(text ? [insertTextStatement(db, { id, version, text, sortName: sortName(text.name) })] : []),
        { statement: changeStakeholderStatement(db, { id, from, to, set }), changes: 1 },
        keepRoadStatement(db, roadOfDay(campaign, today)),
      ],
      now,
    },
  );
}

export async function enterEvidence(
  { db }: Pick<Deps, 'db'>,
  { stakeholder, evidence, ...by }: By & { stakeholder: Stakeholder; evidence: Omit<Evidence, 'id'> },
) {
  const { campaign, actor, now, today } = by;
  const id = newId(now);
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'enter-evidence', subject: stakeholder.id },
        before: { state: 'none' },
        after: { evidence: id, state: 'stands' },
      },
      steps: [
        {
          statement: insertEvidenceStatement(db, {
            ...{ evidence: { id, ...evidence }, campaignId: campaign.id, stakeholderId: stakeholder.id },
            most: mostEvidence,
          }),
          changes: 1,
        },
        weighEvidenceStatement(db, stakeholder.id),
        keepRoadStatement(db, roadOfDay(campaign, today)),
      ],
      now,
    },
  );
}

export async function takeBackEvidence(
  { db }: Pick<Deps, 'db'>,
  { evidence, ...by }: By & { evidence: FoundEvidence },
) {
  const { campaign, actor, now } = by;
  const { id, stakeholderId } = evidence;
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'take-back-evidence', subject: stakeholderId },
        before: { evidence: id, state: 'stands' },
        after: { evidence: id, state: 'gone' },
      },
      steps: evidenceSteps(db, { id, to: 'gone', stakeholderId }, by),
      now,
    },
  );
}

export async function addTie({ db }: Pick<Deps, 'db'>, { tie, ...by }: By & { tie: Omit<Tie, 'id'> }) {
  const { campaign, actor, now } = by;
  const id = newId(now);
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'add-tie', subject: tie.fromId },
        before: { state: 'none' },
        after: { tie: id, state: 'stands' },
      },
      steps: [
        {
          statement: insertTieStatement(db, { tie: { id, ...tie }, campaignId: campaign.id, most: mostTies }),
          changes: 1,
        },
      ],
      now,
    },
  );
}

export async function removeTie({ db }: Pick<Deps, 'db'>, { tie, ...by }: By & { tie: FoundTie }) {
  const { campaign, actor, now } = by;
  return commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'remove-tie', subject: tie.fromId },
        before: { tie: tie.id, state: 'stands' },
        after: { tie: tie.id, state: 'gone' },
      },
      steps: [{ statement: turnTieStatement(db, { id: tie.id, to: 'gone' }), changes: 1 }],
      now,
    },
  );
}
