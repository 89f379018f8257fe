import * as z from 'zod';
import { slug } from '../atoms.ts';
import { isGroup, isSame, type Json, type JsonObject } from '../json-rules.ts';
import { findParent, type KitParent } from '../parent-store.ts';
import type { KitProblem } from '../problems.ts';
import { withSlugs } from '../renaming-rules.ts';
import { lockedChanges } from './resolve.ts';

/** Which kit this one was made of. The campaign remembers it. */
export const madeOfSchema = z
  .strictObject({
    from: z.string().min(1).max(500),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 digits of 0-9 and a-f'),
    slugs: z.record(z.string().max(60), slug).optional(),
  })
  .describe(
    'The kit that this one extends, its hash, and other names for its pages. It is written in when the kit is put together',
  );

export type MadeOf = z.infer<typeof madeOfSchema>;

/** Null for a kit that stands alone. */
export function madeOf(json: Json | undefined): MadeOf | null {
  const read = madeOfSchema.safeParse(isGroup(json) ? json.made_of : undefined);
  return read.success ? read.data : null;
}

/** The parent as it looks from the kit that was made of it: with that kit's names in addresses. */
export function seenFrom({ slugs = {} }: Pick<MadeOf, 'slugs'>, kit: JsonObject): JsonObject {
  return withSlugs(kit, new Map(Object.entries(slugs)));
}

const mustStay = 'says what the campaign was made of: it cannot be changed here';

/** What the parent of a campaign does not allow its kit to say. `before` is what is public, or what it started from. */
export async function parentProblems(
  db: D1Database,
  { before, json }: { before: Json | undefined; json: Json },
): Promise<KitProblem[]> {
  const [was, is] = [madeOf(before), madeOf(json)];
  if (!is) return was ? [{ path: 'made_of', message: mustStay }] : [];
  const parent = await findParent(db, is.sha256);
  if (!parent) return sameParent(was, is) ? [] : [{ path: 'made_of', message: mustStay }];
  return lockedIn(parent, is, json);
}

const sameParent = (a: MadeOf | null, b: MadeOf) => a !== null && isSame({ ...a } as Json, { ...b } as Json);

function lockedIn({ kit, locks }: KitParent, made: MadeOf, json: Json): KitProblem[] {
  return lockedChanges(seenFrom(made, kit), json, locks).map((path) => ({
    path,
    message: `is locked by ${made.from}: it cannot be changed`,
  }));
}
