const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function thousands(number: number): string {
  return Number.isNaN(number) ? 'not measured' : grouped.format(number);
}

/** Rounds to three significant digits. */
export function short(number: number): string {
  if (Number.isNaN(number)) return '–';
  if (Math.abs(number) >= 100) return thousands(number);
  return Math.abs(number) >= 10 ? number.toFixed(1) : number.toFixed(2);
}

/** Columns of equal width. The first is aligned left, the others right. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** On a terminal, one line that is overwritten. In a file, a new line now and then. */
export function createProgress(): { say(text: string): void; end(): void } {
  let saidAt = 0;
  return {
    say(text) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
      else if (Date.now() - saidAt > 5000) {
        saidAt = Date.now();
        process.stderr.write(`${text}\n`);
      }
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    },
  };
}

export function median(numbers: number[]): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
