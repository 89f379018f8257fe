import { formatNumber, type Language, message } from '../../../../web/language.ts';
import { fieldName } from '../fields.ts';
import { numbersOf, type Scale, type ScaleDistribution } from '../scale.ts';
import type { AnswerRow } from './choices.tsx';
import { Radios } from './controls.tsx';
import { copy } from './copy.ts';
import { average, withShare } from './figures.ts';
import { averageRows, numberTallyPage } from './numbers.tsx';
import type { KindPage, Tally } from './page.ts';

export const scalePage: KindPage<Scale, ScaleDistribution> = {
  isGrouped: true,
  controls: ({ id, from }) => [fieldName(id, String(from))],
  Fields: ({ question, values, language }) => (
    <div class="scale">
      <Radios
        question={question}
        options={numbersOf(question).map((id) => ({ id, label: scaleLabel(question, Number(id), language) }))}
        values={values}
        language={language}
      />
    </div>
  ),
  lines: (question, answer, language) => [scaleLabel(question, Number(answer), language)],
  tally: {
    ...numberTallyPage<ScaleDistribution>({
      bars: stepRows,
      mailRows: (question, language) => [
        ...stepRows(question, language).map(({ label, text }) => ({ label, value: text })),
        ...averageRows(question, language),
      ],
    }),
    findings: ({ values, mean, title }, language) => {
      const ends = { from: values[0]?.value ?? 0, to: values.at(-1)?.value ?? 0 };
      const said = { mean: average(mean, language), title: title[language], ...ends };
      return [{ rank: 5, text: message(copy[language].findings.mean, said, language) }];
    },
  },
};

function stepRows({ values, fromLabel, toLabel, answered }: Tally<ScaleDistribution>, language: Language) {
  return values.map(({ value, n }, i): AnswerRow => {
    const end = i === 0 ? fromLabel : i === values.length - 1 ? toLabel : null;
    const number = formatNumber(value, language);
    return {
      label: end ? `${number} – ${end[language]}` : number,
      n,
      text: withShare(n, answered, language),
    };
  });
}

/** "1 – Not at all". Numbers between the ends have no label. */
function scaleLabel({ from, to, fromLabel, toLabel }: Scale, value: number, language: Language): string {
  const label = value === from ? fromLabel : value === to ? toLabel : null;
  return label === null ? String(value) : `${value} – ${label[language]}`;
}
