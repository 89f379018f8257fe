import { canonicalText } from './canonical-rules.ts';
import { entriesOf } from './changes.ts';
import type { Json, JsonObject } from './json-rules.ts';
import { parseKit, type Sections } from './parse.ts';
import { findKitVersion, findTimeZone } from './version-store.ts';

export type KitAsItStands = {
  json: Json;
  /** The canonical text, for a file. */
  text: string;
  /** Of the latest version. */
  number: number;
};

/**
 * The kit of a campaign with what people decided elsewhere since it was opened, such as an action that was closed. Opened
 * in another database it makes the same campaign. Null where no version was kept.
 */
export async function readAsItStands(
  db: D1Database,
  campaignId: number,
  sections: Sections,
): Promise<KitAsItStands | null> {
  const latest = await findKitVersion(db, campaignId);
  if (!latest) return null;
  const { number, kit } = latest;
  return { number, ...(await standing(db, { campaignId, kit, sections })) };
}

/** A version with what people decided elsewhere. */
export async function standing(
  db: D1Database,
  { campaignId, kit: text, sections }: { campaignId: number; kit: string; sections: Sections },
): Promise<{ json: Json; text: string }> {
  const json: JsonObject = JSON.parse(text);
  const parsed = parseKit(json, sections);
  // The formats have changed since: what is stored cannot be told apart from what the file says.
  if (!parsed.ok) return { json, text };
  const kit = parsed.value;
  const [timeZone, results] = await Promise.all([
    findTimeZone(db, campaignId),
    db.batch(sections.flatMap((section) => section.snapshot(kit, { db, kit }))),
  ]);
  const entries = new Map(entriesOf(results).map(({ label, fields }) => [label, fields]));
  const stored = { entries, timeZone };
  const now = sections.reduce((at, section) => section.asItStands(at, kit, stored), json);
  const reparsed = parseKit(now, sections);
  return { json: now, text: canonicalText(now, reparsed.ok ? reparsed.value : kit) };
}
