import { hex, utf8 } from '../statements/rules/bytes.ts';
import { leafHash, sha256Of } from '../statements/rules/hashes.ts';
import { isRemoval } from '../statements/rules/member.ts';

/*
 * Which leaves of a member tree a seed draws. docs/verify.md describes it for other people's programs: for i = 0, 1, 2
 * and so on, SHA-256 of the seed, a newline and i in decimal, all in UTF-8. Its first six bytes are a number, the high
 * byte first. The number modulo the size of the tree is a leaf.
 */

/** The drawing ends here even if too few leaves count. */
export const numbersAtMost = 20_000;

const span = 2 ** 48;

/** Below 2 to the 48th. */
export function numberOf(seed: string, i: number): number {
  return sha256Of(utf8(`${seed}\n${i}`))
    .subarray(0, 6)
    .reduce((number, byte) => number * 256 + byte, 0);
}

/**
 * Null for the last numbers of the span, which would make the first leaves more likely: the span is no multiple of the
 * size.
 */
export function leafAt(number: number, treeSize: number): number | null {
  return number < span - (span % treeSize) ? number % treeSize : null;
}

export type Candidate = { leaf: number; i: number };

/** The leaves in the order in which they are drawn, each once. */
export function* candidates(seed: string, treeSize: number): Generator<Candidate> {
  const seen = new Set<number>();
  for (let i = 0; i < numbersAtMost && seen.size < treeSize; i += 1) {
    const leaf = leafAt(numberOf(seed, i), treeSize);
    if (leaf === null || seen.has(leaf)) continue;
    seen.add(leaf);
    yield { leaf, i };
  }
}

export type Draw = {
  /** In the order in which they were drawn. */
  leaves: number[];
  /** How many numbers were made. */
  numbers: number;
  /** Leaves that were drawn and do not count: a removal, or a signature that another leaf removes. */
  passedOver: number;
};

/** The first `size` leaves that count. Fewer if there are not so many among the candidates. */
export function drawFrom(
  drawn: Iterable<Candidate>,
  { size, counts }: { size: number; counts: (leaf: number) => boolean },
): Draw {
  const draw: Draw = { leaves: [], numbers: numbersAtMost, passedOver: 0 };
  for (const { leaf, i } of drawn) {
    if (counts(leaf)) draw.leaves.push(leaf);
    else draw.passedOver += 1;
    if (draw.leaves.length === size) return { ...draw, numbers: i + 1 };
  }
  return draw;
}

/** SHA-256 in hex of the leaves in decimal, a line each, without a newline at the end. */
export function leavesHash(leaves: readonly number[]): string {
  return hex(sha256Of(utf8(leaves.join('\n'))));
}

/** The leaves of a member tree whose signature counts: its entries add it, and none of them removes it. */
export function countingLeaves(entries: readonly Uint8Array[]): Set<number> {
  const byHash = new Map<string, number>();
  for (const [leaf, entry] of entries.entries()) {
    if (isRemoval(entry)) byHash.delete(hex(entry.subarray(1)));
    else byHash.set(hex(leafHash(entry)), leaf);
  }
  return new Set(byHash.values());
}
