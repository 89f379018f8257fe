import { Table } from './table.tsx';

export type NumberRow = { label: string; value: string };

/** Rows with a label on the left and a number on the right, and a last row with the total. */
export type NumberTableProps = {
  caption: string;
  heads: [label: string, value: string];
  rows: NumberRow[];
  total: NumberRow;
};

export function NumberTable({ caption, heads, rows, total }: NumberTableProps) {
  return (
    <Table
      caption={caption}
      columns={[{ label: heads[0] }, { label: heads[1], numeric: true }]}
      rows={rows.map(({ label, value }) => [label, value])}
      total={[total.label, total.value]}
    />
  );
}
