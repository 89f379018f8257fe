import { TextField } from '../../../../web/components/field.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { NumberInSteps, NumberInStepsDistribution } from '../number.ts';
import type { AnswerRow } from './choices.tsx';
import { controlOf, oneControl } from './controls.tsx';
import { copy } from './copy.ts';
import { amountOf, withShare } from './figures.ts';
import { averageRows, numberTallyPage } from './numbers.tsx';
import type { KindPage, Tally } from './page.ts';

export const numberPage: KindPage<NumberInSteps, NumberInStepsDistribution> = {
  isGrouped: false,
  controls: controlOf,
  instruction({ min, max, unit }, language) {
    const ends = {
      min: formatNumber(min, language),
      max: amountOf(max, unit?.[language] ?? null, language),
    };
    return message(copy[language].field.range, ends, language);
  },
  Fields: (props) => (
    <TextField
      {...oneControl(props)}
      inputmode={Number.isInteger(props.question.step) ? 'numeric' : 'decimal'}
      autocomplete="off"
      width="short"
    />
  ),
  lines: ({ unit }, answer, language) => [amountOf(Number(answer), unit?.[language] ?? null, language)],
  tally: numberTallyPage<NumberInStepsDistribution>({ bars: binRows, mailRows: averageRows }),
};

const mostBins = 10;

/** Numbers in order, or in ranges of equal width if there are many. */
function binRows(
  { values, answered, unit }: Tally<NumberInStepsDistribution>,
  language: Language,
): AnswerRow[] {
  const number = (value: number) => amountOf(value, unit?.[language] ?? null, language);
  const row = (label: string, n: number) => ({ label, n, text: withShare(n, answered, language) });
  if (values.length <= mostBins) return values.map(({ value, n }) => row(number(value), n));
  const [first, last] = [values[0]?.value ?? 0, values.at(-1)?.value ?? 0];
  const width = Math.ceil((last - first + 1) / mostBins);
  return Array.from({ length: mostBins }, (_, i) => first + i * width)
    .filter((from) => from <= last)
    .map((from) => {
      const inside = values.filter(({ value }) => value >= from && value < from + width);
      const [least, most] = [inside[0]?.value ?? from, inside.at(-1)?.value ?? from];
      const ends = { from: formatNumber(least, language), to: number(most) };
      const label = most === from ? number(from) : message(copy[language].told.range, ends, language);
      return row(
        label,
        inside.reduce((sum, { n }) => sum + n, 0),
      );
    });
}
