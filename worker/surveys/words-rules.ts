import { kindOf, type Question } from './kinds/questions.ts';
import { type Answers, questionsOf, type Survey } from './rules.ts';

/** The person's own words; empty if not asked or not answered. */
export function ownWords(survey: Survey, answers: Answers): string {
  const question = questionsOf(survey).find(isInOwnWords);
  const words = question && answers[question.id];
  return typeof words === 'string' ? words : '';
}

export function asksOwnWords(survey: Survey): boolean {
  return questionsOf(survey).some(isInOwnWords);
}

export function isInOwnWords(question: Question): boolean {
  return kindOf(question).answers.inOwnWords?.(question) ?? false;
}
