import type { Language } from '../../../web/language.ts';
import { countsJson, tallyJson } from '../../digests/counts-json.ts';
import type { DigestCity } from '../../digests/section.ts';
import { tallyPageOf } from '../kinds/pages/page-of.ts';
import { areaLabel } from './pages/survey-sentences.ts';
import type { QuestionTally } from './rules.ts';
import type { ReadableSurvey, SurveyNow } from './survey-tally-rules.ts';

/** A survey's week as JSON: texts in the reader's language, numbers as in the digest. */
export function surveyWeekJson(survey: ReadableSurvey, { name: city }: DigestCity, language: Language) {
  return {
    ...surveyHead(survey, language),
    ...tallyJson(survey, city, language),
    sends: survey.sends,
    questions: survey.questions.map((question) => questionJson(question, city, language)),
    earlier_wording: survey.earlier.map(({ question, title, part, label, people, mean }) => ({
      question,
      title: title?.[language] ?? null,
      answer: part,
      label: label?.[language] ?? null,
      people,
      mean,
    })),
    score: survey.score,
    words: survey.words.map(({ place, text }) => ({ district: place, text })),
    ...(survey.unread ? { words_not_opened: survey.unread } : {}),
  };
}

export function surveyNowJson(survey: SurveyNow, { name: city }: DigestCity, language: Language) {
  return {
    ...surveyHead(survey, language),
    ...countsJson(survey, city, language),
    by_day: survey.byDay,
    sends: survey.sends,
  };
}

function surveyHead({ slug, title, state }: Pick<SurveyNow, 'slug' | 'title' | 'state'>, language: Language) {
  return { survey: slug, title: title[language], state };
}

function questionJson(question: QuestionTally, city: string, language: Language) {
  const { id, title, kind, answered, suggestion, byArea } = question;
  return {
    question: id,
    title: title[language],
    kind,
    answered: question.isTooFew ? null : answered,
    is_too_few: question.isTooFew ?? false,
    as_of_week: question.asOf ?? null,
    areas_as_of_week: question.areasAsOf ?? question.asOf ?? null,
    suggestion,
    ...tallyPageOf(question).json(question, { city, language }),
    by_district: byArea.map((area) => ({
      district: area.place,
      name: areaLabel(area, city, language),
      answered: area.answered,
      answers: area.rows,
    })),
  };
}
