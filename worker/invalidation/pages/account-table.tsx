import { Table } from '../../../web/components/table.tsx';
import { formatNumber, type Language } from '../../../web/language.ts';
import { oneCopy } from './one-copy.ts';

export const accountRows = [
  'received',
  'confirmed',
  'unconfirmed',
  'duplicate',
  'flagged',
  'withdrawn',
  'invalidated',
] as const;
type AccountRow = (typeof accountRows)[number];

/** The second column is what would be, or what was; null while that is not known. */
export type Account = {
  now: Record<AccountRow, number>;
  other: { kind: 'after' | 'before'; numbers: Partial<Record<AccountRow, number>> } | null;
};

export function AccountTable({
  account: { now, other },
  language,
}: {
  account: Account;
  language: Language;
}) {
  const words = oneCopy[language].account;
  const number = (n: number | undefined) => (n === undefined ? '–' : formatNumber(n, language));
  const rows = accountRows.filter((row) => other?.kind !== 'before' || other.numbers[row] !== undefined);
  const cells = (row: AccountRow) => {
    const [a, b] = [number(now[row]), number(other?.numbers[row])];
    return other === null ? [a] : other.kind === 'after' ? [a, b] : [b, a];
  };
  const heads =
    other === null
      ? [words.columns.now]
      : other.kind === 'after'
        ? [words.columns.now, words.columns.after]
        : [words.columns.before, words.columns.now];
  return (
    <Table
      caption={words.before}
      columns={[{ label: words.columns.state }, ...heads.map((label) => ({ label, numeric: true }))]}
      rows={rows.map((row) => [words.rows[row], ...cells(row)])}
    />
  );
}
