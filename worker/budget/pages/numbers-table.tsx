import { Table } from '../../../web/components/table.tsx';
import type { Language } from '../../../web/language.ts';
import { message } from '../../../web/language.ts';
import type { Cell, ShownLine } from '../shown.ts';
import { copy } from './copy.ts';

const columns = ['adopted', 'proposed', 'asked'] as const;

/** A row for each line. A column in which nothing is known is left out. */
export function NumbersTable({ lines, language }: { lines: readonly ShownLine[]; language: Language }) {
  const words = copy[language];
  const known = columns.filter((key) => lines.some((line) => line[key]));
  const hasAnswers = lines.some(({ answered }) => answered);
  return (
    <Table
      asList
      caption={known.length > 0 ? words.caption : words.captionOfAnswers}
      columns={[
        { label: words.line },
        ...known.map((key) => ({ label: words[key], numeric: true })),
        ...(hasAnswers ? [{ label: words.answeredHead, numeric: true }] : []),
      ]}
      rows={lines.map((line) => [
        <>
          {line.name}
          {line.about && <Note>{line.about}</Note>}
        </>,
        ...known.map((key) => <Amount cell={line[key]} isAsk={key === 'asked'} language={language} />),
        ...(hasAnswers ? [<Answered answered={line.answered} />] : []),
      ])}
    />
  );
}

function Note({ children }: { children: string }) {
  return (
    <>
      <br />
      <span class="small">{children}</span>
    </>
  );
}

function Amount({ cell, isAsk, language }: { cell: Cell | null; isAsk: boolean; language: Language }) {
  const words = copy[language];
  // A line of which the campaign asks nothing has nothing to be known.
  if (!cell) return isAsk ? '–' : <span class="small">{words.unknown}</span>;
  return (
    <>
      {cell.text} <SourceMark n={cell.source} language={language} />
      {cell.notes.map((note) => (
        <Note>{note}</Note>
      ))}
    </>
  );
}

/** Leads to the source of a number in the list of sources. */
export function SourceMark({ n, language }: { n: number; language: Language }) {
  return (
    <a class="small" href={`#source-${n}`} aria-label={message(copy[language].sourceLink, { n }, language)}>
      [{n}]
    </a>
  );
}

function Answered({ answered }: Pick<ShownLine, 'answered'>) {
  if (!answered) return '–';
  return (
    <>
      {answered.text}
      {answered.notes.map((note) => (
        <Note>{note}</Note>
      ))}
    </>
  );
}
