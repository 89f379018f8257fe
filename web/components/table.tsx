import type { Child } from 'hono/jsx';

export type Column = { label: Child; numeric?: boolean };

export type TableProps = {
  caption: string;
  columns: Column[];
  /** The first cell of each row is its header. */
  rows: Child[][];
  /** A last row with the total, set apart by a rule. */
  total?: Child[];
  /** A class of its own. */
  kind?: string;
  /** May be wider than a phone. Then the table scrolls sideways, also by keyboard. */
  wide?: boolean;
  /** On a phone each row becomes a list, so that no column is off the screen. */
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

/** When CSS shows the rows as lists, browsers forget that it is a table, so each part gets its role. */
type Role = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

function PlainTable({ caption, columns, rows, total, kind, asList = false }: TableProps) {
  const role = (name: Role) => (asList ? name : undefined);
  return (
    <table class={asList ? 'as-list' : kind} role={role('table')}>
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
            {role('cell') && typeof cell === 'object' ? <div>{cell}</div> : cell}
          </td>
        );
      })}
    </tr>
  );
}
