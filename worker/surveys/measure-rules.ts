import type { SurveyAnswer } from './kinds/kind.ts';
import {
  amount,
  answeredKey,
  type Measure,
  scoreKey,
  storedMeasure,
  suggestionKey,
} from './kinds/measure.ts';
import { kindOf, type Question } from './kinds/questions.ts';
import { type Answers, answeredQuestions, questionsOf, type Survey, visibleQuestions } from './rules.ts';

/** The outcome of a suggested answer. */
export type SuggestionOutcome = 'kept' | 'changed' | 'removed';

/** The measures of a response. They never contain a text. */
export function measuresOf(survey: Survey, answers: Answers): Measure[] {
  const score = scoreOf(survey, answers);
  return [
    ...answeredQuestions(survey, answers).flatMap(({ question, answer }): Measure[] => [
      { key: answeredKey(question.id), value: '', amount: 0, inDistricts: 'by-value' },
      ...kindOf(question).tally.measures(question, answer),
    ]),
    ...Object.entries(suggestionOutcomes(survey, answers)).map(([id, outcome]): Measure => {
      return { key: suggestionKey(id), value: outcome, amount: 0, inDistricts: 'not' };
    }),
    ...(score === null ? [] : [amount(scoreKey, score)]),
  ];
}

/** As the JSON that triggers count by. One text costs half of what thirty objects cost. */
export function storedMeasures(survey: Survey, answers: Answers): string {
  return JSON.stringify(measuresOf(survey, answers).map(storedMeasure));
}

/** The outcome of each suggestion whose question was asked. */
export function suggestionOutcomes(survey: Survey, answers: Answers): Record<string, SuggestionOutcome> {
  const visible = visibleQuestions(survey, answers);
  const asked = questionsOf(survey).filter(({ id }) => visible.has(id));
  return Object.fromEntries(
    survey.suggestions.flatMap(({ question: id, answer }) => {
      const question = asked.find((one) => one.id === id);
      return question ? [[id, outcomeOf(question, answer, answers[id])]] : [];
    }),
  );
}

function outcomeOf(
  question: Question,
  suggested: SurveyAnswer,
  answer: SurveyAnswer | undefined,
): SuggestionOutcome {
  if (answer === undefined) return 'removed';
  const { spelled } = kindOf(question).answers;
  return spelled(suggested) === spelled(answer) ? 'kept' : 'changed';
}

/** Null if no answered question has scores. */
export function scoreOf(survey: Survey, answers: Answers): number | null {
  const scores = answeredQuestions(survey, answers).flatMap(({ question, answer }) => {
    return kindOf(question).answers.score?.(question, answer) ?? [];
  });
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) : null;
}
