import { changeLabel } from '../../../web/components/change-label.ts';
import type { NumberRow, NumberTableProps } from '../../../web/components/number-table.tsx';
import { placeLabel } from '../../../web/components/place-label.ts';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import type { DigestCity } from '../../digests/section.ts';
import { tallyWords } from '../../digests/tally-words.ts';
import { amountOf } from '../kinds/pages/figures.ts';
import { surveyCopy } from './pages/survey-copy.ts';
import {
  answeredLine,
  average,
  averageAmount,
  choiceRows,
  findingsOf,
  suggestionLines,
  valueRows,
} from './pages/survey-sentences.ts';
import type { ReadableSurvey } from './survey-tally-rules.ts';

/** What a digest says of a survey, shorter than the staff page does. */
export type SurveyWords = ReturnType<typeof surveyWords>;

export function surveyWords(tally: ReadableSurvey, city: DigestCity, language: Language) {
  const words = surveyCopy[language];
  const action = tallyWords(tally, { wording: words.tally, city, language });
  const { partners } = action.counts;
  const row = (label: string, { n, change }: { n: number; change: number }) => ({
    label: message(label, { n }, language),
    value: formatNumber(n, language),
    change: changeLabel(change, language),
  });
  return {
    title: action.title,
    summary: action.summary,
    numbers: [
      row(words.here, { n: tally.confirmed, change: tally.change }),
      row(words.opened, tally.sends.opened),
      row(words.reported, tally.sends.reported),
    ],
    overlap: words.overlap,
    notes: action.notes,
    findings: { heading: words.findings.heading, lines: findingsOf(tally, language) },
    suggestions: { heading: words.suggestions.heading, lines: suggestionLines(tally, language) },
    tables: [
      ...tally.questions.flatMap((question) => tableOf(question, tally, city, language) ?? []),
      ...(partners ? [partners] : []),
    ],
    texts: {
      heading: words.texts,
      lines: tally.questions.flatMap((question) => textLine(question, language) ?? []),
    },
    words: {
      heading: words.words.heading,
      lines: tally.words.map((one) => wordsLine(one, city, language)),
    },
    corrections: { heading: action.corrections.heading, lines: action.corrections.lines },
  };
}

type Question = ReadableSurvey['questions'][number];

function tableOf(
  question: Question,
  tally: ReadableSurvey,
  city: DigestCity,
  language: Language,
): NumberTableProps | null {
  const { heads } = surveyCopy[language];
  const right = question.kind === 'ranking' ? heads.place : 'lines' in question ? heads.mean : heads.people;
  const rows = rowsOf(question, tally, city, language);
  if (!rows || question.answered === 0) return null;
  return {
    caption: question.title[language],
    heads: [heads.answer, right],
    rows,
    total: { label: heads.answered, value: formatNumber(question.answered, language) },
  };
}

function rowsOf(
  question: Question,
  tally: ReadableSurvey,
  city: DigestCity,
  language: Language,
): NumberRow[] | null {
  const words = surveyCopy[language];
  const shared = ({ label, text }: { label: string; text: string }) => ({ label, value: text });
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'district':
      return choiceRows(question, tally.earlier, { city: city.name, language }).map(shared);
    case 'scale':
      return [...valueRows(question, language).map(shared), ...averageRows(question, null, language)];
    case 'number':
      return averageRows(question, question.unit?.[language] ?? null, language);
    case 'ranking':
      return question.options.map(({ label, firsts, mean }) => ({
        label: message(
          words.ranks.first,
          { option: label[language], n: formatNumber(firsts, language) },
          language,
        ),
        value: average(mean, language),
      }));
    case 'allocation': {
      const unit = question.unit[language];
      return question.lines.map(({ label, today, mean }) => ({
        label: message(
          words.budget.line,
          { line: label[language], amount: amountOf(today, unit, language) },
          language,
        ),
        value: averageAmount(mean, unit, language),
      }));
    }
    default:
      return null;
  }
}

function averageRows(
  { mean, median }: { mean: number | null; median: number | null },
  unit: string | null,
  language: Language,
): NumberRow[] {
  const { heads } = surveyCopy[language];
  return [
    { label: heads.mean, value: averageAmount(mean, unit, language) },
    { label: heads.median, value: averageAmount(median, unit, language) },
  ];
}

function textLine(question: Question, language: Language): string | null {
  if (!['short-text', 'long-text', 'zip'].includes(question.kind)) return null;
  return `${question.title[language]} ${answeredLine(question, language)}`;
}

function wordsLine(
  { text, place, name }: ReadableSurvey['words'][number],
  city: DigestCity,
  language: Language,
): string {
  const quoted = language === 'es' ? `«${text}»` : `“${text}”`;
  return place ? `${quoted} ${placeLabel({ place, name }, city.name, language)}` : quoted;
}
