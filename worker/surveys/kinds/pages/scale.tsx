import type { Language } from '../../../../web/language.ts';
import { fieldName } from '../fields.ts';
import { numbersOf, type Scale } from '../scale.ts';
import { Radios } from './controls.tsx';
import type { KindPage } from './page.ts';

export const scalePage: KindPage<Scale> = {
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
};

/** "1 – Not at all"; numbers between the ends stand alone. */
function scaleLabel({ from, to, fromLabel, toLabel }: Scale, value: number, language: Language): string {
  const label = value === from ? fromLabel : value === to ? toLabel : null;
  return label === null ? String(value) : `${value} – ${label[language]}`;
}
