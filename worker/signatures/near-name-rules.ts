import { foldName } from '../platform/text/identity.ts';

/** Whether two names differ by one or two letters: added, missing, different or swapped. */
export function areNear(one: string, other: string): boolean {
  const [a, b] = [[...foldName(one)], [...foldName(other)]];
  return Math.abs(a.length - b.length) <= 2 && distanceOf(a, b) <= 2;
}

/** The optimal string alignment distance, computed row by row. */
function distanceOf(a: string[], b: string[]): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const ways = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1)];
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(before, j - 2) + 1);
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
