import { type Language, message } from '../../../../web/language.ts';
import { unitAfter } from '../../number-rules.ts';
import type { Allocation } from '../allocation-answers.ts';
import type { AllocationDistribution } from '../allocation-tally.ts';
import { fieldName } from '../fields.ts';
import type { SurveyAnswer } from '../kind.ts';
import { amountsIn } from '../reading.ts';
import { allocationTallyPage } from './allocation-tally.tsx';
import { controlsOfParts } from './controls.tsx';
import { copy } from './copy.ts';
import { amountOf } from './figures.ts';
import type { FieldsProps, KindPage } from './page.ts';

export const allocationPage: KindPage<Allocation, AllocationDistribution> = {
  isGrouped: true,
  controls: (question) => controlsOfParts(question, question.lines),
  instruction({ total, step, unit }, language) {
    const words = copy[language].field;
    const amount = (value: number) => amountOf(value, unit[language], language);
    const steps = step === 1 ? '' : ` ${message(words.steps, { step: amount(step) }, language)}`;
    const whole = { total: amount(total) };
    const all = unit[language] === '%' ? message(words.all, whole, language) : whole.total;
    return message(words.spread, { total: all }, language) + steps;
  },
  Fields: BudgetFields,
  lines,
  tally: allocationTallyPage,
  errorText({ code, values = {} }, _question, language) {
    if (code !== 'does-not-sum') return null;
    const over = -Number(values.left);
    const words = copy[language].error;
    return message(over > 0 ? words['too-much'] : words['too-little'], { ...values, over }, language);
  },
};

function lines({ lines, unit }: Allocation, answer: SurveyAnswer, language: Language): string[] {
  const amounts = amountsIn(answer);
  const amount = (value: number) => amountOf(value, unit[language], language);
  const { today } = copy[language].field;
  return lines.map(({ id, label, today: now }) => {
    return `${label[language]}: ${amount(amounts[id] ?? 0)} (${today} ${amount(now)})`;
  });
}

/** A number for each line beside what it gets today. The script adds sliders, bars and the sum. */
function BudgetFields({ question, values, error, language }: FieldsProps<Allocation>) {
  const { lines, total, step } = question;
  const unit = question.unit[language];
  return (
    <div class="budget" data-total={total} data-step={step} data-unit={unitAfter(unit, language)}>
      {lines.map((line) => {
        const name = fieldName(question.id, line.id);
        return (
          <div class="field line" data-today={line.today}>
            <label for={name}>{line.label[language]}</label>
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

/** What the line has and what it gets today. Only the script shows it, because it has to follow the input. */
function Bars({ today }: { today: number }) {
  return (
    <svg class="bar undrawn" width="100%" height="14" aria-hidden="true">
      <rect class="track" width={`${Math.min(100, 100 * today).toFixed(2)}%`} y="8" height="5" />
      <rect class="done" width="0%" height="7" />
    </svg>
  );
}
