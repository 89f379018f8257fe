import type { Child } from 'hono/jsx';
import { accents, isAccent } from '../../../web/accents.ts';
import type { NumberRow, NumberTableProps } from '../../../web/components/number-table.tsx';
import { MailHeading, MailParagraph, mailStyles } from './mail-html.tsx';

const cell = `${mailStyles.ink};${mailStyles.rule};font-size:16px;padding:6px 8px 6px 0;text-align:left;font-weight:400;vertical-align:top`;
const number = `${cell};${mailStyles.figures};padding-right:12px`;
const head = `${mailStyles.muted};padding:4px 8px 4px 0;text-align:left;font-weight:400`;
const caption = `${mailStyles.heading};font-size:20px;text-align:left;padding:32px 0 8px`;
const strong = 'font-weight:700';

/** `share` of the largest row, 0 to 1; null where it has no bar. */
export type BarRow = NumberRow & { share: number | null };

export type BarTable = Omit<NumberTableProps, 'rows'> & {
  bars: BarRow[];
  /** Rows below them that have no bar. */
  others: NumberRow[];
};

/** A bar is a table of one cell as wide as its share: every mail reader draws that, Outlook too. */
export function MailBars({ table, accent }: { table: BarTable; accent: string }) {
  const hasBars = table.bars.some(({ share }) => share);
  return (
    <DataTable caption={table.caption} heads={table.heads} hasBars={hasBars}>
      {table.bars.map((row) => (
        <NumberLine row={row}>
          {hasBars && (
            <td class="rule" width="45%" style={`${cell};vertical-align:middle`}>
              {row.share ? <MailBar share={row.share} accent={accent} /> : ''}
            </td>
          )}
        </NumberLine>
      ))}
      {table.others.map((row) => (
        <NumberLine row={row}>{hasBars && <td class="rule" style={cell} />}</NumberLine>
      ))}
      <NumberLine row={table.total} weight={strong}>
        {hasBars && <td class="rule" style={cell} />}
      </NumberLine>
    </DataTable>
  );
}

function MailBar({ share, accent }: { share: number; accent: string }) {
  const name = isAccent(accent) ? accent : 'navy';
  const colour = accents[name].light;
  return (
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      border={0}
      width={`${Math.max(1, Math.round(share * 100))}%`}
    >
      <tr>
        <td
          class={`accent-${name}`}
          bgcolor={colour}
          height="14"
          style={`background-color:${colour};height:14px;font-size:0;line-height:0`}
        >
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
      <NumberLine row={total} weight={strong} />
    </DataTable>
  );
}

export type MailFigureProps = { value: string; label: string; change: string; size?: number; space?: number };

/** A large number, what it counts and how it changed. Sizes are in pixels. */
export function MailFigure({ value, label, change, size = 48, space = 16 }: MailFigureProps) {
  return (
    <p class="ink" style={`margin:0 0 ${space}px;${mailStyles.ink}`}>
      <span class="ink" style={`${mailStyles.heading};font-size:${size}px;line-height:1`}>
        {value}
      </span>{' '}
      {label}
      {', '}
      <b style="white-space:nowrap">{change}</b>
    </p>
  );
}

/** Nothing where there are no lines. */
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

type DataTableProps = { caption: string; heads: [string, string]; hasBars?: boolean; children: Child };

function DataTable({ caption: title, heads, hasBars, children }: DataTableProps) {
  return (
    <table width="100%" cellpadding="0" cellspacing="0" border={0} style="border-collapse:collapse">
      <caption class="ink" style={caption}>
        {title}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="muted" style={head}>
            {heads[0]}
          </th>
          <th
            scope="col"
            class="muted"
            style={`${head};text-align:right;white-space:nowrap;padding-right:12px`}
          >
            {heads[1]}
          </th>
          {hasBars && <td />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function NumberLine({ row, weight, children }: { row: NumberRow; weight?: string; children?: Child }) {
  const more = weight ? `;${weight}` : '';
  return (
    <tr>
      <th scope="row" class="ink rule" style={`${cell}${more}`}>
        {row.label}
      </th>
      <td class="ink rule" style={`${number}${more}`}>
        {row.value}
      </td>
      {children}
    </tr>
  );
}
