import { type Change, isGroup, isSame, type Json, nameKeys, own, type Path } from '../json-rules.ts';

/** A key, or an entry of a list by its name or place; `*` is any entry. */
type LockStep = { key: string } | { entry: string };

/** Such as `campaign.facts` or `lessons[*].questions`. Null where it is not such a path. */
export function lockPath(text: string): readonly LockStep[] | null {
  if (!/^[\w$-]+(\.[\w$-]+|\[[^[\]]+\])*$/.test(text)) return null;
  return [...text.matchAll(/\[([^[\]]+)\]|([^.[\]]+)/g)].map(([, entry, key = '']) =>
    entry === undefined ? { key } : { entry },
  );
}

/** Whether a change touches what one of the paths locks. */
export function lockedBy(locks: readonly string[]): (change: Change) => boolean {
  const paths = locks.flatMap((text) => {
    const path = lockPath(text);
    return path ? [path] : [];
  });
  return (change) => paths.some((path) => isLocked(change, path));
}

/** Whether the change touches what the path locks: below it, or above it where that takes out or changes what it names. */
function isLocked({ path, before, after, isOrder }: Change, lock: readonly LockStep[]): boolean {
  const shared = Math.min(path.length, lock.length);
  for (let at = 0; at < shared; at += 1) {
    const [step, locked] = [path[at], lock[at]];
    if (step === undefined || locked === undefined || !isStep(step, locked)) return false;
  }
  if (path.length >= lock.length) return true;
  // A new entry of a list may have what is locked in those that are there.
  const isNew = before === undefined && lock.slice(0, path.length).some(isAnyEntry);
  if (isOrder || isNew) return false;
  const rest = lock.slice(path.length);
  const [was, is] = [namedBy(before, rest), namedBy(after, rest)];
  if ([...was].some(([place, value]) => !isSame(value, is.get(place)))) return true;
  return is.size > was.size && !rest.some(isAnyEntry);
}

const isAnyEntry = (step: LockStep) => 'entry' in step && step.entry === '*';

function isStep(step: Path[number], locked: LockStep): boolean {
  if (typeof step === 'string') return 'key' in locked && locked.key === step;
  if (!('entry' in locked)) return false;
  return locked.entry === '*' || locked.entry === String(typeof step === 'number' ? step : step.is);
}

/**
 * Whether each entry that the path names is in the list that the kit has there. One that is not would lock nothing, such
 * as the place of an entry that has a name. A key may be absent: then it cannot be added.
 */
export function namesEntriesOf(kit: Json, text: string): boolean {
  const path = lockPath(text) ?? [];
  return path.every((step, at) => {
    if ('key' in step || step.entry === '*') return true;
    const areLists = namedBy(kit, path.slice(0, at)).size > 0;
    return !areLists || namedBy(kit, path.slice(0, at + 1)).size > 0;
  });
}

/** All values that the path names, by where they are. */
function namedBy(
  value: Json | undefined,
  [step, ...rest]: readonly LockStep[],
  place = '',
): Map<string, Json> {
  if (value === undefined) return new Map();
  if (!step) return new Map([[place, value]]);
  if ('key' in step) {
    return isGroup(value) ? namedBy(own(value, step.key), rest, `${place}.${step.key}`) : new Map();
  }
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.flatMap((one, at) => {
      const name = nameOf(one, at);
      if (step.entry !== '*' && step.entry !== name) return [];
      return [...namedBy(one, rest, `${place}[${name}]`)];
    }),
  );
}

function nameOf(one: Json, at: number): string {
  const name = isGroup(one)
    ? nameKeys.map((key) => own(one, key)).find((found) => found !== undefined)
    : undefined;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : String(at);
}
