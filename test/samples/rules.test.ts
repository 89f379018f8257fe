import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  candidates,
  countingLeaves,
  drawFrom,
  leafAt,
  leavesHash,
  numbersAtMost,
} from '../../worker/samples/draw-rules.ts';
import { clopperPearson, whatShows } from '../../worker/samples/interval-rules.ts';
import { leafHash } from '../../worker/statements/rules/hashes.ts';
import { removedEntry } from '../../worker/statements/rules/member.ts';
import { independentDraw } from './independent.ts';

describe('a draw', () => {
  const draw = (seed: string, treeSize: number, size: number, counts: (leaf: number) => boolean) =>
    drawFrom(candidates(seed, treeSize), { size, counts });

  test('is what a reader finds that was written from docs/verify.md alone, whatever the tree', async () => {
    const some = fc.record({
      seed: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      treeSize: fc.integer({ min: 1, max: 3_000 }),
      size: fc.integer({ min: 1, max: 60 }),
      gone: fc.integer({ min: 2, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(some, async ({ seed, treeSize, size, gone }) => {
        const counts = (leaf: number) => leaf % gone !== 0;
        const drawn = draw(seed, treeSize, size, counts);
        expect(drawn).toEqual(draw(seed, treeSize, size, counts));
        expect(new Set(drawn.leaves).size).toBe(drawn.leaves.length);
        expect(drawn.leaves.every((leaf) => leaf < treeSize && counts(leaf))).toBe(true);
        expect(drawn.leaves).toEqual(await independentDraw(seed, { treeSize, size, counts }));
      }),
      { numRuns: 12, examples: [[{ seed: 'äé😀 4-1-6', treeSize: 9, size: 9, gone: 9 }]] },
    );
  });

  test('takes every leaf about as often', () => {
    const treeSize = 10;
    const found = Array.from({ length: treeSize }, () => 0);
    const seeds = 4_000;
    for (let n = 0; n < seeds; n += 1) found[draw(`seed ${n}`, treeSize, 1, () => true).leaves[0]!]! += 1;
    const expected = seeds / treeSize;
    const chiSquare = found.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: one seed set in a thousand is above 27.9.
    expect(chiSquare).toBeLessThan(27.9);
  });

  test('passes over the numbers that would make the first leaves more likely', () => {
    expect(leafAt(2 ** 48 - 1, 2 ** 47)).toBe(2 ** 47 - 1);
    expect(leafAt(2 ** 48 - 1, 3)).toBe(null);
    expect(leafAt(2 ** 48 - 2, 3)).toBe(2);
    const size = 2 ** 47 + 1;
    expect([leafAt(size - 1, size), leafAt(size, size)]).toEqual([size - 1, null]);
  });

  test('ends where nothing more can be found, and says so', () => {
    expect(draw('dice 3 3 1', 4, 4, (leaf) => leaf > 1)).toMatchObject({
      numbers: numbersAtMost,
      passedOver: 2,
    });
    expect(draw('dice 3 3 1', 4, 2, (leaf) => leaf > 1).leaves.toSorted()).toEqual([2, 3]);
    // printf '3\n12' | sha256sum
    expect(leavesHash([3, 12])).toBe('4b50fed1da8a9b27065220e1c76edade50eef1fd7b4d90c3a126140eb8607c65');
  });

  test('leaves out removals and what they remove', () => {
    const entries = [1, 2, 3].map((n) => new Uint8Array(32).fill(n));
    const removal = removedEntry(leafHash(entries[1]!));
    expect(countingLeaves([entries[0]!, entries[1]!, removal, entries[2]!])).toEqual(new Set([0, 3]));
  });
});

describe('the interval', () => {
  test.each([
    // Newcombe 1998, table I.
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
  ])('of %d of %d is as published', (yes, n, low, high) => {
    const found = clopperPearson(yes, n);
    expect(Math.abs(found.low / 10_000 - low)).toBeLessThan(0.00011);
    expect(Math.abs(found.high / 10_000 - high)).toBeLessThan(0.00011);
  });

  test('holds the share that was found, mirrors, and narrows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const yes = Math.round(n * part);
          const { low, high } = clopperPearson(yes, n);
          expect(low).toBeLessThanOrEqual((yes / n) * 10_000);
          expect(high).toBeGreaterThanOrEqual((yes / n) * 10_000);
          const mirrored = clopperPearson(n - yes, n);
          expect(Math.abs(10_000 - mirrored.high - low)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
    const widths = [20, 100, 400, 1_000].map((size) => whatShows(size).halfWidth);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(whatShows(1_000)).toEqual({ size: 1_000, halfWidth: 315, ifAllSayYes: 9_963 });
  });
});
