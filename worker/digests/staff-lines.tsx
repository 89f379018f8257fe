import { linkFrom, type Shell } from '../../web/shell.ts';

type StaffLinesProps = {
  shell: Shell;
  title: string;
  lines: readonly string[];
  more?: { href: string; text: string };
};

/** Sentences under a heading, on the page of a committee's staff. */
export function StaffLines({ shell, title, lines, more }: StaffLinesProps) {
  return (
    <section class="flow">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {more && (
        <p>
          <a href={linkFrom(shell, more.href)}>{more.text}</a>
        </p>
      )}
    </section>
  );
}
