import type { NumberTableProps } from '../../../web/components/number-table.tsx';
import type { BarTable, ChangeRow } from './mail-tables.tsx';

const labelColumns = 38;
const numberColumns = 9;
const changeColumns = 8;
const barColumns = 16;

export const textRule = '-'.repeat(labelColumns + numberColumns + changeColumns + 2 + barColumns);

/** A title underlined with its own length. */
export function titleText(title: string): string {
  return `${title}\n${'='.repeat(Math.min([...title].length, 76))}`;
}

export function tableText({ caption, heads, rows, total }: NumberTableProps): string {
  return [caption, headed(heads), ...rows.map((row) => aligned(row)), ruleOf(false), aligned(total)].join(
    '\n',
  );
}

export function barsText({ caption, heads, changeHead, bars, others, total }: BarTable): string {
  const rule = ruleOf(changeHead !== null);
  return [
    caption,
    headed(heads, changeHead),
    ...bars.map((row) => aligned(row, row.share)),
    ...(bars.length > 0 ? [rule] : []),
    ...others.map((row) => aligned(row)),
    rule,
    aligned(total),
  ].join('\n');
}

function ruleOf(hasChange: boolean): string {
  return `  ${'-'.repeat(labelColumns + numberColumns + (hasChange ? changeColumns : 0))}`;
}

/** The headings of the columns. A heading may be wider than its numbers. */
function headed([label, number]: NumberTableProps['heads'], change: string | null = null): string {
  const left = label.padEnd(labelColumns + numberColumns - [...number].length);
  return `  ${left}${number}${(change ?? '').padStart(change === null ? 0 : changeColumns)}`;
}

/** Null if there are no lines. */
export function linesText(heading: string, lines: string[]): string | null {
  return lines.length === 0 ? null : [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** A label, its number aligned right, its change and a bar. A label that is too long gets its own lines. */
function aligned({ label, value, change }: ChangeRow, share: number | null = null): string {
  const lines = folded(label);
  const last = lines.pop() ?? '';
  const changed = change === undefined ? '' : change.padStart(changeColumns);
  const bar = share ? `  ${'#'.repeat(Math.max(1, Math.round(share * barColumns)))}` : '';
  const row = `  ${last.padEnd(labelColumns)}${value.padStart(numberColumns)}${changed}${bar}`;
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
