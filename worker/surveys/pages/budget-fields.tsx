import { type Language, message } from '../../../web/language.ts';
import { amountOf } from './answer-words.ts';
import { copy } from './copy.ts';
import { nameOf, type QuestionOf, type RawAnswers } from './survey.ts';

type BudgetFieldsProps = {
  question: QuestionOf<'allocation'>;
  values: RawAnswers;
  error: string | null;
  language: Language;
};

/** A number for each line beside what it gets today. The script adds sliders, bars and the sum. */
export function BudgetFields({ question, values, error, language }: BudgetFieldsProps) {
  const { lines, total, step, unit } = question;
  return (
    <div class="budget" data-total={total} data-step={step} data-unit={unit}>
      {lines.map((line) => {
        const name = `${nameOf(question)}.${line.id}`;
        return (
          <div class="field line" data-today={line.today}>
            <label for={name}>{line.label}</label>
            <p class="hint" id={`${name}-today`}>
              {message(
                copy[language].field.todayIs,
                { amount: amountOf(line.today, unit, language) },
                language,
              )}
            </p>
            <p class="amount">
              <input
                class="short"
                id={name}
                name={name}
                type="text"
                inputmode={Number.isInteger(step) ? 'numeric' : 'decimal'}
                value={values[name]?.[0] ?? ''}
                autocomplete="off"
                aria-describedby={`${name}-today`}
                aria-invalid={error ? 'true' : undefined}
              />{' '}
              {unit}
            </p>
            <Bars today={line.today / total} />
          </div>
        );
      })}
    </div>
  );
}

/** What the line has and what it gets today; drawn once there is a script that keeps it true. */
function Bars({ today }: { today: number }) {
  return (
    <svg class="bar" width="100%" height="14" aria-hidden="true" hidden>
      <rect class="track" width={`${Math.min(100, 100 * today).toFixed(2)}%`} y="8" height="5" />
      <rect class="done" width="0%" height="7" />
    </svg>
  );
}
