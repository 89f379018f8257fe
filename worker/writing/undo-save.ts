import { mergeOf } from '../kits/merge-rules.ts';
import type { ActKind } from '../organize/console-section.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import { findSave, readDraft, saveDraftStatements } from './draft-store.ts';

/** Takes a save back and keeps what was saved after it. Nothing is left to undo where that changed the same place. */
export const undoSave: NonNullable<ActKind['undo']> = async (
  { db },
  { before, after },
  { campaign, actor, now },
) => {
  const draft = await readDraft(db, campaign.id);
  if (!draft || draft.id !== after.draft) return null;
  const [earlier, saved] = await Promise.all(
    [before.version, after.version].map((version) => findSave(db, draft.id, Number(version))),
  );
  if (!earlier || !saved) return null;
  const { merged, conflicts } = mergeOf(saved.json, earlier.json, draft.json);
  if (conflicts.length > 0) return null;
  const kit = `${JSON.stringify(merged, null, 2)}\n`;
  const save = { kit, hash: sha256(kit), part: 'undo', at: now, actor };
  const [first, ...others] = saveDraftStatements(db, { draftId: draft.id, from: draft.version }, save);
  return {
    steps: [{ statement: first, changes: 1 }, ...others],
    count: 1,
    left: 0,
    before: { draft: draft.id, version: draft.version, hash: draft.hash },
    after: { draft: draft.id, version: draft.version + 1, hash: save.hash },
  };
};
