/** The contrast that WCAG 2.2 asks of text. Colors here are six hex digits. */
export const enough = 4.5;

/** The contrast of two colors by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether the accent has enough contrast with all of these colors. */
export function reads(accent: string, grounds: readonly string[]): boolean {
  return grounds.every((ground) => contrast(accent, ground) >= enough);
}

/**
 * The color nearest to the accent, in the same hue, that has enough contrast: darker on light grounds, lighter on dark
 * ones.
 */
export function nearestThatReads(accent: string, grounds: readonly string[]): string {
  if (reads(accent, grounds)) return accent;
  const end = Math.max(...grounds.map(luminance)) > 0.18 ? 0 : 1;
  // 0 is the accent itself, 1 is black or white. The contrast becomes sufficient at one point in between, so halve
  // until it is found.
  let [fails, holds] = [0, 1];
  while (holds - fails > 1 / 1024) {
    const middle = (fails + holds) / 2;
    if (reads(moved(accent, end, middle), grounds)) holds = middle;
    else fails = middle;
  }
  return moved(accent, end, holds);
}

/** Moves a color by a share of the way to black or white, in linear light, so that the hue stays the same. */
function moved(color: string, end: 0 | 1, share: number): string {
  const parts = linear(color).map((part) => gamma(part + (end - part) * share));
  return parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(color: string): number[] {
  return [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function gamma(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}
