import { err, ok, type Result } from '../platform/result.ts';
import { changesBetween, entriesOf, type KitChanges, keptAgainst } from './changes.ts';
import { checkKit, namesIn, type Sections } from './parse.ts';
import type { KitProblem } from './problems.ts';
import type { Kit, KitSection } from './section.ts';
import { isTakenBack, takeBackStatement } from './trial-store.ts';

export type OpenOptions = {
  sections: Sections;
  now: Date;
  /** Whether an action may close at once, because its last day has passed. */
  closeNow?: boolean;
};

/** The kit, or everything that is wrong with it: in the file, and in the database where there is one. */
export async function checkToOpen(
  db: D1Database | null,
  json: unknown,
  { sections, now, closeNow = false }: OpenOptions,
): Promise<Result<Kit, KitProblem[]>> {
  const checked = checkKit(json, sections);
  if (!checked.ok) return checked;
  const kit = checked.value;
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
  const { sections } = options;
  const checked = await checkToOpen(db, json, options);
  if (!checked.ok) return checked;
  const kit = checked.value;
  const { snapshot, changes } = statementsOf(db, kit, options);
  const results = await db.batch([...snapshot, ...changes, ...snapshot]);
  const after = entriesOf(results.slice(-snapshot.length));
  return ok({
    changes: changesBetween(entriesOf(results.slice(0, snapshot.length)), after),
    kept: keptAgainst(
      sections.flatMap((section) => section.entries(kit)),
      after,
    ),
  });
}

/** What opening a kit reads and writes. */
function statementsOf(db: D1Database, kit: Kit, { sections, now }: OpenOptions) {
  const content = Object.assign({}, ...sections.map((section) => section.content(kit)));
  const opening = { db, kit, names: namesIn(kit, sections), content, now };
  const ordered = inOrder(sections);
  return {
    snapshot: sections.flatMap((section) => section.snapshot(kit, { db, kit })),
    changes: [
      ...ordered.flatMap((section) => section.open(kit, opening)),
      ...ordered.flatMap((section) => section.finish(kit, opening)),
    ],
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
