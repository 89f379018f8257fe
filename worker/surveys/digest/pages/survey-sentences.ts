import { placeLabel } from '../../../../web/components/place-label.ts';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import type { CountedLine } from '../../kinds/allocation-tally.ts';
import { amountOf } from '../../kinds/pages/figures.ts';
import type { AreaTally } from '../area-rules.ts';
import type { EarlierAnswer } from '../earlier-rules.ts';
import type { QuestionTally, SurveyPart } from '../rules.ts';
import { surveyCopy } from './survey-copy.ts';

/** A line of a table: what was answered, by how many, as it is written. */
export type AnswerRow = { id: string; label: string; n: number; text: string };

// Fewer people than this, and a share or a leader would claim more than there is.
const enoughForFindings = 10;

/** "41%"; nothing of nobody. */
export function shareOf(n: number, all: number, language: Language): string {
  const percent = formatNumber(all > 0 ? Math.round((100 * n) / all) : 0, language);
  return language === 'es' ? `${percent}\u00A0%` : `${percent}%`;
}

/** "62 (41%)". */
export function withShare(n: number, all: number, language: Language): string {
  const number = formatNumber(n, language);
  return all > 0 ? `${number} (${shareOf(n, all, language)})` : number;
}

/** A mean or a median with one decimal; a dash where nobody answered. */
export function average(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(Math.round(value * 10) / 10, language);
}

/** The same in the unit of a budget or a number. */
export function averageAmount(value: number | null, unit: string | null, language: Language): string {
  return value === null ? '–' : amountOf(Math.round(value * 10) / 10, unit, language);
}

/** How many answered a question, in the words of its kind. */
export function answeredLine({ kind, answered }: QuestionTally, language: Language): string {
  const words = surveyCopy[language];
  if (kind === 'zip') return message(words.zips, { n: answered }, language);
  const isText = kind === 'short-text' || kind === 'long-text';
  const line = message(isText ? words.wrote : words.answered, { n: answered }, language);
  return isText ? line : `${line}.${kind === 'multiple' ? ` ${words.several}` : ''}`;
}

/** The answers to a question with options in their order, and those to options that it no longer had. */
export function choiceRows(
  question: Extract<QuestionTally, { choices: unknown }>,
  earlier: EarlierAnswer[],
  { city, language }: { city: string; language: Language },
): AnswerRow[] {
  const row = (id: string, label: string, n: number) => {
    return { id, label, n, text: withShare(n, question.answered, language) };
  };
  return [
    ...question.choices.map(({ id, label, n }) =>
      row(id, placeLabel({ place: id, name: label }, city, language), n),
    ),
    ...earlier
      .filter((one) => one.question === question.id && one.part !== null)
      .map((one) => row(one.part ?? '', earlierLabel(one, language), one.people)),
  ];
}

export function earlierLabel({ part, label }: EarlierAnswer, language: Language): string {
  return message(surveyCopy[language].earlier.label, { label: label?.[language] ?? part ?? '' }, language);
}

/** "1 – Not at all"; numbers between the ends of a scale stand alone. */
export function valueRows(
  question: Extract<QuestionTally, { kind: 'scale' }>,
  language: Language,
): AnswerRow[] {
  const { values, fromLabel, toLabel, answered } = question;
  return values.map(({ value, n }, i) => {
    const end = i === 0 ? fromLabel : i === values.length - 1 ? toLabel : null;
    const number = formatNumber(value, language);
    const label = end ? `${number} – ${end[language]}` : number;
    return { id: String(value), label, n, text: withShare(n, answered, language) };
  });
}

const mostBins = 10;

/** Numbers in their order, or in ranges of one width where there are many. */
export function binRows(
  question: Extract<QuestionTally, { kind: 'number' }>,
  language: Language,
): AnswerRow[] {
  const { values, answered, unit } = question;
  const number = (value: number) => amountOf(value, unit?.[language] ?? null, language);
  const row = (label: string, n: number) => ({ id: label, label, n, text: withShare(n, answered, language) });
  if (values.length <= mostBins) return values.map(({ value, n }) => row(number(value), n));
  const [first, last] = [values[0]?.value ?? 0, values.at(-1)?.value ?? 0];
  const width = Math.ceil((last - first + 1) / mostBins);
  const words = surveyCopy[language];
  return Array.from({ length: mostBins }, (_, i) => first + i * width)
    .filter((from) => from <= last)
    .map((from) => {
      const inside = values.filter(({ value }) => value >= from && value < from + width);
      const to = inside.at(-1)?.value ?? from;
      const label =
        to === from
          ? number(from)
          : message(
              words.range,
              { from: formatNumber(inside[0]?.value ?? from, language), to: number(to) },
              language,
            );
      return row(
        label,
        inside.reduce((sum, { n }) => sum + n, 0),
      );
    });
}

export function areaLabel({ place, name }: AreaTally, city: string, language: Language): string {
  if (place === null) return surveyCopy[language].areas.together;
  return placeLabel({ place, name }, city, language);
}

/** What became of the suggested answers, a line for each. */
export function suggestionLines(survey: Pick<SurveyPart, 'questions'>, language: Language): string[] {
  const { line } = surveyCopy[language].suggestions;
  return survey.questions.flatMap(({ title, suggestion }) =>
    suggestion ? [message(line, { title: title[language], ...suggestion }, language)] : [],
  );
}

const mostFindings = 3;

/** What stands out, at most three sentences; nothing where few answered or two answers lead together. */
export function findingsOf({ questions }: Pick<SurveyPart, 'questions'>, language: Language): string[] {
  const asked = questions.filter(({ answered }) => answered >= enoughForFindings);
  const lines = (find: (question: QuestionTally) => string | null) => asked.flatMap((one) => find(one) ?? []);
  return [
    ...lines((question) => lineFinding(question, 'raised', language)),
    ...lines((question) => (question.kind === 'single' ? choiceFinding(question, language) : null)),
    ...lines((question) => lineFinding(question, 'cut', language)),
    ...lines((question) => rankFinding(question, language)),
    ...lines((question) => scaleFinding(question, language)),
    ...lines((question) => (question.kind === 'multiple' ? choiceFinding(question, language) : null)),
  ].slice(0, mostFindings);
}

function leaderOf<One>(all: One[], sizeOf: (one: One) => number): One | null {
  const [first, second] = all.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!first || sizeOf(first) === 0) return null;
  return second && sizeOf(second) === sizeOf(first) ? null : first;
}

function lineFinding(question: QuestionTally, against: 'raised' | 'cut', language: Language): string | null {
  if (question.kind !== 'allocation') return null;
  const line = leaderOf<CountedLine>(question.lines, (one) => one[against]);
  if (!line) return null;
  const unit = question.unit[language];
  const values = {
    share: shareOf(line[against], line.n, language),
    label: line.label[language],
    mean: averageAmount(line.mean, unit, language),
    today: amountOf(line.today, unit, language),
  };
  return message(surveyCopy[language].findings[against], values, language);
}

function choiceFinding(
  question: Extract<QuestionTally, { choices: unknown }>,
  language: Language,
): string | null {
  const choice = leaderOf(question.choices, ({ n }) => n);
  if (!choice?.label) return null;
  const share = shareOf(choice.n, question.answered, language);
  const values = { share, label: choice.label[language], title: question.title[language] };
  return message(surveyCopy[language].findings.most, values, language);
}

function rankFinding(question: QuestionTally, language: Language): string | null {
  if (question.kind !== 'ranking') return null;
  const option = leaderOf(question.options, ({ firsts }) => firsts);
  if (!option) return null;
  const share = shareOf(option.firsts, question.answered, language);
  const values = { share, label: option.label[language], title: question.title[language] };
  return message(surveyCopy[language].findings.first, values, language);
}

function scaleFinding(question: QuestionTally, language: Language): string | null {
  if (question.kind !== 'scale') return null;
  const { values, mean } = question;
  const ends = { from: values[0]?.value ?? 0, to: values.at(-1)?.value ?? 0 };
  const said = { mean: average(mean, language), title: question.title[language], ...ends };
  return message(surveyCopy[language].findings.mean, said, language);
}
