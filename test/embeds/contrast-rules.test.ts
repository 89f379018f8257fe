import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentSheet, isReadable, readable } from '../../web/accent-sheet.ts';
import { contrast, nearestThatReads, reads } from '../../web/contrast-rules.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0'));

describe('the contrast of two colors', () => {
  test('is that of WCAG', () => {
    expect(contrast('000000', 'ffffff')).toBeCloseTo(21);
    expect(contrast('777777', 'ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('ffffff', '767676')).toBeCloseTo(4.54, 2);
  });
});

describe('the nearest color that reads', () => {
  test('reads, whatever color it is asked for, on light grounds and on dark ones', () => {
    fc.assert(
      fc.property(color, (accent) => {
        for (const grounds of [['ffffff'], ['fdfcf9', 'ffffff'], ['171613', '201f1b']]) {
          expect(reads(nearestThatReads(accent, grounds), grounds)).toBe(true);
        }
      }),
    );
  });

  test('is the color itself where that reads', () => {
    fc.assert(
      fc.property(color, (accent) => {
        fc.pre(isReadable(accent));
        expect(readable(accent)).toBe(accent);
      }),
    );
  });

  test('is no darker than necessary, and keeps the order of its color parts', () => {
    fc.assert(
      fc.property(color, (accent) => {
        fc.pre(!isReadable(accent));
        const nearest = readable(accent);
        expect(contrast(nearest, 'ffffff')).toBeLessThan(4.7);
        const parts = (hex: string) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
        const [before, after] = [parts(accent), parts(nearest)];
        before.forEach((part, i) => {
          expect(after[i]).toBeLessThanOrEqual(part);
          const j = (i + 1) % 3;
          if (part > (before[j] ?? 0)) expect(after[i]).toBeGreaterThanOrEqual(after[j] ?? 0);
        });
      }),
    );
  });
});

test('a sheet holds the color once for each scheme and nothing else', () => {
  expect(accentSheet('1a5c8a')).toMatch(
    /^\[data-accent\]\{--accent:#1a5c8a\}@media \(prefers-color-scheme:dark\)\{\[data-scheme=auto\] \[data-accent\]\{--accent:#[0-9a-f]{6}\}\}\[data-scheme=dark\] \[data-accent\]\{--accent:#[0-9a-f]{6}\}$/,
  );
});
