import type { Text } from '../../../web/language.ts';
import { type AreaRow, answeredBy, type CountedAnswers, cellsOf, sumOf } from '../kinds/counted.ts';
import { answersTo } from '../kinds/measure.ts';
import { type Distribution, kindOf, type Question } from '../kinds/questions.ts';

/** With fewer people than this in an area, its answers could identify somebody. */
export const leastPeople = 5;

/** `place` is a district's code, 'outside' or 'unknown'; null for the areas that are reported together. */
export type AreaTally = { place: string | null; name: Text | null; answered: number; rows: AreaRow[] };

type Place = { place: string; name: Text | null };

type AreasToTell = { counted: CountedAnswers; places: Place[] };

/** A question's answers by area; empty if no area may be shown. */
export function areasOf(
  question: Question,
  distribution: Distribution,
  { counted, places }: AreasToTell,
): AreaTally[] {
  const { id } = question;
  const { byArea } = kindOf(question).tally;
  if (!byArea) return [];
  const cellsIn =
    (of: string[]) =>
    (part: string, aspect: string | null = null) => {
      return cellsOf(counted, { ...answersTo(id, part === '' ? null : part), aspect }, of);
    };
  const addedUp = byArea.addedUp(distribution);
  const groups = places.map(({ place }) => {
    const behind = addedUp.map((part) => sumOf(cellsIn([place])(part)).n);
    return { place, sizes: [answeredBy(counted, id, [place]), ...behind] };
  });
  const { shown, folded } = foldGroups(groups);
  if (shown.length === 0) return [];
  const tallyOf = (of: string[]) => ({
    answered: answeredBy(counted, id, of),
    rows: byArea.rows(distribution, cellsIn(of)),
  });
  return [
    ...places
      .filter(({ place }) => shown.includes(place))
      .map(({ place, name }) => ({ place, name, ...tallyOf([place]) })),
    ...(folded.length > 0 ? [{ place: null, name: null, ...tallyOf(folded) }] : []),
  ];
}

/** The sizes differ if a line or an option was added after people had answered. */
type Group = { place: string; sizes: number[] };

/**
 * Combines groups that are too small into one and, if that is still too small, adds the next smallest. So
 * whatever is subtracted from the total, at least five people remain.
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

function added(numbers: number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
