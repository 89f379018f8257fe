import { Figure } from '../../../web/components/figure.tsx';
import { NumberTable, type NumberTableProps } from '../../../web/components/number-table.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';

type StaffStateProps = {
  shell: Shell;
  title: string;
  figure: { value: number; label: string } | null;
  lines: readonly string[];
  problems: { heading: string; lines: readonly string[] };
  table: NumberTableProps | null;
  more: { href: string; text: string };
};

/** The cities of a state, on the page of its committee's staff. */
export function StaffState({ shell, title, figure, lines, problems, table, more }: StaffStateProps) {
  return (
    <section class="flow">
      <h2>{title}</h2>
      {figure && <Figure {...figure} language={shell.language} />}
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {table && <NumberTable {...table} />}
      {problems.lines.length > 0 && (
        <>
          <h3>{problems.heading}</h3>
          <ul>
            {problems.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={linkFrom(shell, more.href)}>{more.text}</a>
      </p>
    </section>
  );
}
