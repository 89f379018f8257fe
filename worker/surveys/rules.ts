import type { Text } from '../../web/language.ts';
import type { SurveyAnswer } from './kinds/kind.ts';
import type { Question } from './kinds/questions.ts';

export type Section = { id: string; title: Text; help: Text | null; questions: Question[] };

/** An answer that the campaign proposes, and why. */
export type Suggestion = { question: string; answer: SurveyAnswer; reason: Text };

/** How an answer gets into a survey that the city runs in its own tool. `config` is for the adapter. */
export type Carry = { adapter: string; label: Text; config: Record<string, unknown> };

export type Survey = {
  /** Changes whenever the questions do. */
  version: string;
  audience: 'residents' | 'organizations';
  layout: 'one-page' | 'by-section';
  sections: Section[];
  suggestions: Suggestion[];
  carry: Carry[];
  /** When its questions were changed last after people had answered them, in milliseconds. */
  changedAt?: number | null;
};

/** By question id. Questions that were skipped or not asked are not in it. */
export type Answers = Record<string, SurveyAnswer>;

export function questionsOf(survey: Survey): Question[] {
  return survey.sections.flatMap(({ questions }) => questions);
}

/** The ids of the questions that are asked, given these answers. */
export function visibleQuestions(survey: Survey, answers: Answers): Set<string> {
  const asked: Answers = {};
  const visible = new Set<string>();
  for (const question of questionsOf(survey)) {
    if (!isAsked(question, asked)) continue;
    visible.add(question.id);
    const answer = answers[question.id];
    if (answer !== undefined) asked[question.id] = answer;
  }
  return visible;
}

/** The questions that are asked, given these answers, each with its answer, in the order of the survey. */
export function answeredQuestions(
  survey: Survey,
  answers: Answers,
): { question: Question; answer: SurveyAnswer }[] {
  const visible = visibleQuestions(survey, answers);
  return questionsOf(survey).flatMap((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer !== undefined && visible.has(question.id) ? [{ question, answer }] : [];
  });
}

/** `before` has no answers to hidden questions, so a question that depends on a hidden one is hidden too. */
export function isAsked({ showIf }: Question, before: Answers): boolean {
  if (!showIf) return true;
  const answer = before[showIf.question];
  if (Array.isArray(answer)) return answer.some((id) => showIf.is.includes(id));
  return answer !== undefined && typeof answer !== 'object' && showIf.is.includes(String(answer));
}

export function suggestedAnswers(survey: Survey): Answers {
  return Object.fromEntries(survey.suggestions.map(({ question, answer }) => [question, answer]));
}
