import { err, ok, type Result } from '../platform/result.ts';
import { changesBetween, entriesOf, type KitChanges, keptAgainst } from './changes.ts';
import { checkKit, namesIn, type Sections } from './parse.ts';
import type { KitProblem } from './problems.ts';
import type { KitSection } from './section.ts';

/** Opens a campaign from its file, or brings it up to the file. A wrong kit changes nothing. */
export async function openKit(
  db: D1Database,
  json: unknown,
  { sections, now }: { sections: Sections; now: Date },
): Promise<Result<KitChanges, KitProblem[]>> {
  const checked = checkKit(json, sections);
  if (!checked.ok) return checked;
  const kit = checked.value;
  const refused = await Promise.all(sections.map((section) => section.refusals(kit, { db, kit })));
  if (refused.flat().length > 0) return err(refused.flat());

  const content = Object.assign({}, ...sections.map((section) => section.content(kit)));
  const opening = { db, kit, names: namesIn(kit, sections), content, now };
  const snapshot = sections.flatMap((section) => section.snapshot(kit, { db, kit }));
  const ordered = inOrder(sections);
  const results = await db.batch([
    ...snapshot,
    ...ordered.flatMap((section) => section.open(kit, opening)),
    ...ordered.flatMap((section) => section.finish(kit, opening)),
    ...snapshot,
  ]);
  const after = entriesOf(results.slice(-snapshot.length));
  return ok({
    changes: changesBetween(entriesOf(results.slice(0, snapshot.length)), after),
    kept: keptAgainst(
      sections.flatMap((section) => section.entries(kit)),
      after,
    ),
  });
}

/** Each after those that it needs, otherwise as the list has them. */
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
