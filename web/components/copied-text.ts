/**
 * The rows of a box that shows a text to copy, so that nothing of it is out of sight on the narrowest phone. A line has
 * room for about 25 characters there.
 */
export function rowsOf(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 25)), 0);
}
