import type { Tie } from './rules.ts';

export const mapSize = { width: 1000, height: 720 };
export type Point = { x: number; y: number };

/** The path of a tie, from edge to edge; one that has a direction ends in a point. */
export function tiePath({ kind }: Pick<Tie, 'kind'>, from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 1) return '';
  const at = (distance: number, aside = 0): string => {
    const x = from.x + (dx * distance - dy * aside) / length;
    const y = from.y + (dy * distance + dx * aside) / length;
    return `${Math.round(x)} ${Math.round(y)}`;
  };
  const end = Math.max(0, length - 14);
  const line = `M${at(Math.min(14, end))}L${at(end)}`;
  if (kind === 'sits-with') return line;
  return `${line}M${at(end - 8, 4)}L${at(end)}L${at(end - 8, -4)}`;
}
