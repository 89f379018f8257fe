import { type Conflict, isGroup, type Json, type Path, withChange } from '../kits/json-rules.ts';

/** What somebody else wrote: a dotted path of the kit, and their words; null where they took it out. */
export type Theirs = { path: string; words: string | null };

/** The kit with our values where both wrote. */
export function withOurs(merged: Json, conflicts: readonly Conflict[]): Json {
  return conflicts.reduce((json, { path, theirs, ours }) => {
    return withChange(json, { path, before: theirs, after: ours }) ?? json;
  }, merged);
}

export function theirsIn(merged: Json, conflicts: readonly Conflict[]): Theirs[] {
  return conflicts.map(({ path, theirs }) => ({
    path: dotted(merged, path),
    words: theirs === undefined ? null : wordsIn(theirs),
  }));
}

function dotted(json: Json | undefined, [step, ...rest]: Path): string {
  if (step === undefined) return '';
  const key =
    typeof step === 'object'
      ? Array.isArray(json)
        ? json.findIndex((one) => isGroup(one) && String(one[step.key]) === step.is)
        : step.is
      : step;
  const inner = Array.isArray(json) ? json[Number(key)] : isGroup(json) ? json[String(key)] : undefined;
  const after = dotted(inner, rest);
  return after === '' ? String(key) : `${key}.${after}`;
}

function wordsIn(value: Json): string {
  if (typeof value === 'string') return value;
  if (isGroup(value) && Object.values(value).every((one) => typeof one === 'string')) {
    return Object.values(value).join(' / ');
  }
  return JSON.stringify(value);
}
