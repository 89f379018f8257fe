import { TextField } from '../../../../web/components/field.tsx';
import { formatNumber, message } from '../../../../web/language.ts';
import type { NumberInSteps } from '../number.ts';
import { controlOf, oneControl } from './controls.tsx';
import { copy } from './copy.ts';
import { amountOf } from './figures.ts';
import type { KindPage } from './page.ts';

export const numberPage: KindPage<NumberInSteps> = {
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
};
