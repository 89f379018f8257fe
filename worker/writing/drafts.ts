import { readAsItStands } from '../kits/as-it-stands.ts';
import { mostKitBytes } from '../kits/canonical-rules.ts';
import { isSame, type Json } from '../kits/json-rules.ts';
import { type Conflict, mergeOf } from '../kits/merge-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { findKitVersion } from '../kits/version-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { waitForTurn } from '../platform/commit/take-turns.ts';
import { sha256, utf8 } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import {
  type Draft,
  findSave,
  readDraft,
  type Save,
  saveDraftStatements,
  startDraftStatements,
} from './draft-store.ts';

export { type Draft, readDraft } from './draft-store.ts';

type Campaign = Pick<ConsoleCampaign, 'id' | 'slug'>;

/** What an organizer edits: the open draft or, where there is none, what is public. */
export type Working = {
  draft: Draft | null;
  json: Json;
  /** For `expectedVersion` of a save; 0 where there is no draft yet. */
  version: number;
};

/**
 * Null where the campaign was opened before versions were kept, and has no draft. Its kit has to be opened again. With
 * `sections`, what people decided elsewhere is in it.
 */
export async function readWorking(
  db: D1Database,
  campaignId: number,
  sections?: Sections,
): Promise<Working | null> {
  const draft = await readDraft(db, campaignId);
  if (draft) return { draft, json: draft.json, version: draft.version };
  const shown = await readPublic(db, campaignId, sections);
  return shown && { draft: null, json: shown.json, version: 0 };
}

type PublicKit = { json: Json; text: string; number: number };

/** The kit that is public. */
export async function readPublic(
  db: D1Database,
  campaignId: number,
  sections: Sections | undefined,
): Promise<PublicKit | null> {
  if (sections) return readAsItStands(db, campaignId, sections);
  const latest = await findKitVersion(db, campaignId);
  return latest && { json: JSON.parse(latest.kit), text: latest.kit, number: latest.number };
}

export type SaveRefusal =
  /** Another organizer changed the same place. Nothing was stored. There `merged` has theirs and `mine` ours. */
  | { reason: 'conflict'; conflicts: Conflict[]; merged: Json; mine: Json; version: number; by: string }
  /** The draft was published or thrown away, or its version is too old to compare with. */
  | { reason: 'gone' }
  | { reason: 'no-kit' }
  | { reason: 'too-large' };

export type Saving = {
  campaign: Campaign;
  /** `version` of the Working that the form was made from. */
  expectedVersion: number;
  /** Which part, for the log: such as 'petitions'. A code, never what a person typed. */
  part: string;
  actor: string;
  now: Date;
  /** The whole kit as it should be, or how to make it from the one that the form was made from. */
  json: Json | ((shown: Json) => Json);
  /** A draft that this save starts has in it what people decided elsewhere. */
  sections?: Sections;
};

export type Saved = {
  version: number;
  /** The kit in the draft now. */
  json: Json;
  /** The id of the act; null where nothing was changed. */
  act: string | null;
  /** Another organizer has saved since the form was made, and what they changed was kept. */
  isMerged: boolean;
};

/**
 * Saves into the draft of a campaign, and starts it where there is none. What others have saved since the form was made
 * is kept. A draft may be unfinished: only publishing checks the kit.
 */
export async function saveDraft(deps: Deps, saving: Saving): Promise<Result<Saved, SaveRefusal>> {
  for (let tries = 1; ; tries += 1) {
    const saved = await saveOnce(deps, saving);
    if (saved) return saved;
    await waitForTurn(tries, 'the draft');
  }
}

/** Null where somebody else was faster: then it is tried again on what they saved. */
async function saveOnce(deps: Deps, saving: Saving): Promise<Result<Saved, SaveRefusal> | null> {
  const { db } = deps;
  const { campaign, expectedVersion, json } = saving;
  const draft = await readDraft(db, campaign.id);
  if (!draft) return expectedVersion === 0 ? start(deps, saving) : err({ reason: 'gone' });
  // Who saw no draft saw what is public: what the draft was when it was started.
  const shownVersion = Math.max(expectedVersion, 1);
  const shown = shownVersion === draft.version ? draft : await findSave(db, draft.id, shownVersion);
  if (!shown) return err({ reason: 'gone' });
  const ours = typeof json === 'function' ? json(shown.json) : json;
  const { merged, mine, conflicts } = mergeOf(shown.json, ours, draft.json);
  if (conflicts.length > 0) {
    const { version, savedBy: by } = draft;
    return err({ reason: 'conflict', conflicts, merged, mine, version, by });
  }
  const isMerged = shownVersion !== draft.version;
  if (isSame(merged, draft.json)) return ok({ version: draft.version, json: merged, act: null, isMerged });
  const save = saveOf(merged, saving);
  if (!save) return err({ reason: 'too-large' });
  const [first, ...others] = saveDraftStatements(db, { draftId: draft.id, from: draft.version }, save);
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor: saving.actor,
      kind: 'edit-draft',
      subject: saving.part,
      before: { draft: draft.id, version: draft.version, hash: draft.hash },
      after: { draft: draft.id, version: draft.version + 1, hash: save.hash },
    },
    steps: [{ statement: first, changes: 1 }, ...others],
    now: saving.now,
  });
  return done.ok ? ok({ version: draft.version + 1, json: merged, act: done.value.id, isMerged }) : null;
}

/** The first save is what is public, so that a second organizer's changes can be compared with it. */
async function start(deps: Deps, saving: Saving): Promise<Result<Saved, SaveRefusal> | null> {
  const { db } = deps;
  const { campaign, json, actor, now, sections } = saving;
  const latest = await readPublic(db, campaign.id, sections);
  const shown = latest?.json ?? null;
  if (shown === null && typeof json === 'function') return err({ reason: 'no-kit' });
  const ours = typeof json === 'function' ? json(shown) : json;
  if (shown !== null && isSame(shown, ours))
    return ok({ version: 0, json: ours, act: null, isMerged: false });
  const save = saveOf(ours, saving);
  if (!save) return err({ reason: 'too-large' });
  const first = latest ? { ...save, kit: latest.text, hash: sha256(latest.text), part: '' } : save;
  const id = newId(now);
  const version = latest ? 2 : 1;
  try {
    const done = await commitWithAct(deps, {
      act: {
        campaign,
        actor,
        kind: 'edit-draft',
        subject: saving.part,
        before: { draft: id, version: 1, hash: first.hash },
        after: { draft: id, version, hash: save.hash },
      },
      steps: [
        ...startDraftStatements(db, { id, campaignId: campaign.id, basedOn: latest?.number ?? 0 }, first),
        ...(latest ? saveDraftStatements(db, { draftId: id, from: 1 }, save) : []),
      ],
      now,
    });
    return done.ok ? ok({ version, json: ours, act: done.value.id, isMerged: false }) : null;
  } catch (error) {
    // Another organizer has started a draft at the same moment.
    if (String(error).includes('drafts.campaign_id')) return null;
    throw error;
  }
}

/** Null where it is larger than a kit may be. */
function saveOf(json: Json, { part, actor, now: at }: Saving): Save | null {
  const kit = `${JSON.stringify(json, null, 2)}\n`;
  return utf8(kit).length > mostKitBytes ? null : { kit, hash: sha256(kit), part, at, actor };
}
