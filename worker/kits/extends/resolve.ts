import * as z from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { slug } from '../atoms.ts';
import { explain, problemsIn } from '../issue-words.ts';
import { changesOf, isGroup, type Json, type JsonObject, pathText } from '../json-rules.ts';
import type { KitProblem } from '../problems.ts';
import { slugsInAddresses, withSlugs } from '../renaming-rules.ts';
import { hashOf } from './hash.ts';
import { lockedBy, lockPath, namesEntriesOf } from './lock-rules.ts';
import { applyPatch, removal, replacement } from './patch-rules.ts';

/** A kit of which others can be made, or that is made of another. What is not in these keys is the kit or the patch. */
const header = z.object({
  extends: z
    .strictObject({
      from: z.string().min(1).max(500),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the parent, 64 digits of 0-9 and a-f'),
    })
    .optional(),
  locks: z
    .array(z.string().refine((text) => lockPath(text) !== null, 'must be a path such as campaign.facts'))
    .max(200)
    .optional(),
  slugs: z.record(z.string(), slug).optional(),
});

/** More than that would be hard to follow for whoever has to say what a kit holds. */
export const mostLevels = 5;

/** In `from`: the template that the program comes with, wherever the file lies. */
export const shippedTemplate = 'template';

/** A file, where it was read. `at` is its address, or its path. */
export type KitFile = { json: Json; at: string };

/** Reads the parent that a file names: the one with this hash, wherever it is kept. */
export type ReadParent = (
  parent: { from: string; sha256: string },
  child: string,
) => Promise<Result<KitFile, string>>;

export type Resolved = {
  kit: JsonObject;
  /** Of all levels above. */
  locks: string[];
  /** The parent's kit, of which this one is made; null for one that stands alone. */
  parent: { kit: JsonObject; locks: string[]; from: string; sha256: string } | null;
  /** What its petitions, surveys, events and budget comparisons are called, by their names in the parent. */
  slugs: Record<string, string>;
};

/**
 * The kit as it is checked and opened. It gets names of its own only here, so that a change of the parent still finds
 * what it changes.
 */
export function wholeKit({ kit, parent, slugs }: Resolved): JsonObject {
  const named = withSlugs(kit, new Map(Object.entries(slugs)));
  if (!parent) return named;
  const from = shownName(parent.from);
  const others = Object.keys(slugs).length > 0 ? { slugs } : {};
  return { ...named, made_of: { from, sha256: parent.sha256, ...others } };
}

/** Without the folders of a file, and without what an address says beside its place: pages may show it. */
function shownName(from: string): string {
  if (!/^https?:/.test(from)) return from.split(/[\\/]/).at(-1) ?? from;
  const { origin, pathname } = new URL(from);
  return origin + pathname;
}

/**
 * The whole kit of a file that may be made of others. A change of what a parent locks is refused with its path. The
 * kit itself is not checked here.
 */
export async function resolveKit(
  file: KitFile,
  readParent: ReadParent,
  above: readonly string[] = [],
): Promise<Result<Resolved, KitProblem[]>> {
  if (!isGroup(file.json)) return refused('', 'must be a group in braces');
  const read = header.safeParse(file.json, { error: explain });
  if (!read.success) {
    return err(problemsIn(read.error.issues, ''));
  }
  const { extends: parent, locks = [], slugs = {} } = read.data;
  const patch = Object.fromEntries(Object.entries(file.json).filter(([key]) => !(key in header.shape)));
  if (!parent) {
    const lost = lostLocks(patch, locks);
    if (lost.length > 0) return err(lost);
    return Object.keys(slugs).length > 0
      ? refused('slugs', 'gives other names to what another kit has, and this one extends none')
      : ok({ kit: patch, locks, slugs, parent: null });
  }
  const seen = [...above, file.at];
  if (seen.length > mostLevels)
    return refused('extends', `goes through more than ${mostLevels} levels of kits`);
  const found = await readParent(parent, file.at);
  if (!found.ok) return refused('extends', found.error);
  if (seen.includes(found.value.at)) return refused('extends', `${found.value.at} is made of itself`);
  const hash = hashOf(found.value.json);
  if (hash !== parent.sha256) {
    return refused('extends.sha256', `is not the hash of ${parent.from}, which is ${hash}`);
  }
  const whole = await resolveKit(found.value, readParent, seen);
  if (!whole.ok) return inParent(whole.error, parent.from);
  return joined(whole.value, { patch, locks, slugs, parent });
}

type Child = {
  patch: JsonObject;
  locks: string[];
  slugs: Record<string, string>;
  parent: { from: string; sha256: string };
};

function joined(above: Resolved, { patch, locks, slugs, parent }: Child): Result<Resolved, KitProblem[]> {
  const kit = applyPatch(above.kit, patch);
  if (!isGroup(kit)) return refused('', 'takes the whole kit out');
  const left = markersIn(kit);
  if (left.length > 0) return err(left);
  const locked = lockedChanges(above.kit, kit, above.locks);
  if (locked.length > 0) {
    return err(
      locked.map((path) => ({ path, message: `is locked by ${parent.from}: it cannot be changed` })),
    );
  }
  const lost = lostLocks(kit, locks);
  if (lost.length > 0) return err(lost);
  const known = slugsInAddresses(kit);
  const unknown = Object.keys(slugs).filter((one) => !known.includes(one));
  if (unknown.length > 0) {
    return err(
      unknown.map((one) => ({
        path: `slugs.${one}`,
        message: `names no page of the kit: ${known.join(', ')}`,
      })),
    );
  }
  return ok({
    kit,
    slugs,
    locks: [...new Set([...above.locks, ...locks])],
    parent: { ...parent, kit: above.kit, locks: above.locks },
  });
}

function lostLocks(kit: JsonObject, locks: readonly string[]): KitProblem[] {
  return locks.flatMap((lock, at) =>
    namesEntriesOf(kit, lock) ? [] : [{ path: `locks[${at}]`, message: `names nothing of the kit: ${lock}` }],
  );
}

/** The paths of what differs although it is locked. */
export function lockedChanges(before: Json, after: Json, locks: readonly string[]): string[] {
  return changesOf(before, after)
    .filter(lockedBy(locks))
    .map(({ path }) => pathText(path));
}

/** A key that only means something in a patch, in a place where nothing was to be patched. */
function markersIn(value: Json | undefined, path = ''): KitProblem[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => markersIn(one, `${path}[${at}]`));
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return key === removal || key === replacement
      ? [{ path: here, message: 'has nothing to take out or to replace: the parent has no such entry' }]
      : markersIn(one, here);
  });
}

const refused = (path: string, message: string) => err([{ path, message }]);

function inParent(problems: KitProblem[], from: string): Result<never, KitProblem[]> {
  return err(problems.map(({ path, message }) => ({ path: `${from}: ${path}`, message })));
}
