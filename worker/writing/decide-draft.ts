import { standing } from '../kits/as-it-stands.ts';
import { type Conflict, mergeOf } from '../kits/merge-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { findKitVersion } from '../kits/version-store.ts';
import { type ActRefusal, commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { day } from '../platform/time/clock.ts';
import {
  endDraftStatement,
  findSave,
  readDraft,
  rebaseStatements,
  saveDraftStatements,
  setLinkStatement,
  setPublishTimeStatement,
  takeUpDraftStatement,
} from './draft-store.ts';
import { readPublic, readWorking, saveDraft } from './drafts.ts';
import type { PublishOptions } from './publish.ts';

type Deciding = {
  campaign: Pick<ConsoleCampaign, 'id' | 'slug'>;
  /** Of the draft, as the organizer saw it. */
  version: number;
  actor: string;
  now: Date;
};

type Done = Result<{ id: string }, ActRefusal>;

const changed = err({ reason: 'changed-meanwhile' } as const);

export async function throwAway(deps: Deps, { campaign, version, actor, now }: Deciding): Promise<Done> {
  const draft = await readDraft(deps.db, campaign.id);
  if (!draft) return changed;
  const statement = endDraftStatement(deps.db, { draftId: draft.id, version, state: 'thrown-away', now });
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'throw-draft-away',
      subject: campaign.slug,
      before: { draft: draft.id, version, hash: draft.hash },
    },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

export const undoThrow: NonNullable<ActKind['undo']> = async ({ db }, { before }, { campaign }) => {
  if (await readDraft(db, campaign.id)) return null;
  const statement = takeUpDraftStatement(db, String(before.draft));
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
};

/** `at` null: it is not published by itself. */
export async function setPublishTime(
  deps: Deps,
  { campaign, version, actor, now, at, options }: Deciding & { at: Date | null; options: PublishOptions },
): Promise<Done> {
  const draft = await readDraft(deps.db, campaign.id);
  if (!draft || draft.version !== version) return changed;
  const to = at && { at, actor, options: JSON.stringify(options) };
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: at ? 'schedule-draft' : 'unschedule-draft',
      subject: campaign.slug,
      before: { draft: draft.id, hash: draft.hash },
      after: { draft: draft.id, at: at?.toISOString() ?? null },
    },
    steps: [
      {
        statement: setPublishTimeStatement(deps.db, { draftId: draft.id, from: draft.publishAt, to }),
        changes: 1,
      },
    ],
    now,
  });
}

export const undoSchedule: NonNullable<ActKind['undo']> = async ({ db }, { after }, { campaign }) => {
  const draft = await readDraft(db, campaign.id);
  if (!draft || draft.id !== after.draft || draft.publishAt?.toISOString() !== after.at) return null;
  const statement = setPublishTimeStatement(db, { draftId: draft.id, from: draft.publishAt, to: null });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
};

const linkLasts = 14 * day;

/** Makes a private link to the draft, or ends it. Links made before end with either. */
export async function setLink(
  deps: Deps,
  { campaign, actor, now, isOn }: Omit<Deciding, 'version'> & { isOn: boolean },
): Promise<Done> {
  const draft = await readDraft(deps.db, campaign.id);
  if (!draft) return changed;
  const { generation } = draft.link;
  const until = isOn ? new Date(now.getTime() + linkLasts) : null;
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: isOn ? 'share-draft' : 'end-draft-link',
      subject: campaign.slug,
      after: { draft: draft.id, until: until?.toISOString() ?? null },
    },
    steps: [{ statement: setLinkStatement(deps.db, { draftId: draft.id, generation, until }), changes: 1 }],
    now,
  });
}

/** Takes into the draft what became public since it was started. Where both changed a place, `takesTheirs` says whose. */
export async function takeIn(
  deps: Deps,
  {
    campaign,
    version,
    actor,
    now,
    sections,
    takesTheirs,
  }: Deciding & { sections: Sections; takesTheirs: boolean | null },
): Promise<Result<{ id: string }, ActRefusal | { reason: 'conflict'; conflicts: Conflict[] }>> {
  const { db } = deps;
  const draft = await readDraft(db, campaign.id);
  if (!draft || draft.version !== version) return changed;
  const [first, shown] = await Promise.all([
    findSave(db, draft.id, 1),
    readPublic(db, campaign.id, sections),
  ]);
  if (!first || !shown) return changed;
  const ours = mergeOf(first.json, draft.json, shown.json);
  if (ours.conflicts.length > 0 && takesTheirs === null) {
    return err({ reason: 'conflict', conflicts: ours.conflicts });
  }
  const merged = takesTheirs === false ? mergeOf(first.json, shown.json, draft.json).merged : ours.merged;
  const kit = `${JSON.stringify(merged, null, 2)}\n`;
  const save = { kit, hash: sha256(kit), part: 'public', at: now, actor };
  const [saved, ...others] = saveDraftStatements(db, { draftId: draft.id, from: version }, save);
  const base = { kit: shown.text, hash: sha256(shown.text) };
  const [moved, ...rebased] = rebaseStatements(
    db,
    { draftId: draft.id, version: version + 1, number: shown.number },
    base,
  );
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'take-in-public',
      subject: campaign.slug,
      before: { draft: draft.id, version, hash: draft.hash },
      after: { draft: draft.id, version: version + 1, hash: save.hash },
    },
    steps: [{ statement: saved, changes: 1 }, ...others, { statement: moved, changes: 1 }, ...rebased],
    now,
  });
}

/** Puts an earlier version into the draft. What people decided since, such as a closing, stays. */
export async function restoreVersion(
  deps: Deps,
  {
    campaign,
    number,
    actor,
    now,
    sections,
  }: Omit<Deciding, 'version'> & { number: number; sections: Sections },
) {
  const { db } = deps;
  const earlier = await findKitVersion(db, campaign.id, number);
  const working = await readWorking(db, campaign.id, sections);
  if (!earlier || !working) return err({ reason: 'gone' } as const);
  const { json } = await standing(db, { campaignId: campaign.id, kit: earlier.kit, sections });
  const part = 'version';
  const expectedVersion = working.version;
  return saveDraft(deps, { campaign, expectedVersion, part, actor, now, sections, json });
}
