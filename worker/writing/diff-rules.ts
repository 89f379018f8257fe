export type Line = { kind: 'same' | 'out' | 'in'; text: string };

/** A longer text is shown as all out and all in: comparing takes the product of both lengths. */
const mostCompared = 250_000;

/** Which lines go and which come, in the order of the text. */
export function lineChanges(before: readonly string[], after: readonly string[]): Line[] {
  const out = (text: string): Line => ({ kind: 'out', text });
  const come = (text: string): Line => ({ kind: 'in', text });
  if (before.length * after.length > mostCompared) return [...before.map(out), ...after.map(come)];
  const common = commonLengths(before, after);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old = '', now = ''] = [before[i], after[j]];
    if (i < before.length && j < after.length && old === now) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push(out(old));
      i += 1;
    } else {
      lines.push(come(now));
      j += 1;
    }
  }
  return lines;
}

const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;

/** How many lines both have in common from these places on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        before[i] === after[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
