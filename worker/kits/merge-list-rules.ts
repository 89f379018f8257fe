import { isGroup, isSame, type Json, mostAtOnce, nameKeys, own } from './json-rules.ts';

/**
 * Names for the entries of three lists that have none: entries that come from one of `base` are called alike. Null
 * where the entries are neither all groups nor all texts, or there are too many.
 */
export function pairedIds({
  base,
  ours,
  theirs,
}: Record<'base' | 'ours' | 'theirs', Json[]>): string[][] | null {
  const all = [...base, ...ours, ...theirs];
  const areTexts = all.every((one) => typeof one === 'string');
  if (!areTexts && !all.every(isGroup)) return null;
  if ([base, ours, theirs].some(({ length }) => length > mostAtOnce)) return null;
  const idsOf = (side: Json[], own: string) => {
    const from = pairsOf(base, side);
    return side.map((one, at) => {
      const b = from[at];
      if (b !== undefined) return `base ${b}`;
      // The same text twice is one; an entry that was only begun is one for each who began it.
      const isFirst = typeof one === 'string' && one !== '' && side.indexOf(one) === at;
      return isFirst ? `text ${one}` : `${own} ${at}`;
    });
  };
  return [base.map((_, at) => `base ${at}`), idsOf(ours, 'ours'), idsOf(theirs, 'theirs')];
}

/** For each entry of `side`, from which of `base` it comes: the same, then the most alike, then in the same place. */
function pairsOf(base: Json[], side: Json[]): (number | undefined)[] {
  const from: (number | undefined)[] = side.map(() => undefined);
  const free = new Set(base.keys());
  const pair = (s: number, b: number) => {
    if (from[s] !== undefined || !free.has(b)) return;
    from[s] = b;
    free.delete(b);
  };
  const isSameAt = (s: number, b: number) =>
    s >= 0 && b >= 0 && s < side.length && b < base.length && isSame(side[s], base[b]);
  for (let at = 0; isSameAt(at, at); at += 1) pair(at, at);
  for (let at = 1; isSameAt(side.length - at, base.length - at); at += 1) {
    pair(side.length - at, base.length - at);
  }
  const best = (b: number, score: (s: number) => number) => {
    const scores = side.map((_, s) => (from[s] === undefined ? score(s) : 0));
    const most = Math.max(0, ...scores);
    if (most > 0) pair(scores.indexOf(most), b);
  };
  for (const b of [...free]) best(b, (s) => (isSame(side[s], base[b]) ? 1 : 0));
  for (const b of [...free]) best(b, (s) => likeness(side[s], base[b]));
  for (const b of [...free]) {
    best(b, (s) => (likeness(side[s], base[b]) >= 0 && isBetween(from, s, b) ? 1 : 0));
  }
  return from;
}

/** How many keys say the same. Below 0: they have different names. */
function likeness(one: Json | undefined, other: Json | undefined): number {
  if (!isGroup(one) || !isGroup(other)) return 0;
  const named = nameKeys.find((key) => own(one, key) !== undefined && own(other, key) !== undefined);
  if (named) return isSame(own(one, named), own(other, named)) ? Number.MAX_SAFE_INTEGER : -1;
  return Object.keys(one).filter((key) => Object.hasOwn(other, key) && isSame(one[key], other[key])).length;
}

/** Whether the pair would stand between the pairs around it. */
function isBetween(from: readonly (number | undefined)[], s: number, b: number): boolean {
  return from.every((other, at) => other === undefined || at < s === other < b);
}

type Order = { merged: string[]; mine: string[]; isClash: boolean };

/** All names, in the order of whoever moved entries; theirs where both did, which is a clash unless they agree. */
export function orderOf(base: string[], ours: string[], theirs: string[]): Order {
  const isMoved = (side: string[]) => !isSame(shared(base, side), shared(side, base));
  const [areOurs, areTheirs] = [isMoved(ours), isMoved(theirs)];
  const isClash =
    areOurs && areTheirs && !isSame(shared(shared(ours, theirs), base), shared(shared(theirs, ours), base));
  const byTheirs = woven(theirs, ours, base);
  if (isClash) return { merged: byTheirs, mine: woven(ours, theirs, base), isClash };
  const merged = areOurs && !areTheirs ? woven(ours, theirs, base) : byTheirs;
  return { merged, mine: merged, isClash };
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const names = new Set(other);
  return one.filter((name) => names.has(name));
}

/** The names of `second` that `first` lacks come after the one they follow, and after what `first` added there. */
function woven(first: readonly string[], second: readonly string[], base: readonly string[]): string[] {
  const all = [...first];
  const [has, known] = [new Set(first), new Set([...second, ...base])];
  for (const [at, name] of second.entries()) {
    if (has.has(name)) continue;
    let to = at === 0 ? 0 : all.indexOf(second[at - 1] ?? '') + 1;
    while (to < all.length && !known.has(all[to] ?? '')) to += 1;
    all.splice(to, 0, name);
  }
  return all;
}
