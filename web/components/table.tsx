import type { Child } from 'hono/jsx';

export type Column = { label: string; numeric?: boolean };

export type TableProps = {
  caption: string;
  columns: Column[];
  /** The first cell of a row is its header. */
  rows: Child[][];
  /** A last row that sums up, set apart by a rule. */
  total?: Child[];
  /** May be wider than a phone: it then scrolls by itself, by keyboard too. */
  wide?: boolean;
  /** On a phone each row becomes a list, so that no column is out of sight. */
  asList?: boolean;
};

export function Table(props: TableProps) {
  if (!props.wide) return <PlainTable {...props} />;
  return (
    <section class="scroll" aria-label={props.caption} tabindex={0}>
      <PlainTable {...props} />
    </section>
  );
}

/** Browsers forget what a table is where its rows are shown as lists, so each part says it. */
type Role = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

function PlainTable({ caption, columns, rows, total, asList = false }: TableProps) {
  const role = (name: Role) => (asList ? name : undefined);
  return (
    <table class={asList ? 'as-list' : undefined} role={role('table')}>
      <caption>{caption}</caption>
      <thead role={role('rowgroup')}>
        <tr role={role('row')}>
          {columns.map(({ label, numeric }) => (
            <th scope="col" class={numeric ? 'n' : undefined} role={role('columnheader')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role('rowgroup')}>
        {rows.map((cells) => (
          <Row cells={cells} columns={columns} role={role} />
        ))}
      </tbody>
      {total && (
        <tfoot role={role('rowgroup')}>
          <Row cells={total} columns={columns} role={role} />
        </tfoot>
      )}
    </table>
  );
}

type RowProps = { cells: Child[]; columns: Column[]; role: (name: Role) => Role | undefined };

function Row({ cells, columns, role }: RowProps) {
  return (
    <tr role={role('row')}>
      {cells.map((cell, index) => {
        const side = columns[index]?.numeric ? 'n' : undefined;
        if (index === 0) {
          return (
            <th scope="row" class={side} role={role('rowheader')}>
              {cell}
            </th>
          );
        }
        return (
          <td class={side} role={role('cell')} data-label={role('cell') && columns[index]?.label}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
