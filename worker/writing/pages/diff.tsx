import type { Child } from 'hono/jsx';
import type { Language } from '../../../web/language.ts';
import type { ChangeRow } from '../change-rows.ts';
import { writeCopy } from './write-copy.ts';

/** What goes and what comes, line by line. `beside`: what stands beside a change, such as a box to check. */
export function Diff({
  language,
  rows,
  beside,
}: {
  language: Language;
  rows: readonly ChangeRow[];
  beside?: (row: ChangeRow) => Child;
}) {
  return (
    <ul class="diff">
      {rows.map((row) => (
        <li>
          {beside ? beside(row) : <p class="diff-where">{row.where}</p>}
          <Lines language={language} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ language, row }: { language: Language; row: ChangeRow }) {
  const words = writeCopy[language];
  return (
    <div class="diff-lines">
      {row.isOrder && <p class="hint">{words.orderChanged}</p>}
      {row.lines.map(({ kind, text }) => {
        if (kind === 'same') return <p>{text || ' '}</p>;
        return kind === 'out' ? (
          <p>
            <span class="unseen">{words.before}: </span>
            <del>{text || ' '}</del>
          </p>
        ) : (
          <p>
            <span class="unseen">{words.after}: </span>
            <ins>{text || ' '}</ins>
          </p>
        );
      })}
    </div>
  );
}
