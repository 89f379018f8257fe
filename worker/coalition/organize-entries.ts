import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { type Entry, type EntryState, entryStates, mostOfDay, type NewEntry } from './entry-rules.ts';
import { addEntryStatement, changeStateStatement, entryQuery } from './entry-store.ts';

type By = { campaign: { id: number; slug: string }; actor: string; now: Date };

/** An organizer adds an entry: the campaign's own, or an idea that a partner had. */
export function addByOrganizer(
  deps: Deps,
  {
    entry,
    partnerId,
    language,
    campaign,
    actor,
    now,
  }: By & { entry: NewEntry; partnerId: number | null; language: 'en' | 'es' },
) {
  const id = newId(now);
  const added = { ...entry, id, campaignId: campaign.id, partnerId, language, now };
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'add-coalition-entry', subject: id, after: { list: entry.kind } },
    steps: [{ statement: addEntryStatement(deps.db, added, { mostOfDay }), changes: 1 }],
    now,
  });
}

const actOf = {
  done: 'finish-coalition-entry',
  open: 'reopen-coalition-entry',
  off: 'take-off-coalition-entry',
} as const;

export function changeByOrganizer(
  deps: Deps,
  { entry, from, to, campaign, actor, now }: By & { entry: Entry; from: EntryState; to: EntryState },
) {
  const change = { id: entry.id, campaignId: campaign.id, from, to };
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: actOf[to],
      subject: entry.id,
      before: { state: from },
      after: { state: to },
    },
    steps: [{ statement: changeStateStatement(deps.db, change), changes: 1 }],
    now,
  });
}

type Undo = NonNullable<ActKind['undo']>;

/** Takes off what was added, unless it was changed since. */
export const undoAdding: Undo = async ({ db }, { subject: id }, { campaign }) => {
  const entry = await runQuery(db, entryQuery(db, { id, campaignId: campaign.id }));
  if (entry?.state !== 'open') return null;
  const change = { id, campaignId: campaign.id, from: 'open', to: 'off' } as const;
  const after = { state: 'off' };
  return { steps: [{ statement: changeStateStatement(db, change), changes: 1 }], count: 1, left: 0, after };
};

/** Another change that came later is undone first. */
export const undoChange: Undo = async ({ db }, { subject: id, before, after }, { campaign }) => {
  const [from, to] = [after.state, before.state].map((given) => entryStates.find((one) => one === given));
  const entry = await runQuery(db, entryQuery(db, { id, campaignId: campaign.id }));
  if (!from || !to || entry?.state !== from) return null;
  const change = { id, campaignId: campaign.id, from, to };
  const told = { count: 1, left: 0, before: { state: from }, after: { state: to } };
  return { steps: [{ statement: changeStateStatement(db, change), changes: 1 }], ...told };
};
