import type * as z from 'zod';
import type { Language, Text } from '../../web/language.ts';
import type { KitEntry, StoredEntry } from './changes.ts';
import type { KitForms } from './form-rules.ts';
import type { JsonObject } from './json-rules.ts';
import type { Names, NamesGiven } from './names.ts';
import { type KitProblem, part } from './problems.ts';

/** A valid kit. Each section reads its part with its own `of`. */
export type Kit = { languages: Language[]; campaign: { slug: string } };

type Shape = z.ZodRawShape;
type None = Record<never, z.ZodType>;
type Parsed<Keys extends Shape> = { [Key in keyof Keys]: z.output<Keys[Key]> };
type PartOf<Keys extends Shape, InCampaign extends Shape> = Parsed<Keys> & {
  languages: Kit['languages'];
  campaign: Kit['campaign'] & Parsed<InCampaign>;
};

export type Stored = { db: D1Database; kit: Kit };

/** `db` is null where there is none yet. */
export type Closing = { db: D1Database | null; kit: Kit; now: Date };

export type Opening = Stored & {
  names: Names;
  /** What all sections put into the content of the campaign. */
  content: Record<string, unknown>;
  now: Date;
};

/** A text that people sign, as a kit has it. `path` is where in the file. */
export type SignedText = {
  slug: string;
  path: string;
  text: { title: Text; ask: Text; body: Text };
  /** Words that people answer, by their place in it: they keep their meaning once somebody has answered. */
  answered?: ReadonlyMap<string, Text>;
};

/** What is stored of a kit's entries, by their labels, and the clock of the city. */
export type StoredKit = { entries: ReadonlyMap<string, StoredEntry['fields']>; timeZone: string };

type Parts<Part, Skeleton> = {
  /** Sections whose rows must exist before the rows of this one. */
  needs?: readonly KitSection[];
  /** The names that other sections may refer to. */
  names?: (skeleton: Skeleton) => NamesGiven[];
  /** Problems across values, such as an unknown name or dates out of order. */
  references?: (skeleton: Skeleton, names: Names) => KitProblem[];
  /** Problems of a kit whose schema and references are valid. */
  check?: (part: Part) => KitProblem[];
  /** Problems of a valid kit on this day, such as a check that is said to have been made tomorrow. */
  dated?: (part: Part, now: Date) => KitProblem[];
  /** Problems with the stored data, such as a slug that another campaign has. */
  refusals?: (part: Part, stored: Stored) => Promise<KitProblem[]>;
  /** What would close with the next cron, because its last day has passed. Asked unless that is wanted. */
  closings?: (part: Part, closing: Closing) => Promise<KitProblem[]>;
  /** Keys of the campaign's content, for data without a table. */
  content?: (part: Part) => Record<string, unknown>;
  /** In one batch with the statements of all sections. */
  open?: (part: Part, opening: Opening) => D1PreparedStatement[];
  /** In the same batch, after the `open` of every section. */
  finish?: (part: Part, opening: Opening) => D1PreparedStatement[];
  /** What deletes all that `open` and `finish` have made of a kit of which nothing was stored before. */
  takeBack?: (part: Part, stored: Stored) => D1PreparedStatement[];
  /** The entries that the kit makes, by the labels of the snapshot. */
  entries?: (part: Part) => KitEntry[];
  /** Rows of `label` and `fields` (a JSON object): what is stored, read before and after to tell what changed. */
  snapshot?: (part: Part, stored: Stored) => D1PreparedStatement[];
  /** The file with what people decided elsewhere since it was opened, such as an action that was closed. */
  asItStands?: (json: JsonObject, part: Part, stored: StoredKit) => JsonObject;
  /** The texts that people sign. After the first signature, an edit says what was changed. */
  texts?: (part: Part) => SignedText[];
};

/** A feature's part of a kit: its schema, its checks, and how it is stored. */
export type KitSection = Required<Parts<Kit, unknown>> & {
  /** Pages on which organizers edit it, imported when somebody does. */
  forms: () => Promise<KitForms>;
  /** Keys of the file and keys inside its `campaign`. The file has no others. */
  keys: Shape;
  inCampaign: Shape;
};

type Definition<Keys extends Shape, InCampaign extends Shape, Skeleton extends Shape> = Parts<
  PartOf<Keys, InCampaign>,
  Parsed<Skeleton>
> & {
  keys?: Keys;
  inCampaign?: InCampaign;
  /** Reads the names and references of a file that may be broken, as far as possible: see problems.ts. */
  skeleton?: Skeleton;
  /**
   * Pages on which organizers edit it, imported when somebody does. A key of the schema without a field can only be
   * edited in the file.
   */
  forms?: () => Promise<KitForms>;
};

/** A section whose functions get its part as its own schemas parse it. */
export function kitSection<
  Keys extends Shape = None,
  InCampaign extends Shape = None,
  Skeleton extends Shape = None,
>(
  definition: Definition<Keys, InCampaign, Skeleton>,
): KitSection & { of: (kit: Kit) => PartOf<Keys, InCampaign> } {
  const { names, references, check, dated, refusals, closings, content, open, finish, entries, snapshot } =
    definition;
  const { asItStands, texts, takeBack } = definition;
  // The schema of the whole kit is made of the sections' schemas, so a valid kit has this type.
  const of = (kit: Kit) => kit as PartOf<Keys, InCampaign>;
  const skeleton = part(definition.skeleton ?? {});
  const skeletonOf = (json: unknown) => skeleton.parse(json) as Parsed<Skeleton> | null;
  return {
    of,
    forms: definition.forms ?? (async () => ({ pages: [] })),
    needs: definition.needs ?? [],
    keys: definition.keys ?? {},
    inCampaign: definition.inCampaign ?? {},
    names(json) {
      const sound = skeletonOf(json);
      return (sound && names?.(sound)) ?? [];
    },
    references(json, known) {
      const sound = skeletonOf(json);
      return (sound && references?.(sound, known)) ?? [];
    },
    check: (kit) => check?.(of(kit)) ?? [],
    dated: (kit, now) => dated?.(of(kit), now) ?? [],
    refusals: async (kit, stored) => (await refusals?.(of(kit), stored)) ?? [],
    closings: async (kit, closing) => (await closings?.(of(kit), closing)) ?? [],
    content: (kit) => content?.(of(kit)) ?? {},
    open: (kit, opening) => open?.(of(kit), opening) ?? [],
    finish: (kit, opening) => finish?.(of(kit), opening) ?? [],
    takeBack: (kit, stored) => takeBack?.(of(kit), stored) ?? [],
    entries: (kit) => entries?.(of(kit)) ?? [],
    snapshot: (kit, stored) => snapshot?.(of(kit), stored) ?? [],
    asItStands: (json, kit, stored) => asItStands?.(json, of(kit), stored) ?? json,
    texts: (kit) => texts?.(of(kit)) ?? [],
  };
}
