import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { AreaCell } from '../../kinds/pages/page.ts';
import { tallyPageOf } from '../../kinds/pages/page-of.ts';
import type { AreaTally } from '../area-rules.ts';
import type { QuestionTally } from '../rules.ts';
import { surveyCopy } from './survey-copy.ts';
import { areaLabel, shortAreaLabel } from './survey-sentences.ts';

export type AnswersByAreaProps = { question: QuestionTally; city: string; language: Language };

/** A column for everybody, where the kind has one, and a column for each area: what was chosen there, or the mean. */
export function AnswersByArea({ question, city, language }: AnswersByAreaProps) {
  const { areas: words, heads } = surveyCopy[language];
  const { areas } = tallyPageOf(question);
  const { byArea, title, answered } = question;
  if (answered === 0 || !areas) return null;
  if (byArea.length === 0) return <p class="small">{words.none}</p>;
  const caption = areas.areMeans ? words.mean : words.caption;
  const everybody = areas.everybody?.(question);
  const columns = [
    ...(everybody ? [{ head: words.everybody, answered, rows: everybody }] : []),
    ...byArea.map((area) => ({ ...area, head: <AreaHead area={area} city={city} language={language} /> })),
  ];
  return (
    <details class={everybody ? 'areas whole' : 'areas'}>
      <summary>{areas.areMeans ? words.meanSummary : words.summary}</summary>
      <Table
        caption={message(caption, { title: title[language] }, language)}
        wide
        columns={[{ label: heads.answer }, ...columns.map(({ head }) => ({ label: head, numeric: true }))]}
        rows={areas.rows(question, { city, language }).map(({ id, label }) => [
          label,
          ...columns.map((column) => {
            const row = column.rows.find((one) => one.id === id);
            return <Cell of={areas.cell(question, row, { answered: column.answered, language })} />;
          }),
        ])}
        total={[
          <span data-short={heads.answeredShort}>{heads.answered}</span>,
          ...columns.map((column) => formatNumber(column.answered, language)),
        ]}
      />
      {byArea.some(({ place }) => place === null) && <p class="small">{words.folded}</p>}
    </details>
  );
}

/** On paper the columns are narrow, and a head is short. */
function AreaHead({ area, city, language }: { area: AreaTally; city: string; language: Language }) {
  return <span data-short={shortAreaLabel(area, language)}>{areaLabel(area, city, language)}</span>;
}

function Cell({ of }: { of: AreaCell }) {
  if (typeof of === 'string') return <>{of}</>;
  return (
    <>
      {of.value}
      <span class="more">{of.more}</span>
    </>
  );
}
