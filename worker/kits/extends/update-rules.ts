import {
  type Change,
  changesOf,
  isGroup,
  isSame,
  type Json,
  type JsonObject,
  pathText,
  valueAt,
  withChange,
} from '../json-rules.ts';
import { lockedBy } from './lock-rules.ts';
import { patchOf } from './patch-rules.ts';
import type { Resolved } from './resolve.ts';

type Layer = Pick<Resolved, 'kit' | 'locks'>;

/** One difference of the parent, and what it means for the child. */
export type Offer = {
  change: Change;
  /** Such as `campaign.facts[figure].text`. */
  path: string;
  /**
   * `taken`: the child says it already. `locked`: the parent allows nothing else. `changed`: the child says something
   * else there. `gone`: the child has taken out what it stands in. `open`: the child says what the parent said.
   */
  state: 'taken' | 'locked' | 'changed' | 'gone' | 'open';
  /** What the child says there now. */
  own: Json | undefined;
};

/** What the parent has changed since the child was made of it, and what it has locked since that the child changed. */
export function offersOf(was: Layer, is: Layer, child: JsonObject): Offer[] {
  const isLockedNow = lockedBy(is.locks);
  const changed = changesOf(was.kit, is.kit);
  const places = new Set(changed.map(({ path }) => pathText(path)));
  const newlyLocked = changesOf(child, is.kit).filter(
    (change) => isLockedNow(change) && !places.has(pathText(change.path)),
  );
  return [...changed, ...newlyLocked].map((change) => {
    const own = valueAt(child, change.path);
    return { change, path: pathText(change.path), own, state: stateOf(change, { child, own, isLockedNow }) };
  });
}

type Around = { child: JsonObject; own: Json | undefined; isLockedNow: (change: Change) => boolean };

function stateOf(change: Change, { child, own, isLockedNow }: Around): Offer['state'] {
  if (!change.isOrder && isSame(own, change.after)) return 'taken';
  if (withChange(child, change) === null) return 'gone';
  if (isLockedNow(change)) return 'locked';
  if (change.isOrder) return 'open';
  return isSame(own, change.before) ? 'open' : 'changed';
}

/** The child with the offers that were taken. What is locked is always taken. */
export function childWith(child: JsonObject, taken: readonly Offer[]): JsonObject {
  let kit: Json = child;
  for (const { change } of taken) kit = withChange(kit, change) ?? kit;
  return isGroup(kit) ? kit : child;
}

/** The child's file over another state of its parent. */
export function rewritten(
  file: JsonObject,
  { parent, child, sha256 }: { parent: JsonObject; child: JsonObject; sha256: string },
): JsonObject {
  const { extends: above, locks, slugs } = file;
  const patch = patchOf(parent, child);
  return {
    extends: { ...(isGroup(above) ? above : {}), sha256 },
    ...(locks === undefined ? {} : { locks }),
    ...(slugs === undefined ? {} : { slugs }),
    ...(isGroup(patch) ? patch : {}),
  };
}
