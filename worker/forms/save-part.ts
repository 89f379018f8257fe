import {
  type Around,
  type FormPage,
  type Part,
  partOf,
  type ToolResult,
  withValueAt,
} from '../kits/form-rules.ts';
import type { Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { readWorking, type Saved, type SaveRefusal, saveDraft } from '../writing/drafts.ts';
import type { Clash } from './clash-words.ts';
import { findPlace, type Place } from './place-rules.ts';
import { findList, type Held, listStepIn, type Posted, readForm, withListStep } from './read-rules.ts';

export type SavingPart = {
  campaign: ConsoleCampaign;
  actor: string;
  now: Date;
  /** The version of the draft from which the form was made. */
  expectedVersion: number;
  page: FormPage;
  /** '' for the page itself. */
  entry: string;
  posted: Posted;
  /** The button of a list that was pressed. */
  pressed: string | undefined;
  around: Pick<Around, 'published' | 'kept'>;
  /** The tool whose button was pressed, with its files. */
  tool: ((part: Part, around: Around) => ToolResult) | null;
  sections: Sections;
};

export type PartRefusal = {
  reason: Exclude<SaveRefusal['reason'], 'no-kit'> | 'no-place' | 'stays' | 'taken-out';
  /** What was typed, to be shown again; null where its place is gone. */
  place: Place | null;
  version: number;
  /** Where another organizer wrote in the same places. */
  clash: Clash | null;
  /** What must stay as it is. */
  held: readonly Held[];
};

/** Puts one form into the draft, whether it is right or not: only publishing checks the kit. */
export async function savePart(
  deps: Deps,
  saving: SavingPart,
): Promise<Result<Saved & { place: Place; made: ToolResult | null }, PartRefusal>> {
  const { campaign, actor, now, expectedVersion, page, sections } = saving;
  let read: Place | null = null;
  let made: ToolResult | null = null;
  let refused: PartRefusal | null = null;
  const json = (shown: Json): Json => {
    read = placeIn(shown, saving);
    if (!read) return shown;
    const held: Held[] = [];
    const typed = changedPart(read, saving, held);
    const kit = partOf(withValueAt(shown, read.around.path, typed));
    const around = { ...read.around, kit };
    if (held.length > 0) {
      const place = placeIn(kit as Json, saving);
      refused = { reason: 'stays', place, version: expectedVersion, clash: null, held };
      return shown;
    }
    made = saving.tool?.(typed, around) ?? null;
    return withValueAt(shown, read.around.path, made?.part ?? typed) as Json;
  };
  const saved = await saveDraft(deps, {
    campaign,
    expectedVersion,
    part: page.slug,
    actor,
    now,
    sections,
    json,
  });
  if (saved.ok && refused) return err(refused);
  const place = read as Place | null;
  if (saved.ok && place) {
    const now = placeIn(saved.value.json, saving) ?? place;
    return ok({ ...saved.value, place: now, made: made as ToolResult | null });
  }
  if (!saved.ok && saved.error.reason === 'conflict') {
    const { merged, mine, version } = saved.error;
    const isThere = placeIn(merged, saving) !== null;
    return err({
      reason: isThere ? 'conflict' : 'taken-out',
      place: placeIn(mine, saving),
      // Where the other organizer took the page's entry out, only the earlier version still has its place.
      version: isThere ? version : expectedVersion,
      clash: saved.error,
      held: [],
    });
  }
  const working = await readWorking(deps.db, campaign.id, sections);
  const again = working ? placeIn(json(working.json), saving) : null;
  const reason = saved.ok || saved.error.reason === 'no-kit' ? 'no-place' : saved.error.reason;
  return err({ reason, place: again, version: working?.version ?? 0, clash: null, held: [] });
}

function placeIn(kit: Json, { page, entry, around }: SavingPart): Place | null {
  return findPlace(page, entry, { ...around, kit: partOf(kit) });
}

function changedPart({ fields, part, around }: Place, { posted, pressed }: SavingPart, held: Held[]): Part {
  const typed = readForm(fields, posted, part, { around, held });
  const step = listStepIn(pressed);
  const list = step && findList(fields, typed, { around, name: step.list });
  return step && list ? withListStep(typed, step, list) : typed;
}
