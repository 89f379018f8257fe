import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import {
  insertSheetStatement,
  noteLookStatement,
  payStatement,
  returnSheetStatement,
  stopStatement,
} from './guide-store.ts';
import type { Pay, SheetUse, StopReason, Story } from './rules.ts';
import { findStory } from './store.ts';

type By = { campaign: { id: number; slug: string }; actor: string; now: Date };

/** Opening a sealed text is an act. A guide has read this version then. */
export function openStory(
  deps: Deps,
  { story, campaign, actor, now }: By & { story: Pick<Story, 'id' | 'version'> },
) {
  const { id, version } = story;
  const look = noteLookStatement(deps.db, { id, campaignId: campaign.id, version });
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'open-story', subject: id, after: { version } },
    steps: [{ statement: look, changes: 1 }],
    now,
  });
}

/** Stops a story in every place at once; null lets it go on. */
export function stopStory(
  deps: Deps,
  {
    id,
    reason,
    stoppedAt,
    campaign,
    actor,
    now,
  }: By & { id: string; reason: StopReason | null; stoppedAt?: Date },
) {
  const statement = stopStatement(deps.db, { id, campaignId: campaign.id, reason, stoppedAt, now });
  const [from, to] = reason === null ? ['stopped', 'going'] : ['going', 'stopped'];
  return commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: reason === null ? 'restart-story' : 'stop-story', subject: id },
      ...(reason !== null && { reason }),
      ...{ before: { story: from }, after: { story: to } },
    },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

/** Only this stop: one that came later has a reason of its own. */
export const undoStop: NonNullable<ActKind['undo']> = async (
  { db },
  { subject: id, at: stoppedAt },
  { campaign, now },
) => {
  const story = await findStory(db, id);
  if (story?.stoppedAt?.getTime() !== stoppedAt.getTime() || story.state !== 'begun') return null;
  const statement = stopStatement(db, { id, campaignId: campaign.id, reason: null, stoppedAt, now });
  return {
    ...{ steps: [{ statement, changes: 1 }], count: 1, left: 0 },
    ...{ before: { story: 'stopped' }, after: { story: 'going' } },
  };
};

/** The pay as it was seen, and as it is from now on. Amounts are in cents. */
export function setPay(
  deps: Deps,
  { story, to, campaign, actor, now }: By & { story: Story; to: { pay: Pay; cents: number } },
) {
  const from = { pay: story.pay, cents: story.payCents };
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'set-story-pay', subject: story.id, before: from, after: to },
    steps: [
      {
        statement: payStatement(deps.db, { id: story.id, campaignId: campaign.id, from, to }),
        changes: 1,
      },
    ],
    now,
  });
}

export const undoPay: NonNullable<ActKind['undo']> = async (
  { db },
  { subject: id, before, after },
  { campaign },
) => {
  const story = await findStory(db, id);
  const [from, to] = [after, before].map(({ pay, cents }) => ({ pay: pay as Pay, cents: Number(cents) }));
  if (!from || !to || story?.pay !== from.pay || story.payCents !== from.cents) return null;
  const statement = payStatement(db, { id, campaignId: campaign.id, from, to });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, before: from, after: to };
};

/** Taking the text out of these pages is an act, and the teller sees it. */
export function takeSheet(deps: Deps, { id, use, campaign, actor, now }: By & { id: string; use: SheetUse }) {
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'take-story-sheet', subject: id, after: { use } },
    steps: [{ statement: insertSheetStatement(deps.db, { id, use, now }), changes: 1 }],
    now,
  });
}

/** An organizer says that a sheet is used no more. */
export function returnSheet(
  deps: Deps,
  { id, sheet, campaign, actor, now }: By & { id: string; sheet: number },
) {
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'return-story-sheet', subject: id, after: { sheet } },
    steps: [
      {
        statement: returnSheetStatement(deps.db, { sheet, id, campaignId: campaign.id, now }),
        changes: 1,
      },
    ],
    now,
  });
}

export const undoReturn: NonNullable<ActKind['undo']> = async (
  { db },
  { subject: id, after },
  { campaign },
) => {
  const sheet = Number(after.sheet);
  const statement = returnSheetStatement(db, { sheet, id, campaignId: campaign.id, now: null });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0, after: { sheet } };
};
