import { placeLabel } from '../../../../web/components/place-label.ts';
import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { AreaTally } from '../area-rules.ts';
import type { QuestionTally } from '../rules.ts';
import { surveyCopy } from './survey-copy.ts';
import { areaLabel, average, averageAmount, withShare } from './survey-sentences.ts';

export type AnswersByAreaProps = { question: QuestionTally; city: string; language: Language };

/** A column for each area: what was chosen there, or the mean of what was given. */
export function AnswersByArea({ question, city, language }: AnswersByAreaProps) {
  const { areas, heads } = surveyCopy[language];
  if (question.answered === 0 || !isToldByArea(question)) return null;
  if (question.byArea.length === 0) return <p class="small">{areas.none}</p>;
  const caption = 'choices' in question ? areas.caption : areas.mean;
  return (
    <details class="areas">
      <summary>{'choices' in question ? areas.summary : areas.meanSummary}</summary>
      <Table
        caption={message(caption, { title: question.title[language] }, language)}
        wide
        columns={[
          { label: heads.answer },
          ...question.byArea.map((area) => ({ label: areaLabel(area, city, language), numeric: true })),
        ]}
        rows={partsOf(question, city, language).map(({ id, label }) => [
          label,
          ...question.byArea.map((area) => cellOf(question, area, id, language)),
        ])}
        total={[heads.answered, ...question.byArea.map(({ answered }) => formatNumber(answered, language))]}
      />
      {question.byArea.some(({ place }) => place === null) && <p class="small">{areas.folded}</p>}
    </details>
  );
}

/** A district by district would say where people live who answered where they live. */
function isToldByArea({ kind }: QuestionTally): boolean {
  return ['single', 'multiple', 'scale', 'number', 'ranking', 'allocation'].includes(kind);
}

function partsOf(question: QuestionTally, city: string, language: Language): { id: string; label: string }[] {
  if ('choices' in question)
    return question.choices.map(({ id, label }) => ({
      id,
      label: placeLabel({ place: id, name: label }, city, language),
    }));
  if ('options' in question) return question.options.map(({ id, label }) => ({ id, label: label[language] }));
  if ('lines' in question) return question.lines.map(({ id, label }) => ({ id, label: label[language] }));
  return [{ id: '', label: surveyCopy[language].heads.mean }];
}

function cellOf(question: QuestionTally, area: AreaTally, id: string, language: Language): string {
  const row = area.rows.find((one) => one.id === id);
  if ('choices' in question) return withShare(row?.n ?? 0, area.answered, language);
  if (question.kind === 'allocation')
    return averageAmount(row?.mean ?? null, question.unit[language], language);
  if (question.kind === 'number')
    return averageAmount(row?.mean ?? null, question.unit?.[language] ?? null, language);
  return average(row?.mean ?? null, language);
}
