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
};

export function Table(props: TableProps) {
  if (!props.wide) return <PlainTable {...props} />;
  return (
    <section class="scroll" aria-label={props.caption} tabindex={0}>
      <PlainTable {...props} />
    </section>
  );
}

function PlainTable({ caption, columns, rows, total }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th scope="col" class={numeric ? 'n' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <Row cells={cells} columns={columns} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <Row cells={total} columns={columns} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ cells, columns }: { cells: Child[]; columns: Column[] }) {
  return (
    <tr>
      {cells.map((cell, index) => {
        const side = columns[index]?.numeric ? 'n' : undefined;
        if (index > 0) return <td class={side}>{cell}</td>;
        return (
          <th scope="row" class={side}>
            {cell}
          </th>
        );
      })}
    </tr>
  );
}
