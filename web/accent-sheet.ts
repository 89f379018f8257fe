import { schemes } from './accents.ts';
import { nearestThatReads, reads } from './contrast-rules.ts';

const color = (hex: string) => hex.slice(1);
const onButton = color(schemes.light.onAccent);
const lightGrounds = [schemes.light.paper, schemes.light.field, schemes.light.onAccent].map(color);
const darkGrounds = [schemes.dark.paper, schemes.dark.field, schemes.dark.onAccent].map(color);

/** Whether a button's white text is readable on this color. */
export function isReadable(accent: string): boolean {
  return reads(accent, [onButton]);
}

/** The nearest color on which a button's white text is readable. */
export function readable(accent: string): string {
  return nearestThatReads(accent, [onButton]);
}

/** A site's own color for both color schemes, made darker or lighter if links in it would be hard to read. */
export function accentSheet(accent: string): string {
  const onLight = nearestThatReads(accent, lightGrounds);
  const onDark = nearestThatReads(accent, darkGrounds);
  const dark = `[data-accent]{--accent:#${onDark}}`;
  return `[data-accent]{--accent:#${onLight}}@media (prefers-color-scheme:dark){[data-scheme=auto] ${dark}}[data-scheme=dark] ${dark}`;
}
