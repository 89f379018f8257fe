import { linkFrom, type Shell } from '../../../web/shell.ts';

type StaffBudgetProps = {
  shell: Shell;
  title: string;
  lines: readonly string[];
  more: { href: string; text: string };
};

/** The lines of which a campaign asks something, on the page of a committee's staff. */
export function StaffBudget({ shell, title, lines, more }: StaffBudgetProps) {
  return (
    <section class="flow">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={linkFrom(shell, more.href)}>{more.text}</a>
      </p>
    </section>
  );
}
