import { sha256, utf8 } from '../platform/crypto/bytes.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { canonicalText, mostKitBytes } from './canonical-rules.ts';
import { changesBetween, entriesOf, type KitChanges, keptAgainst } from './changes.ts';
import type { Json } from './json-rules.ts';
import { type KitParent, keepParentStatement } from './parent-store.ts';
import { checkKit, namesIn, type Sections } from './parse.ts';
import type { KitProblem } from './problems.ts';
import type { Kit, KitSection } from './section.ts';
import { anyOrderStatement, isTakenBack, takeBackStatement } from './trial-store.ts';
import { keepVersionStatement } from './version-store.ts';

export type OpenOptions = {
  sections: Sections;
  now: Date;
  /** Whether an action may close at once, because its last day has passed. */
  closeNow?: boolean;
  /** Who opens it, and what they say about it: kept with the version. A command where nobody is named. */
  actor?: string;
  note?: string;
  /** Sections that write nothing, because what they hold is shared with others and stays as it is. */
  leaves?: (section: KitSection) => boolean;
  /** What it was made of, to be kept with it. */
  parent?: KitParent | null;
};

/** The kit, or everything that is wrong with it: in the file, and in the database where there is one. */
export async function checkToOpen(
  db: D1Database | null,
  json: unknown,
  { sections, now, closeNow = false }: OpenOptions,
): Promise<Result<Kit, KitProblem[]>> {
  const checked = checkKit(json, sections, now);
  if (!checked.ok) return checked;
  const kit = checked.value;
  if (utf8(canonicalText(json as Json, kit)).length > mostKitBytes) {
    return err([{ path: 'the whole file', message: 'must not be longer than 1 MB' }]);
  }
  const problems = await Promise.all(
    sections.flatMap((section) => [
      ...(db ? [section.refusals(kit, { db, kit })] : []),
      ...(closeNow ? [] : [section.closings(kit, { db, kit, now })]),
    ]),
  );
  return problems.flat().length > 0 ? err(problems.flat()) : checked;
}

/** Opens a campaign from its file, or brings it up to the file. A wrong kit changes nothing. */
export async function openKit(
  db: D1Database,
  json: unknown,
  options: OpenOptions,
): Promise<Result<KitChanges, KitProblem[]>> {
  const opening = await prepareOpening(db, json, options);
  if (!opening.ok) return opening;
  return ok(opening.value.read(await db.batch([...opening.value.statements])));
}

export type PreparedOpening = {
  kit: Kit;
  /** SHA-256 of the kit's canonical text. */
  hash: string;
  /** To be run in one batch, in this order. */
  statements: readonly D1PreparedStatement[];
  /** What their results say. */
  read: (results: D1Result[]) => KitChanges;
};

/** What opens a kit, for a batch that does more than that. */
export async function prepareOpening(
  db: D1Database,
  json: unknown,
  options: OpenOptions,
): Promise<Result<PreparedOpening, KitProblem[]>> {
  const checked = await checkToOpen(db, json, options);
  if (!checked.ok) return checked;
  const kit = checked.value;
  const { snapshot, changes } = statementsOf(db, kit, options);
  const text = canonicalText(json as Json, kit);
  const hash = sha256(text);
  const { now: at, actor = 'command', note = '', parent } = options;
  const parents = parent ? [keepParentStatement(db, parent)] : [];
  const kept = keepVersionStatement(db, kit.campaign.slug, { kit: text, hash, at, actor, note });
  return ok({
    kit,
    hash,
    statements: [...snapshot, ...changes, ...parents, kept, ...snapshot],
    read(results) {
      const after = entriesOf(results.slice(-snapshot.length));
      return {
        changes: changesBetween(entriesOf(results.slice(0, snapshot.length)), after),
        kept: keptAgainst(
          options.sections.flatMap((section) => section.entries(kit)),
          after,
        ),
      };
    },
  });
}

/** What opening a kit reads and writes. */
function statementsOf(db: D1Database, kit: Kit, { sections, now, leaves }: OpenOptions) {
  const content = Object.assign({}, ...sections.map((section) => section.content(kit)));
  const opening = { db, kit, names: namesIn(kit, sections), content, now };
  const ordered = inOrder(sections).filter((section) => !leaves?.(section));
  return {
    snapshot: sections.flatMap((section) => section.snapshot(kit, { db, kit })),
    changes: [
      ...ordered.flatMap((section) => section.open(kit, opening)),
      ...ordered.flatMap((section) => section.finish(kit, opening)),
    ],
  };
}

/**
 * What opens a kit of which nothing is stored, and what takes all of it back. In one batch, what stands between sees the
 * campaign as it would be, and nobody else does.
 */
export function tryStatements(db: D1Database, kit: Kit, options: OpenOptions) {
  const backwards = inOrder(options.sections).toReversed();
  return {
    before: [anyOrderStatement(db), ...statementsOf(db, kit, options).changes],
    after: backwards.flatMap((section) => section.takeBack(kit, { db, kit })),
  };
}

/**
 * Opens a kit that was checked, and takes it back: the last statement fails, and with it the batch. What the database
 * refuses for a reason that no section knows of is found before it is opened.
 */
export async function tryToOpen(
  db: D1Database,
  kit: Kit,
  options: OpenOptions,
): Promise<Result<Kit, KitProblem[]>> {
  const { changes } = statementsOf(db, kit, options);
  try {
    await db.batch([...changes, takeBackStatement(db)]);
  } catch (error) {
    if (isTakenBack(error)) return ok(kit);
    const said = error instanceof Error ? error.message : String(error);
    return err([{ path: 'kit', message: `cannot be stored as it is. The database says: ${said}` }]);
  }
  throw new Error('a trial was not taken back');
}

/** Each after those that it needs, otherwise in the order of the list. */
function inOrder(sections: Sections): KitSection[] {
  const ordered = new Set<KitSection>();
  const place = (section: KitSection) => {
    if (ordered.has(section)) return;
    section.needs.forEach(place);
    ordered.add(section);
  };
  sections.forEach(place);
  return [...ordered].filter((section) => sections.includes(section));
}
