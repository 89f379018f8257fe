import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import { tallyPageOf } from '../../kinds/pages/page-of.ts';
import type { QuestionTally } from '../rules.ts';
import { surveyCopy } from './survey-copy.ts';
import { areaLabel } from './survey-sentences.ts';

export type AnswersByAreaProps = { question: QuestionTally; city: string; language: Language };

/** A column for each area: what was chosen there, or the mean. */
export function AnswersByArea({ question, city, language }: AnswersByAreaProps) {
  const { areas: words, heads } = surveyCopy[language];
  const { areas } = tallyPageOf(question);
  const { byArea, title } = question;
  if (question.answered === 0 || !areas) return null;
  if (byArea.length === 0) return <p class="small">{words.none}</p>;
  const caption = areas.areMeans ? words.mean : words.caption;
  return (
    <details class="areas">
      <summary>{areas.areMeans ? words.meanSummary : words.summary}</summary>
      <Table
        caption={message(caption, { title: title[language] }, language)}
        wide
        columns={[
          { label: heads.answer },
          ...byArea.map((area) => ({ label: areaLabel(area, city, language), numeric: true })),
        ]}
        rows={areas.rows(question, { city, language }).map(({ id, label }) => [
          label,
          ...byArea.map(({ rows, answered }) => {
            const row = rows.find((one) => one.id === id);
            return areas.cell(question, row, { answered, language });
          }),
        ])}
        total={[heads.answered, ...byArea.map(({ answered }) => formatNumber(answered, language))]}
      />
      {byArea.some(({ place }) => place === null) && <p class="small">{words.folded}</p>}
    </details>
  );
}
