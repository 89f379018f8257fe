import { emptyRoot, type Hash, nodeHash } from './hashes.ts';

/**
 * The hash of a full subtree: of the 2^level leaves from index * 2^level on. It is the only way in which the functions
 * below read a tree, so they work on tiles as well as on a list of leaves.
 */
export type ReadNode = (level: number, index: number) => Hash;

/** The same from a list of all leaves' hashes. */
export function nodesOf(leaves: readonly Hash[]): ReadNode {
  const read: ReadNode = (level, index) =>
    level === 0 ? leaves[index]! : nodeHash(read(level - 1, index * 2), read(level - 1, index * 2 + 1));
  return read;
}

export type Node = { level: number; index: number };

/** The full subtrees of a range of leaves, left to right. `from` starts a subtree of the range's size or more. */
function subtreesOf(from: number, until: number): Node[] {
  const nodes: Node[] = [];
  let at = from;
  while (at < until) {
    const level = Math.floor(Math.log2(until - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

function hashOf(nodes: readonly Node[], read: ReadNode): Hash {
  const hashes = nodes.map(({ level, index }) => read(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

export function rootOf(size: number, read: ReadNode): Hash {
  return size === 0 ? emptyRoot() : hashOf(subtreesOf(0, size), read);
}

/** Each part of a proof is a range of leaves, as the full subtrees that it consists of. */
export type ProofParts = readonly (readonly Node[])[];

/** RFC 6962, 2.1.1. */
export function inclusionParts(index: number, size: number): ProofParts {
  return pathParts(index, 0, size);
}

function pathParts(index: number, from: number, until: number): Node[][] {
  if (until - from <= 1) return [];
  const middle = from + splitOf(until - from);
  return index < middle
    ? [...pathParts(index, from, middle), subtreesOf(middle, until)]
    : [...pathParts(index, middle, until), subtreesOf(from, middle)];
}

/** RFC 6962, 2.1.2. */
export function consistencyParts(from: number, to: number): ProofParts {
  return from === 0 || from >= to ? [] : subProof(from, { from: 0, until: to, isWhole: true });
}

function subProof(size: number, range: { from: number; until: number; isWhole: boolean }): Node[][] {
  const { from, until, isWhole } = range;
  if (size === until) return isWhole ? [] : [subtreesOf(from, until)];
  const middle = from + splitOf(until - from);
  return size <= middle
    ? [...subProof(size, { from, until: middle, isWhole }), subtreesOf(middle, until)]
    : [...subProof(size, { from: middle, until, isWhole: false }), subtreesOf(from, middle)];
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  const power = 2 ** Math.floor(Math.log2(n));
  return power === n ? n / 2 : power;
}

export function proofOf(parts: ProofParts, read: ReadNode): Hash[] {
  return parts.map((nodes) => hashOf(nodes, read));
}

/** The subtrees that a root is made of. */
export function rootNodes(size: number): readonly Node[] {
  return subtreesOf(0, size);
}
