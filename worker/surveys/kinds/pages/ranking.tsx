import { message } from '../../../../web/language.ts';
import { fieldName } from '../fields.ts';
import { labelIn } from '../options.ts';
import type { Ranking } from '../ranking.ts';
import { controlsOfParts } from './controls.tsx';
import { copy } from './copy.ts';
import type { FieldsProps, KindPage } from './page.ts';

export const rankingPage: KindPage<Ranking> = {
  isGrouped: true,
  controls: (question) => controlsOfParts(question, question.options),
  instruction: ({ options }, language) =>
    message(copy[language].field.rank, { last: options.length }, language),
  Fields: Places,
  lines: ({ options }, answer, language) =>
    [answer].flat().map((id, i) => `${i + 1}. ${labelIn(options, String(id), language)}`),
  errorText({ code, values = {} }, { options }, language) {
    const words: Record<string, string> = copy[language].error;
    const template = code.startsWith('rank-') ? words[code] : undefined;
    if (template === undefined) return null;
    return message(
      template,
      { ...values, option: labelIn(options, String(values.option), language) },
      language,
    );
  },
};

/** The script adds buttons to move each one up and down; what is sent is the selects. */
function Places({ question, values, error, language }: FieldsProps<Ranking>) {
  const words = copy[language].field;
  return (
    <ol class="plain ranking" data-ranking>
      {question.options.map(({ id, label }) => {
        const name = fieldName(question.id, id);
        const place = values[name]?.[0] ?? '';
        return (
          <li class="field place">
            <label for={name}>{label[language]}</label>
            <select id={name} name={name} autocomplete="off" aria-invalid={error ? 'true' : undefined}>
              <option value="">{words.place}</option>
              {question.options.map((_, i) => (
                <option value={String(i + 1)} selected={place === String(i + 1)}>
                  {i + 1}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ol>
  );
}
