import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { type Decided, decideAskedStatement } from './asked-store.ts';
import { type Entry, type EntryKind, type EntryText, mostEntries } from './entry-rules.ts';
import {
  changeEntryStatement,
  insertEntryStatement,
  insertVersionStatement,
  newestVersion,
} from './entry-store.ts';
import { decidedKept, type HiddenReason } from './rules.ts';

export const toldKind = 'question-told';

type By = { campaign: { id: number; slug: string }; actor: string; now: Date };
/** A question as the organizer saw it. */
export type Seen = { id: string; campaignId: number; seen: number };

/** The decision, and the mail that tells the asker of it. */
function decisionSteps(db: D1Database, { id, campaignId, seen }: Seen, decided: Decided, now: Date): Step[] {
  const keptUntil = new Date(now.getTime() + decidedKept);
  const mail = { ref: id, kind: `${toldKind}:${seen + 1}` };
  return [
    { statement: decideAskedStatement(db, { id, campaignId, seen, decided, keptUntil }), changes: 1 },
    enqueueStatement(db, [mail], { now, cap: 1 }),
  ];
}

async function told<Done extends { ok: boolean }>(deps: Deps, done: Done): Promise<Done> {
  if (done.ok) await deps.wakeOutbox();
  return done;
}

/** Publishes an answer; with `asked`, to that question, whose asker is told. */
export async function publishEntry(
  deps: Deps,
  { kind, text, asked, campaign, actor, now }: By & { kind: EntryKind; text: EntryText; asked: Seen | null },
) {
  const { db } = deps;
  const id = newId(now);
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: asked ? 'answer-question' : 'write-entry', subject: asked?.id ?? id },
      before: { state: asked ? 'waiting' : 'none' },
      after: { entry: id, version: 1, ...(asked && { decision: asked.seen + 1 }) },
    },
    steps: [
      {
        statement: insertEntryStatement(db, {
          ...{ id, campaignId: campaign.id, kind, text, most: mostEntries, now },
        }),
        changes: 1,
      },
      insertVersionStatement(db, { entryId: id, version: 1, text, now }),
      ...(asked ? decisionSteps(db, asked, { to: 'answered', entryId: id }, now) : []),
    ],
    now,
  });
  return told(deps, done);
}

/** The question is like one that is answered already. */
export async function mergeQuestion(
  deps: Deps,
  { entry, asked, campaign, actor, now }: By & { entry: Entry; asked: Seen },
) {
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: 'merge-question', subject: asked.id },
      before: { state: 'waiting' },
      after: { entry: entry.id, decision: asked.seen + 1 },
    },
    steps: decisionSteps(deps.db, asked, { to: 'answered', entryId: entry.id }, now),
    now,
  });
  return told(deps, done);
}

export async function hideQuestion(
  deps: Deps,
  { reason, asked, campaign, actor, now }: By & { reason: HiddenReason; asked: Seen },
) {
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: 'hide-question', subject: asked.id, reason },
      before: { state: 'waiting' },
      after: { state: 'hidden', decision: asked.seen + 1 },
    },
    steps: decisionSteps(deps.db, asked, { to: 'hidden', reason }, now),
    now,
  });
  return told(deps, done);
}

/** Another version of an entry, as the organizer saw it. */
export async function editEntry(
  deps: Deps,
  { entry, text, campaign, actor, now }: By & { entry: Entry; text: EntryText },
) {
  const { db } = deps;
  const version = (await newestVersion(db, entry.id)) + 1;
  const [from, to] = [entry.changeId, newId(now)];
  return commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: entry.kind === 'myth' ? 'edit-myth' : 'edit-entry', subject: entry.id },
      before: { version: entry.version, change: from },
      after: { version, change: to },
    },
    steps: [
      {
        statement: changeEntryStatement(db, { id: entry.id, from, to, set: { version }, now }),
        changes: 1,
      },
      insertVersionStatement(db, { entryId: entry.id, version, text, now }),
    ],
    now,
  });
}

const turns = {
  question: { shown: 'show-entry', hidden: 'hide-entry' },
  myth: { shown: 'show-myth', hidden: 'hide-myth' },
} as const;

/** Takes an entry off the campaign's pages, or puts it back. */
export async function turnEntry(
  deps: Deps,
  { entry, to, campaign, actor, now }: By & { entry: Entry; to: 'shown' | 'hidden' },
) {
  const change = newId(now);
  return commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: turns[entry.kind][to], subject: entry.id },
      before: { state: entry.state, change: entry.changeId },
      after: { state: to, change },
    },
    steps: [
      {
        statement: changeEntryStatement(deps.db, {
          ...{ id: entry.id, from: entry.changeId, to: change, set: { state: to }, now },
        }),
        changes: 1,
      },
    ],
    now,
  });
}
