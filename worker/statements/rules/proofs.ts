import { areEqual } from './bytes.ts';
import { emptyRoot, type Hash, nodeHash } from './hashes.ts';

/** Sizes stay below 2^53, where JavaScript's numbers are exact; its bitwise operators end at 2^31. */
const half = (n: number) => Math.floor(n / 2);
const isOdd = (n: number) => n % 2 === 1;

export type Inclusion = { index: number; size: number; hashes: readonly Hash[] };

/** The root that a proof leads to from a leaf's hash; null if its length does not fit (RFC 9162, 2.1.3.2). */
export function rootOfInclusion(leaf: Hash, { index, size, hashes }: Inclusion): Hash | null {
  if (!isSize(index) || !isSize(size) || index >= size) return null;
  let [fn, sn, root] = [index, size - 1, leaf];
  for (const hash of hashes) {
    if (sn === 0) return null;
    if (isOdd(fn) || fn === sn) {
      root = nodeHash(hash, root);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      root = nodeHash(root, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? root : null;
}

export function isIncluded(leaf: Hash, inclusion: Inclusion, root: Hash): boolean {
  const found = rootOfInclusion(leaf, inclusion);
  return found !== null && areEqual(found, root);
}

export type TreeHead = { size: number; root: Hash };

/** Whether the tree of the first head is the beginning of the tree of the second one (RFC 9162, 2.1.4.2). */
export function isConsistent(from: TreeHead, to: TreeHead, proof: readonly Hash[]): boolean {
  if (!isSize(from.size) || !isSize(to.size) || from.size > to.size) return false;
  if (from.size === 0) return proof.length === 0 && areEqual(from.root, emptyRoot());
  if (from.size === to.size) return proof.length === 0 && areEqual(from.root, to.root);
  if (proof.length === 0) return false;
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  const found = rootsOfConsistency(from.size, to.size, path);
  return found !== null && areEqual(found.from, from.root) && areEqual(found.to, to.root);
}

/** The two roots that a path leads to; null if its length does not fit. */
function rootsOfConsistency(
  from: number,
  to: number,
  [first, ...others]: readonly Hash[],
): { from: Hash; to: Hash } | null {
  if (!first) return null;
  let [fn, sn] = [from - 1, to - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [first, first];
  for (const hash of others) {
    if (sn === 0) return null;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [nodeHash(hash, fr), nodeHash(hash, sr)];
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? { from: fr, to: sr } : null;
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isPowerOfTwo(n: number): boolean {
  return 2 ** Math.floor(Math.log2(n)) === n;
}
