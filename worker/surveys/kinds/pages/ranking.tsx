import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, message } from '../../../../web/language.ts';
import { fieldName } from '../fields.ts';
import { labelIn, labelledIn } from '../options.ts';
import type { Ranking, RankingDistribution } from '../ranking.ts';
import { answeredLine } from './choices.tsx';
import { controlsOfParts } from './controls.tsx';
import { copy } from './copy.ts';
import { average, leaderOf, shareOf, withShare } from './figures.ts';
import { headsCopy } from './heads-copy.ts';
import type { FieldsProps, KindPage, TallyPage, TallyProps } from './page.ts';

export const rankingPage: KindPage<Ranking, RankingDistribution> = {
  isGrouped: true,
  controls: (question) => controlsOfParts(question, question.options),
  instruction: ({ options }, language) =>
    message(copy[language].field.rank, { last: options.length }, language),
  Fields: Places,
  lines: ({ options }, answer, language) =>
    [answer].flat().map((id, i) => `${i + 1}. ${labelIn(options, String(id), language)}`),
  tally: rankingTallyPage(),
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

function rankingTallyPage(): TallyPage<RankingDistribution> {
  return {
    answered: answeredLine,
    Answers: BestFirst,
    areas: {
      areMeans: true,
      rows: ({ options }, { language }) => labelledIn(options, language),
      cell: (_question, row, { language }) => average(row?.mean ?? null, language),
    },
    mail: {
      head: (language) => headsCopy[language].heads.place,
      rows: ({ question, language }) =>
        question.options.map(({ label, firsts, mean }) => {
          const values = { option: label[language], n: formatNumber(firsts, language) };
          return {
            label: message(copy[language].told.first, values, language),
            value: average(mean, language),
          };
        }),
    },
    csv: {
      answers: ({ options }, { language }) =>
        options.flatMap(({ id, label, n, mean, firsts }) => {
          const { heads } = headsCopy[language];
          return [
            { answer_id: id, answer: label[language], people: n, mean },
            { answer_id: `${id}~first`, answer: `${label[language]}: ${heads.firsts}`, people: firsts },
          ];
        }),
    },
    json: ({ options }, { language }) => ({
      answers: options.map((option) => ({ ...option, label: option.label[language] })),
    }),
    findings({ options, answered, title }, language) {
      const option = leaderOf(options, ({ firsts }) => firsts);
      if (!option) return [];
      const share = shareOf(option.firsts, answered, language);
      const values = { share, label: option.label[language], title: title[language] };
      return [{ rank: 4, text: message(copy[language].findings.first, values, language) }];
    },
  };
}

function BestFirst({ question, language }: TallyProps<RankingDistribution>) {
  const { heads } = headsCopy[language];
  const best = question.options.toSorted((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity));
  return (
    <Table
      caption={answeredLine(question, language)}
      columns={[
        { label: heads.option },
        { label: heads.place, numeric: true },
        { label: heads.firsts, numeric: true },
      ]}
      rows={best.map(({ label, mean, firsts }) => [
        label[language],
        average(mean, language),
        withShare(firsts, question.answered, language),
      ])}
    />
  );
}
