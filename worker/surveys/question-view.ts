import { personCopy } from '../../web/components/person-copy.ts';
import type { Language } from '../../web/language.ts';
import { placeLabel } from '../places/labels.ts';
import { outside, unknown } from '../places/rules.ts';
import { rawOfAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import type { Labelled } from './kinds/kind.ts';
import { labelIn } from './kinds/options.ts';
import { kindOf, type Question } from './kinds/questions.ts';
import type { ShownQuestion, ShownSection } from './pages/survey.ts';
import { questionsOf, type Section, type Survey } from './rules.ts';

/** The district codes that a district question accepts, beside "outside" and "not sure". */
export function districtsOf({ city }: Pick<SurveyContext, 'city'>): string[] {
  return city.districts.filter(({ retired }) => !retired).map(({ code }) => code);
}

export function sectionView(context: SurveyContext, section: Section, language: Language): ShownSection {
  return {
    id: section.id,
    title: section.title[language],
    help: section.help?.[language] ?? null,
    questions: questionViews(context, section.questions, language),
  };
}

/** Questions as their page shows them, in one language. */
export function questionViews(
  context: SurveyContext,
  questions: Question[],
  language: Language,
): ShownQuestion[] {
  const places = placesToChoose(context, language);
  const noDetails = context.campaign.care.noDetails?.[language] ?? null;
  return questions.map((question) => ({
    ...question,
    condition: conditionView(context, question, language),
    suggestion: suggestionView(context.survey, question.id, language),
    noDetails,
    places,
  }));
}

/** The districts, "outside" and "not sure". */
export function placesToChoose(context: SurveyContext, language: Language): Labelled[] {
  return [
    ...[...districtsOf(context), outside].map((id) => ({
      id,
      label: placeLabel(context.city, id, language) ?? id,
    })),
    { id: unknown, label: personCopy[language].districtUnsure },
  ];
}

function conditionView(context: SurveyContext, { showIf }: Question, language: Language) {
  const other = questionsOf(context.survey).find(({ id }) => id === showIf?.question);
  if (!showIf || !other) return null;
  const parts = kindOf(other).parts?.(other) ?? [];
  return {
    question: other.id,
    title: other.title[language],
    is: showIf.is,
    labels: showIf.is.map((id) => labelIn(parts, id, language)),
  };
}

function suggestionView(survey: Survey, id: string, language: Language) {
  const suggestion = survey.suggestions.find(({ question }) => question === id);
  if (!suggestion) return null;
  const { answer, reason } = suggestion;
  return { raw: rawOfAnswers(survey, { [id]: answer }), answer, reason: reason[language] };
}
