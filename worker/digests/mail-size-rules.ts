/** Gmail cuts a mail off at 102 KB, and what a program adds on its way counts. */
export const mostBytes = 88_000;

/** No useful block is shorter than this. */
const leastBytes = 200;

/**
 * Which blocks of each part have room: those of the lowest rank first and, of one rank, in the order of the mail. A
 * smaller one may still fit where a larger one did not. Past the room nothing is measured: a survey may have a thousand
 * questions.
 */
export function fitting(
  parts: { rank: number }[][],
  room: number,
  bytesOf: (part: number, at: number) => number,
): boolean[][] {
  const fits = parts.map((blocks) => blocks.map(() => false));
  const inTurn = parts
    .flatMap((blocks, part) => blocks.map(({ rank }, at) => ({ rank, part, at })))
    .sort((a, b) => a.rank - b.rank);
  let left = room;
  for (const { part, at } of inTurn) {
    if (left < leastBytes) break;
    const bytes = bytesOf(part, at);
    const row = fits[part];
    if (!row || bytes > left) continue;
    row[at] = true;
    left -= bytes;
  }
  return fits;
}
