import { expect, test } from 'vitest';
import { accents, schemes } from '../../web/accents.ts';

/** The contrast of two colors, written as #rrggbb, by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const cases = Object.entries(accents).flatMap(([name, accent]) =>
  (['light', 'dark'] as const).map((scheme) => ({ name, scheme, color: accent[scheme] })),
);

test.each(cases)('$name reads on $scheme paper, and its button’s text on it', ({ scheme, color }) => {
  expect(contrast(color, schemes[scheme].paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(color, schemes[scheme].onAccent)).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('ink and the muted gray read on %s paper', (scheme) => {
  expect(contrast(schemes[scheme].ink, schemes[scheme].paper)).toBeGreaterThanOrEqual(7);
  expect(contrast(schemes[scheme].muted, schemes[scheme].paper)).toBeGreaterThanOrEqual(4.5);
});
