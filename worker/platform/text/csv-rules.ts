const quoted = /[",\r\n\uFEFF]|^ | $/;

/** The lines of a CSV file (RFC 4180), each with its end. */
export function writeCsv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const separators = [',', '\t', '|', ';'];
/** So many rows tell which character separates the cells. */
const sampled = 10;

/**
 * The rows of a file that a spreadsheet or another platform wrote, without those in which every cell is empty. A quote
 * that closes nothing is a character like any other.
 */
export function readCsv(text: string): string[][] {
  const separator = separatorOf(text);
  return [...rowsOf(text, separator)].filter(hasText);
}

/** Of those that make more than one column, the one with which the rows differ least in length; then the one with most. */
function separatorOf(text: string): string {
  const shapes = separators.map((separator) => {
    const lengths: number[] = [];
    for (const row of rowsOf(text, separator)) {
      if (hasText(row) && lengths.push(row.length) === sampled) break;
    }
    const changes = lengths.slice(1).map((length, index) => Math.abs(length - (lengths[index] ?? 0)));
    return { separator, columns: sum(lengths) / (lengths.length || 1), changes: sum(changes) };
  });
  const [best] = shapes
    .filter(({ columns }) => columns > 1.99)
    .sort((one, other) => one.changes - other.changes || other.columns - one.columns);
  return best?.separator ?? ',';
}

function* rowsOf(text: string, separator: string): Generator<string[]> {
  const ends = `${separator}\r\n`;
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, ends) : plainCell(text, at, ends);
    row.push(cell.value);
    at = cell.end;
    if (text.charAt(at) === separator) {
      at += 1;
      continue;
    }
    yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

type Cell = { value: string; end: number };

function plainCell(text: string, start: number, ends: string): Cell {
  let end = start;
  while (end < text.length && !ends.includes(text.charAt(end))) end += 1;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, ends: string): Cell {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    const next = text.charAt(quote + 1);
    if (next === '' || ends.includes(next)) return { value, end: quote + 1 };
    value += '"';
    from = quote + (next === '"' ? 2 : 1);
  }
}

function hasText(row: string[]): boolean {
  return row.some((cell) => cell.trim() !== '');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
