import type { Child } from 'hono/jsx';
import { type Language, message } from '../../../web/language.ts';
import type { ChangeRow } from '../change-rows.ts';
import type { Line } from '../diff-rules.ts';
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
          <p class="hint">{writeCopy[language].what[row.what]}</p>
          <Lines language={language} row={row} />
        </li>
      ))}
    </ul>
  );
}

/** Of a long change the page has the first lines; a press shows the rest. */
const shownAtOnce = 8;

function Lines({ language, row: { lines } }: { language: Language; row: ChangeRow }) {
  const isLong = lines.length > shownAtOnce + 2;
  const [first, rest] = isLong ? [lines.slice(0, shownAtOnce), lines.slice(shownAtOnce)] : [lines, []];
  return (
    <div class="diff-lines">
      <Some language={language} lines={first} />
      {rest.length > 0 && (
        <details>
          <summary>{message(writeCopy[language].moreLines, { n: rest.length }, language)}</summary>
          <Some language={language} lines={rest} />
        </details>
      )}
    </div>
  );
}

function Some({ language, lines }: { language: Language; lines: readonly Line[] }) {
  const words = writeCopy[language];
  return (
    <>
      {lines.map(({ kind, text }) => {
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
    </>
  );
}
