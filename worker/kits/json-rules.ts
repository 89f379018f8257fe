/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A step into a value: a key of a group, a place in a list, or the entry of a list that has this name. */
type Step = string | number | { key: string; is: string };
export type Path = readonly Step[];

/** One difference between two values. Undefined: not there. With `isOrder`, the names of a list in their order. */
export type Change = {
  path: Path;
  before: Json | undefined;
  after: Json | undefined;
  isOrder?: true;
};

export function isGroup(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether both say the same, in whatever order their keys are. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  }
  if (!isGroup(a) || !isGroup(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

/** A list or a map in which more than that differs, such as the ZIP codes of another city, is one change. */
export const mostAtOnce = 500;

export function changesOf(before: Json | undefined, after: Json | undefined, path: Path = []): Change[] {
  if (isGroup(before) && isGroup(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const changes = [...keys].flatMap((key) => changesOf(own(before, key), own(after, key), [...path, key]));
    return keys.size > mostAtOnce && changes.length > mostAtOnce ? [{ path, before, after }] : changes;
  }
  if (Array.isArray(before) && Array.isArray(after)) return changesInList(before, after, path);
  return isSame(before, after) ? [] : [{ path, before, after }];
}

export function own(group: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(group, key) ? group[key] : undefined;
}

/** What names the entries of a list: a new name is another entry. */
export const nameKeys = ['slug', 'code', 'id', 'signatures'];

export function nameKeyOf(lists: Json[][]): string | null {
  const names = (list: Json[], key: string) => list.map((one) => (isGroup(one) ? own(one, key) : undefined));
  const isName = (list: Json[], key: string) => {
    const found = names(list, key);
    const areThere = found.every((name) => typeof name === 'string' || typeof name === 'number');
    return areThere && new Set(found.map(String)).size === found.length;
  };
  return nameKeys.find((key) => lists.every((list) => isName(list, key))) ?? null;
}

function changesInList(before: Json[], after: Json[], path: Path): Change[] {
  const key = before.length + after.length > 0 ? nameKeyOf([before, after]) : null;
  if (key !== null) return changesByName(before as JsonObject[], after as JsonObject[], { key, path });
  if (before.length === after.length && [...before, ...after].every(isGroup)) {
    return before.flatMap((one, at) => changesOf(one, after[at], [...path, at]));
  }
  return isSame(before, after) ? [] : [{ path, before, after }];
}

function changesByName(
  before: JsonObject[],
  after: JsonObject[],
  { key, path }: { key: string; path: Path },
): Change[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [String(one[key]), one])));
  if (!old || !now) return [];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((is) =>
    changesOf(old.get(is), now.get(is), [...path, { key, is }]),
  );
  if (changes.length > mostAtOnce) return [{ path, before, after }];
  const expected = [...old.keys()].filter((is) => now.has(is));
  const added = [...now.keys()].filter((is) => !old.has(is));
  const order = [...now.keys()];
  const isMoved = !isSame([...expected, ...added], order);
  return isMoved ? [...changes, { path, before: [...old.keys()], after: order, isOrder: true }] : changes;
}

const gone = Symbol('gone');

/** The value with the change made. Null where its place is gone. */
export function withChange(json: Json, change: Change): Json | null {
  const changed = put(json, change.path, change);
  return changed === gone || changed === undefined ? null : changed;
}

function put(value: Json | undefined, path: Path, change: Change): Json | undefined | typeof gone {
  const [step, ...rest] = path;
  if (step === undefined) return change.isOrder ? ordered(value, change) : change.after;
  if (typeof step === 'string') {
    if (!isGroup(value)) return gone;
    const child = put(own(value, step), rest, change);
    if (child === gone) return gone;
    const others = Object.entries(value).filter(([key]) => key !== step);
    if (child === undefined) return Object.fromEntries(others);
    if (!Object.hasOwn(value, step)) return Object.fromEntries([...others, [step, child]]);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === step ? child : one]));
  }
  return Array.isArray(value) ? putInList(value, [step, ...rest], change) : gone;
}

function putInList(list: Json[], [step, ...rest]: Path, change: Change): Json[] | typeof gone {
  const isIt = (one: Json, at: number) =>
    typeof step === 'number'
      ? at === step
      : typeof step === 'object' && isGroup(one) && String(own(one, step.key)) === step.is;
  const at = list.findIndex(isIt);
  if (at < 0 && (rest.length > 0 || typeof step === 'number')) return gone;
  const child = put(list[at], rest, change);
  if (child === gone) return gone;
  if (child === undefined) return list.filter((_, place) => place !== at);
  return at < 0 ? [...list, child] : list.map((one, place) => (place === at ? child : one));
}

/** In the order of the names in `change`. What it does not name stays at the end. */
function ordered(value: Json | undefined, { after }: Change): Json | typeof gone {
  if (!Array.isArray(value) || !Array.isArray(after)) return gone;
  const key = nameKeyOf([value]);
  if (key === null) return gone;
  const place = (one: Json) => {
    const at = after.indexOf(String((one as JsonObject)[key]));
    return at < 0 ? after.length : at;
  };
  return value.toSorted((a, b) => place(a) - place(b));
}

export function valueAt(json: Json | undefined, path: Path): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return json;
  if (typeof step === 'string') return isGroup(json) ? valueAt(own(json, step), rest) : undefined;
  if (!Array.isArray(json)) return undefined;
  if (typeof step === 'number') return valueAt(json[step], rest);
  return valueAt(
    json.find((one) => isGroup(one) && String(own(one, step.key)) === step.is),
    rest,
  );
}

/** Such as `petitions[main].text.es`. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'string' ? `.${step}` : `[${typeof step === 'number' ? step : step.is}]`))
    .join('')
    .replace(/^\./, '');
}
