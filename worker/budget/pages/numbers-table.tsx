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
  // What is asked for is of no year: its source has one.
  const years = new Map<string, string | null>(
    known.flatMap((key) => (key === 'asked' ? [] : [[key, commonYear(lines.map((line) => line[key]))]])),
  );
  const hasAnswers = lines.some(({ answered }) => answered);
  return (
    <Table
      asList
      caption={known.length > 0 ? words.caption : words.captionOfAnswers}
      columns={[
        { label: words.line },
        ...known.map((key) => {
          const year = years.get(key);
          const label = year ? message(words.ofYear, { column: words[key], year }, language) : words[key];
          return { label, numeric: true };
        }),
        ...(hasAnswers ? [{ label: words.answeredHead, numeric: true }] : []),
      ]}
      rows={lines.map((line) => [
        <>
          {line.name}
          {line.about && <Note>{line.about}</Note>}
        </>,
        ...known.map((key) => (
          <Amount
            cell={line[key]}
            isAsk={key === 'asked'}
            saysYear={years.get(key) === null}
            language={language}
          />
        )),
        ...(hasAnswers ? [<Answered answered={line.answered} language={language} />] : []),
      ])}
    />
  );
}

/** As a text, so that it is written without a comma. Null where the numbers are of several years. */
function commonYear(cells: readonly (Cell | null)[]): string | null {
  const years = new Set(cells.flatMap((cell) => cell?.year ?? []));
  const [year] = years;
  return year !== undefined && years.size === 1 ? String(year) : null;
}

function Note({ children }: { children: string }) {
  return (
    <>
      <br />
      <span class="small">{children}</span>
    </>
  );
}

type AmountProps = { cell: Cell | null; isAsk: boolean; saysYear: boolean; language: Language };

function Amount({ cell, isAsk, saysYear, language }: AmountProps) {
  const words = copy[language];
  // A line of which the campaign asks nothing has nothing to be known.
  if (!cell) return isAsk ? '–' : <span class="small">{words.unknown}</span>;
  return (
    <>
      {cell.text} <SourceMark n={cell.source} language={language} />
      {saysYear && <Note>{String(cell.year)}</Note>}
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

function Answered({ answered, language }: Pick<ShownLine, 'answered'> & { language: Language }) {
  if (!answered) return '–';
  const { dollars } = answered;
  return (
    <>
      {answered.text}
      {answered.notes.map((note) => (
        <Note>{note}</Note>
      ))}
      {dollars && (
        <>
          <br />
          <span class="small">{dollars.text}</span> <SourceMark n={dollars.source} language={language} />
        </>
      )}
    </>
  );
}
