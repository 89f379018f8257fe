import { isGroup, isSame, type Json, type JsonObject, nameKeyOf, own } from '../json-rules.ts';

/** In an entry of a list with names: the parent's entry of this name is left out. */
export const removal = '$delete';
/** The only key of a group: its value stands in place of the parent's as a whole. */
export const replacement = '$replace';

/**
 * JSON Merge Patch (RFC 7396): groups are merged key by key, null takes a key out, everything else stands in place of
 * the parent's. Beyond the RFC, a list whose entries have names (`slug`, `code` or `id`) is merged name by name, new
 * ones at its end; an entry with `$delete` is taken out, and `{"$replace": …}` stands as it is. Undefined: not there.
 */
export function applyPatch(target: Json | undefined, patch: Json): Json | undefined {
  if (patch === null) return undefined;
  if (Array.isArray(patch)) return Array.isArray(target) ? patchList(target, patch) : patch;
  if (!isGroup(patch)) return patch;
  const whole = own(patch, replacement);
  if (whole !== undefined) return whole;
  const before = isGroup(target) ? target : {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(patch)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const change = own(patch, key);
      const after = change === undefined ? own(before, key) : applyPatch(own(before, key), change);
      return after === undefined ? [] : [[key, after] as const];
    }),
  );
}

function patchList(target: Json[], patch: Json[]): Json[] {
  const key = target.length === 0 ? null : nameKeyOf([target, patch]);
  if (key === null) return patch;
  const nameOf = (one: Json) => String((one as JsonObject)[key]);
  const changes = new Map(patch.map((one) => [nameOf(one), one as JsonObject]));
  const known = new Set(target.map(nameOf));
  const added = patch.filter((one) => !known.has(nameOf(one)));
  return [...target, ...added].flatMap((one) => {
    const change = changes.get(nameOf(one));
    if (!change) return [one];
    if (own(change, removal) === true) return [];
    const after = applyPatch(known.has(nameOf(one)) ? one : undefined, change);
    return after === undefined ? [] : [after];
  });
}

/** The smallest patch of this kind that makes `wanted` of `target`; undefined where they say the same. */
export function patchOf(target: Json | undefined, wanted: Json | undefined): Json | undefined {
  if (isSame(target, wanted)) return undefined;
  if (wanted === undefined) return null;
  const patch = shortPatchOf(target, wanted);
  return isSame(applyPatch(target, patch), wanted) ? patch : { [replacement]: wanted };
}

function shortPatchOf(target: Json | undefined, wanted: Json): Json {
  if (isGroup(target) && isGroup(wanted)) return groupPatchOf(target, wanted);
  if (!Array.isArray(target) || !Array.isArray(wanted) || target.length === 0) return wanted;
  const key = nameKeyOf([target, wanted]);
  return key === null ? wanted : listPatchOf(target as JsonObject[], wanted as JsonObject[], key);
}

function groupPatchOf(target: JsonObject, wanted: JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(target)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const patch = patchOf(own(target, key), own(wanted, key));
      return patch === undefined ? [] : [[key, patch] as const];
    }),
  );
}

function listPatchOf(target: JsonObject[], wanted: JsonObject[], key: string): Json[] {
  const before = new Map(target.map((one) => [String(one[key]), one]));
  const after = new Set(wanted.map((one) => String(one[key])));
  const named = (one: JsonObject): JsonObject => ({ [key]: one[key] ?? null });
  return [
    ...target
      .filter((one) => !after.has(String(one[key])))
      .map((one) => ({ ...named(one), [removal]: true })),
    ...wanted.flatMap((one) => {
      const old = before.get(String(one[key]));
      if (!old) return [one];
      return isSame(old, one) ? [] : [{ ...named(one), ...groupPatchOf(old, one) }];
    }),
  ];
}
