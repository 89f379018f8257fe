import type { Text } from '../../places/rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import type { Question } from '../rules.ts';
import {
  type Against,
  againstOf,
  answeredBy,
  type Cells,
  cellsOf,
  type Distribution,
  type Marked,
  sumOf,
} from './distribution-rules.ts';

/** Fewer people than this in one area, and its answers could be somebody's. */
export const leastPeople = 5;

/** `id` of an option or a line; '' for the one value of a scale or a number. `n` people stand behind it. */
export type AreaRow = { id: string; n: number; mean: number | null } & Partial<Record<Against, number>>;

/** `place` is a district's code, 'outside' or 'unknown', and null for the areas that are told together. */
export type AreaTally = { place: string | null; name: Text | null; answered: number; rows: AreaRow[] };

type Place = { place: string; name: Text | null };

/** A question's answers by area; empty where no area is left that may be shown. */
export function areasOf(
  { id }: Question,
  distribution: Distribution,
  { marked, places }: { marked: Marked; places: Place[] },
): AreaTally[] {
  const measured = measuresOf(distribution);
  if (measured === null) return [];
  const groups = places.map(({ place }) => {
    const behind = measured.map((part) => sumOf(cellsOf(marked, join(id, part), [place])).n);
    return { place, sizes: [answeredBy(marked, id, [place]), ...behind] };
  });
  const { shown, folded } = foldGroups(groups);
  if (shown.length === 0) return [];
  const tallyOf = (of: string[]) => ({
    answered: answeredBy(marked, id, of),
    rows: rowsOf(distribution, (part, suffix = '') => cellsOf(marked, join(id, part) + suffix, of)),
  });
  return [
    ...places
      .filter(({ place }) => shown.includes(place))
      .map(({ place, name }) => ({ place, name, ...tallyOf([place]) })),
    ...(folded.length > 0 ? [{ place: null, name: null, ...tallyOf(folded) }] : []),
  ];
}

/** It has several sizes where a line or an option was added to a question that people had answered. */
type Group = { place: string; sizes: number[] };

/**
 * Groups that are too small are folded into one, and where that is too small still, the next smallest with them. So
 * whatever one takes from the total, fewer than five people are never left.
 */
export function foldGroups(groups: Group[]): { shown: string[]; folded: string[] } {
  const filled = groups.filter(({ sizes }) => sizes.some((size) => size > 0));
  const folded = filled.filter(({ sizes }) => !isSafe(sizes));
  const shown = filled.filter(({ sizes }) => isSafe(sizes)).sort((a, b) => added(a.sizes) - added(b.sizes));
  while (shown.length > 0 && !isSafe(together(folded))) folded.push(...shown.splice(0, 1));
  return { shown: shown.map(({ place }) => place), folded: folded.map(({ place }) => place) };
}

function isSafe(sizes: number[]): boolean {
  return sizes.every((size) => size === 0 || size >= leastPeople);
}

function together(groups: Group[]): number[] {
  return (groups[0]?.sizes ?? []).map((_, i) => added(groups.map(({ sizes }) => sizes[i] ?? 0)));
}

/** The parts of a question whose values are added up; null where nothing is told by area. */
function measuresOf(distribution: Distribution): string[] | null {
  switch (distribution.kind) {
    case 'single':
    case 'multiple':
      return [];
    case 'scale':
    case 'number':
      return [''];
    case 'ranking':
      return distribution.options.map(({ id }) => id);
    case 'allocation':
      return distribution.lines.map(({ id }) => id);
    default:
      return null;
  }
}

function rowsOf(distribution: Distribution, cellsIn: (part: string, suffix?: string) => Cells): AreaRow[] {
  if ('choices' in distribution) {
    const cells = cellsIn('');
    return distribution.choices.map(({ id }) => ({ id, n: cells.get(id)?.n ?? 0, mean: null }));
  }
  return (measuresOf(distribution) ?? []).map((part) => {
    const { n, total } = sumOf(cellsIn(part));
    const against = distribution.kind === 'allocation' ? againstOf(cellsIn(part, '~today')) : {};
    return { id: part, n, mean: n > 0 ? rounded(total / n) : null, ...against };
  });
}

function join(question: string, part: string): string {
  return part === '' ? question : `${question}.${part}`;
}

function added(numbers: number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
