import { placeLabel } from '../../../../web/components/place-label.ts';
import { formatDate, type Language, message } from '../../../../web/language.ts';
import { tallyPageOf } from '../../kinds/pages/page-of.ts';
import type { AreaTally } from '../area-rules.ts';
import { lastDayOf, type SurveyPart } from '../rules.ts';
import { surveyCopy } from './survey-copy.ts';

// With fewer people than this, a share or a leader would suggest more than the numbers show.
const enoughForFindings = 10;

export function areaLabel({ place, name }: AreaTally, city: string, language: Language): string {
  if (place === null) return surveyCopy[language].areas.together;
  return placeLabel({ place, name }, city, language);
}

/** The same where there is little room: "4" of a district that is named "District 4". */
export function shortAreaLabel({ place, name }: AreaTally, language: Language): string {
  const { short } = surveyCopy[language].areas;
  if (place === null) return short.together;
  if (place === 'outside' || place === 'unknown') return short[place];
  return !name || name[language].endsWith(` ${place}`) ? place : name[language];
}

/** The outcomes of the suggested answers, one line each. */
export function suggestionLines(survey: Pick<SurveyPart, 'questions'>, language: Language): string[] {
  const { line } = surveyCopy[language].suggestions;
  return survey.questions.flatMap(({ title, suggestion }) =>
    suggestion ? [message(line, { title: title[language], ...suggestion }, language)] : [],
  );
}

const mostFindings = 3;

/** What stands out, in at most three sentences. Nothing if few people answered or two answers are tied. */
export function findingsOf({ questions }: Pick<SurveyPart, 'questions'>, language: Language): string[] {
  return questions
    .filter(({ answered }) => answered >= enoughForFindings)
    .flatMap((question) => tallyPageOf(question).findings?.(question, language) ?? [])
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostFindings)
    .map(({ text }) => text);
}

/** What is not reported of the answers, or is of an earlier week, a sentence each. */
export function limitsOf({ questions }: Pick<SurveyPart, 'questions'>, language: Language): string[] {
  const words = surveyCopy[language];
  const few = questions.filter(({ isTooFew }) => isTooFew);
  const told = questions.filter(({ answered }) => answered > 0);
  if (few.length > 0 && told.length === 0) return [words.tooFew];
  const asOf = told.find((one) => one.asOf)?.asOf;
  const areasAsOf = told.find((one) => one.areasAsOf)?.areasAsOf;
  const week = asOf ?? areasAsOf;
  const date = week ? formatDate(lastDayOf(week), language) : '';
  const titles = few.map(({ title }) => quoted(title[language], language)).join(', ');
  return [
    ...(week ? [message(asOf ? words.held : words.areasHeld, { date }, language)] : []),
    ...(few.length > 0 ? [message(words.someTooFew, { titles }, language)] : []),
  ];
}

export function quoted(text: string, language: Language): string {
  return language === 'es' ? `«${text}»` : `“${text}”`;
}
