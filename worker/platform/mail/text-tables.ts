import type { NumberRow, NumberTableProps } from '../../../web/components/number-table.tsx';
import type { BarTable } from './mail-tables.tsx';

const labelColumns = 42;
const numberColumns = 9;
const barColumns = 20;

export const textRule = '-'.repeat(labelColumns + numberColumns + 2 + barColumns);
const shortRule = `  ${'-'.repeat(labelColumns + numberColumns)}`;

/** A title over a rule of its own length. */
export function titleText(title: string): string {
  return `${title}\n${'='.repeat(Math.min([...title].length, 76))}`;
}

export function tableText({ caption, rows, total }: NumberTableProps): string {
  return [caption, ...rows.map((row) => aligned(row)), shortRule, aligned(total)].join('\n');
}

export function barsText({ caption, bars, others, total }: BarTable): string {
  return [
    caption,
    ...bars.map((row) => aligned(row, row.share)),
    shortRule,
    ...others.map((row) => aligned(row)),
    shortRule,
    aligned(total),
  ].join('\n');
}

/** Null where there are no lines. */
export function linesText(heading: string, lines: string[]): string | null {
  return lines.length === 0 ? null : [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** A label, its number flush right, and a bar. A label that is too long gets lines of its own. */
function aligned({ label, value }: NumberRow, share: number | null = null): string {
  const lines = folded(label);
  const last = lines.pop() ?? '';
  const bar = share ? `  ${'#'.repeat(Math.max(1, Math.round(share * barColumns)))}` : '';
  const row = `  ${last.padEnd(labelColumns)}${value.padStart(numberColumns)}${bar}`;
  return [...lines.map((line) => `  ${line}`), row].join('\n');
}

function folded(label: string): string[] {
  const lines = [''];
  for (const word of label.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length > labelColumns - 1) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
