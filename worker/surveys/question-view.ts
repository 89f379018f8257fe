import { placeLabel } from '../petitions/view.tsx';
import { outside, unknown } from '../places/rules.ts';
import type { Language } from '../platform/http/app-env.ts';
import { never } from '../platform/result.ts';
import { copy } from '../signatures/pages/copy.ts';
import { rawOfAnswers } from './answer-rules.ts';
import type { SurveyScene } from './cache.ts';
import type { SurveyQuestion, SurveySection } from './pages/survey.ts';
import { type Question, questionsOf, type Section, type Survey } from './rules.ts';

/** The codes that a district question takes beside "outside" and "not sure". */
export function districtsOf({ city }: Pick<SurveyScene, 'city'>): string[] {
  return city.districts.filter(({ retired }) => !retired).map(({ code }) => code);
}

export function sectionView(scene: SurveyScene, section: Section, language: Language): SurveySection {
  return {
    id: section.id,
    title: section.title[language],
    help: section.help?.[language] ?? null,
    questions: section.questions.map((question) => questionView(scene, question, language)),
  };
}

/** A question as its page shows it, in one language. */
export function questionView(scene: SurveyScene, question: Question, language: Language): SurveyQuestion {
  const { survey } = scene;
  return {
    ...kindView(scene, question, language),
    id: question.id,
    title: question.title[language],
    help: question.help?.[language] ?? null,
    required: question.required,
    condition: conditionView(scene, question, language),
    suggestion: suggestionView(survey, question.id, language),
  };
}

type KindView = SurveyQuestion extends infer Of
  ? Of extends SurveyQuestion
    ? Omit<Of, 'id' | 'title' | 'help' | 'required' | 'condition' | 'suggestion'>
    : never
  : never;

function kindView(scene: SurveyScene, question: Question, language: Language): KindView {
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
      return { kind, options: districtOptions(scene, language) };
    default:
      return never(question);
  }
}

function districtOptions(scene: SurveyScene, language: Language) {
  return [
    ...[...districtsOf(scene), outside].map((id) => ({ id, label: placeLabel(scene, id, language) ?? id })),
    { id: unknown, label: copy[language].form.districtUnsure },
  ];
}

function conditionView(scene: SurveyScene, { showIf }: Question, language: Language) {
  const other = questionsOf(scene.survey).find(({ id }) => id === showIf?.question);
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
