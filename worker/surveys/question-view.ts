import { personCopy } from '../../web/components/person-copy.ts';
import type { Language } from '../../web/language.ts';
import { placeLabel } from '../places/labels.ts';
import { outside, unknown } from '../places/rules.ts';
import { assertNever } from '../platform/result.ts';
import { rawOfAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import type { Question } from './kinds/questions.ts';
import type { SurveyQuestion, SurveySection } from './pages/survey.ts';
import { questionsOf, type Section, type Survey } from './rules.ts';

/** The codes that a district question takes beside "outside" and "not sure". */
export function districtsOf({ city }: Pick<SurveyContext, 'city'>): string[] {
  return city.districts.filter(({ retired }) => !retired).map(({ code }) => code);
}

export function sectionView(context: SurveyContext, section: Section, language: Language): SurveySection {
  return {
    id: section.id,
    title: section.title[language],
    help: section.help?.[language] ?? null,
    questions: section.questions.map((question) => questionView(context, question, language)),
  };
}

/** A question as its page shows it, in one language. */
export function questionView(context: SurveyContext, question: Question, language: Language): SurveyQuestion {
  const { survey } = context;
  return {
    ...kindView(context, question, language),
    id: question.id,
    title: question.title[language],
    help: question.help?.[language] ?? null,
    required: question.required,
    condition: conditionView(context, question, language),
    suggestion: suggestionView(survey, question.id, language),
  };
}

type KindView = SurveyQuestion extends infer Of
  ? Of extends SurveyQuestion
    ? Omit<Of, 'id' | 'title' | 'help' | 'required' | 'condition' | 'suggestion'>
    : never
  : never;

function kindView(context: SurveyContext, question: Question, language: Language): KindView {
  const labelled = <Of extends { label: Record<Language, string> }>(list: Of[]) =>
    list.map((one) => ({ ...one, label: one.label[language] }));
  const { kind } = question;
  switch (kind) {
    case 'single':
    case 'ranking':
      return { kind, options: labelled(question.options) };
    case 'multiple': {
      const { options, atLeast, atMost } = question;
      return { kind, options: labelled(options), atLeast, atMost };
    }
    case 'scale': {
      const { from, to, fromLabel, toLabel } = question;
      return {
        kind,
        from,
        to,
        fromLabel: fromLabel?.[language] ?? null,
        toLabel: toLabel?.[language] ?? null,
      };
    }
    case 'allocation': {
      const { lines, total, step, unit } = question;
      return { kind, lines: labelled(lines), total, step, unit: unit[language] };
    }
    case 'number': {
      const { min, max, step, unit } = question;
      return { kind, min, max, step, unit: unit?.[language] ?? null };
    }
    case 'short-text':
      return { kind, longest: question.longest };
    case 'long-text':
      return { kind, longest: question.longest, inOwnWords: question.inOwnWords };
    case 'zip':
      return { kind };
    case 'district':
      return { kind, options: districtOptions(context, language) };
    default:
      return assertNever(question);
  }
}

function districtOptions(context: SurveyContext, language: Language) {
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
  const options = 'options' in other ? other.options : [];
  const labelOf = (id: string) => options.find((option) => option.id === id)?.label[language] ?? id;
  return {
    question: other.id,
    title: other.title[language],
    is: showIf.is,
    labels: showIf.is.map(labelOf),
  };
}

function suggestionView(survey: Survey, id: string, language: Language) {
  const suggestion = survey.suggestions.find(({ question }) => question === id);
  if (!suggestion) return null;
  const { answer, reason } = suggestion;
  return { raw: rawOfAnswers(survey, { [id]: answer }), answer, reason: reason[language] };
}
