import type { Child } from 'hono/jsx';
import { accents, isAccent } from '../../../web/accents.ts';
import type { NumberRow, NumberTableProps } from '../../../web/components/number-table.tsx';
import { MailHeading, MailParagraph } from './mail-html.tsx';

/** A number and how it changed. */
export type ChangeRow = NumberRow & { change?: string | undefined };
/** `share` of the largest row, 0 to 1; null for no bar. */
export type BarRow = ChangeRow & { share: number | null };

export type BarTable = Omit<NumberTableProps, 'rows' | 'total'> & {
  /** The heading of the column of changes; null for no such column. */
  changeHead: string | null;
  bars: BarRow[];
  /** Rows below the bars, without a bar. */
  others: ChangeRow[];
  total: ChangeRow;
};

/** A bar is a table with one cell as wide as its share, because every mail program draws that, even Outlook. */
export function MailBars({ table, accent }: { table: BarTable; accent: string }) {
  const hasBars = table.bars.some(({ share }) => share);
  const heads = table.changeHead === null ? table.heads : [...table.heads, table.changeHead];
  const line = (row: ChangeRow | BarRow, isSum = false) => (
    <NumberLine row={row} isSum={isSum}>
      {table.changeHead !== null && (
        <td class="n" align="right">
          {row.change ?? ''}
        </td>
      )}
      {hasBars && (
        <td class="b" width="35%">
          {'share' in row && row.share ? <MailBar share={row.share} accent={accent} /> : ''}
        </td>
      )}
    </NumberLine>
  );
  return (
    <DataTable caption={table.caption} heads={heads} hasBars={hasBars}>
      {table.bars.map((row) => line(row))}
      {table.others.map((row) => line(row))}
      {line(table.total, true)}
    </DataTable>
  );
}

function MailBar({ share, accent }: { share: number; accent: string }) {
  const name = isAccent(accent) ? accent : 'navy';
  return (
    <table role="presentation" cellspacing="0" width={`${Math.max(1, Math.round(share * 100))}%`}>
      <tr>
        <td class={`accent-${name}`} bgcolor={accents[name].light} height="14">
          &nbsp;
        </td>
      </tr>
    </table>
  );
}

export function MailNumbers({ caption: title, heads, rows, total }: NumberTableProps) {
  return (
    <DataTable caption={title} heads={heads}>
      {rows.map((row) => (
        <NumberLine row={row} />
      ))}
      <NumberLine row={total} isSum />
    </DataTable>
  );
}

export type MailFigureProps = { value: string; label: string; change: string; size?: number; space?: number };

/** A large number, what it counts and how it changed. Sizes are in pixels. */
export function MailFigure({ value, label, change, size = 48, space = 16 }: MailFigureProps) {
  return (
    <p style={`margin-bottom:${space}px`}>
      <span class="big" style={`font-size:${size}px;line-height:1`}>
        {value}
      </span>{' '}
      {label}
      {', '}
      <b style="white-space:nowrap">{change}</b>
    </p>
  );
}

/** Nothing if there are no lines. */
export function MailLines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <MailHeading level={2}>{heading}</MailHeading>
      {lines.map((line) => (
        <MailParagraph>{line}</MailParagraph>
      ))}
    </>
  );
}

type DataTableProps = { caption: string; heads: string[]; hasBars?: boolean; children: Child };

function DataTable({ caption: title, heads: [label, ...numbers], hasBars, children }: DataTableProps) {
  return (
    <table class="t" width="100%" cellspacing="0" border={0}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" align="left">
            {label}
          </th>
          {numbers.map((head) => (
            <th scope="col" align="right" class="n">
              {head}
            </th>
          ))}
          {hasBars && <td class="b" />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function NumberLine({ row, isSum, children }: { row: NumberRow; isSum?: boolean; children?: Child }) {
  return (
    <tr class={isSum ? 's' : undefined}>
      <th scope="row" align="left">
        {row.label}
      </th>
      <td class="n" align="right">
        {row.value}
      </td>
      {children}
    </tr>
  );
}
