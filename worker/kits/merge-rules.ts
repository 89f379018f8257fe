import { isGroup, isSame, type Json, mostAtOnce, nameKeyOf, own, type Path } from './json-rules.ts';
import { orderOf, pairedIds } from './merge-list-rules.ts';
import { clashingKeys } from './tied-rules.ts';

/** A place that two people changed differently. Undefined: not there. */
export type Conflict = {
  path: Path;
  base: Json | undefined;
  ours: Json | undefined;
  theirs: Json | undefined;
};

type Three = { base: Json | undefined; ours: Json | undefined; theirs: Json | undefined };
type Both = { merged: Json | undefined; mine: Json | undefined; conflicts: Conflict[] };

/**
 * Both changes of what was `base`. Where they contradict each other, `merged` has theirs and `mine` has ours, and the
 * place is among the conflicts.
 */
export function mergeOf(
  base: Json,
  ours: Json,
  theirs: Json,
): { merged: Json; mine: Json; conflicts: Conflict[] } {
  const { merged = null, mine = null, conflicts } = merge({ base, ours, theirs });
  return { merged, mine, conflicts };
}

function merge(three: Three): Both {
  const { base, ours, theirs } = three;
  if (isSame(base, ours)) return agreed(theirs);
  if (isSame(base, theirs)) return agreed(ours);
  if (isGroup(base) && isGroup(ours) && isGroup(theirs)) return mergeGroups({ base, ours, theirs });
  const lists = [base, ours, theirs].map((value) => (value === undefined ? [] : value));
  const together = lists.every(Array.isArray) ? mergeLists(three, lists as Json[][]) : null;
  return together ?? (isSame(ours, theirs) ? agreed(theirs) : contradicted(three));
}

function agreed(value: Json | undefined): Both {
  return { merged: value, mine: value, conflicts: [] };
}

function contradicted({ base, ours, theirs }: Three): Both {
  return { merged: theirs, mine: ours, conflicts: [{ path: [], base, ours, theirs }] };
}

function mergeGroups(three: Record<keyof Three, { [key: string]: Json }>): Both {
  const { base, ours, theirs } = three;
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  const clashing = clashingKeys(three);
  const parts = keys.map((key) => {
    const at = { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) };
    return { key, ...(clashing.has(key) ? contradicted(at) : merge(at)) };
  });
  const conflicts = parts.flatMap((part) => below(part.key, part.conflicts));
  if (conflicts.length > mostAtOnce) return contradicted(three);
  const groupOf = (side: 'merged' | 'mine') =>
    Object.fromEntries(
      parts.flatMap(({ key, [side]: value }) => (value === undefined ? [] : [[key, value] as const])),
    );
  return { merged: groupOf('merged'), mine: groupOf('mine'), conflicts };
}

function below(step: Path[number], conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.map((one) => ({ ...one, path: [step, ...one.path] }));
}

/** Null for a list that only makes sense as a whole, such as coordinates. */
function mergeLists({ base: was }: Three, lists: Json[][]): Both | null {
  const [base = [], ours = [], theirs = []] = lists;
  const key = nameKeyOf(lists);
  const ids =
    key === null
      ? pairedIds({ base, ours, theirs })
      : lists.map((list) => list.map((one) => String((one as { [key: string]: Json })[key])));
  if (!ids) return null;
  const [b, o, t] = ids.map((names, at) => new Map(names.map((id, i) => [id, lists[at]?.[i]])));
  if (!b || !o || !t) return null;
  const { merged: order, mine: ownOrder, isClash } = orderOf([...b.keys()], [...o.keys()], [...t.keys()]);
  const parts = new Map(
    order.map((id) => [id, merge({ base: b.get(id), ours: o.get(id), theirs: t.get(id) })]),
  );
  const listOf = (side: 'merged' | 'mine', names: string[]) =>
    names.flatMap((id) => {
      const value = parts.get(id)?.[side];
      return value === undefined ? [] : [value];
    });
  const [merged, mine] = [listOf('merged', order), listOf('mine', ownOrder)];
  if (isClash || (key === null && !isByPlace([...parts.values()]))) {
    return { merged, mine, conflicts: [{ path: [], base: was, ours: mine, theirs: merged }] };
  }
  const there = order.filter((id) => parts.get(id)?.merged !== undefined);
  const conflicts = order.flatMap((id) =>
    below(key === null ? there.indexOf(id) : { key, is: id }, parts.get(id)?.conflicts ?? []),
  );
  if (conflicts.length > mostAtOnce) return contradicted({ base, ours, theirs });
  return { merged, mine, conflicts };
}

/** Whether a number is enough to say which entry a conflict is in: not where one side took the entry out. */
function isByPlace(parts: readonly Both[]): boolean {
  return parts.every(
    ({ merged, mine, conflicts }) => conflicts.length === 0 || (isGroup(merged) && isGroup(mine)),
  );
}
