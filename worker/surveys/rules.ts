import type { Text } from '../places/rules.ts';

export type Option = {
  id: string;
  label: Text;
  /** What choosing it adds to the score. */
  score: number | null;
};

/** A line of a budget; `today` is what it gets now, in the question's unit. */
export type Line = { id: string; label: Text; today: number };

type Kind =
  | { kind: 'single'; options: Option[] }
  | { kind: 'multiple'; options: Option[]; atLeast: number; atMost: number }
  | { kind: 'scale'; from: number; to: number; fromLabel: Text | null; toLabel: Text | null }
  /** All options, from the first place to the last. */
  | { kind: 'ranking'; options: Option[] }
  /** `total` is spread over the lines in steps; `unit` is set after the number, such as "%" or "million dollars". */
  | { kind: 'allocation'; lines: Line[]; total: number; step: number; unit: Text }
  | { kind: 'number'; min: number; max: number; step: number; unit: Text | null }
  | { kind: 'short-text'; longest: number }
  | { kind: 'long-text'; longest: number; inOwnWords: boolean }
  | { kind: 'zip' }
  | { kind: 'district' };

export type Question = Kind & {
  id: string;
  title: Text;
  help: Text | null;
  required: boolean;
  /** Asked only where the answer to that earlier question is, or holds, one of these. */
  showIf: { question: string; is: string[] } | null;
};

export type QuestionOf<K extends Kind['kind']> = Extract<Question, { kind: K }>;

export type Section = { id: string; title: Text; help: Text | null; questions: Question[] };

/** An answer that the campaign proposes, and why. */
export type Suggestion = { question: string; answer: Answer; reason: Text };

/** How an answer gets into a survey that the city runs with a tool of its own. `config` is the adapter's. */
export type Carry = { adapter: string; label: Text; config: Record<string, unknown> };

export type Survey = {
  /** Changes whenever the questions do. */
  version: string;
  audience: 'residents' | 'organizations';
  layout: 'one-page' | 'by-section';
  sections: Section[];
  suggestions: Suggestion[];
  carry: Carry[];
};

/**
 * single, texts, zip, district: the option's id or the text. multiple: ids. scale, number: the number. ranking: ids
 * from the first place on. allocation: the amount of each line by its id.
 */
export type Answer = string | string[] | number | Record<string, number>;

/** By question's id; what was left out or not asked is not in it. */
export type Answers = Record<string, Answer>;

/**
 * Answers as forms and addresses write them, by field: `answer.QUESTION` (several for several choices, and for a
 * ranking in an address, from the first place on), `answer.QUESTION.OPTION` (a ranking's place from 1 on),
 * `answer.QUESTION.LINE` (an allocation's amount).
 */
export type RawAnswers = Record<string, string[]>;

/** What became of a suggested answer. */
export type Stand = 'kept' | 'changed' | 'removed';

/**
 * One thing that is counted of a response: one person under question `q` and key `k`, with the value `t` (0 where
 * there is none). `p` is the key it is counted under by district, null where it is not. `q` is
 * - a question's id: k an option's id (single, multiple, district), p the same; a number (scale, number), t its value,
 *   p ''
 * - 'QUESTION.OPTION' (ranking): k the place, t the same, p ''
 * - 'QUESTION.LINE' (allocation): k the amount, t the same, p ''
 * - 'QUESTION.LINE~today' (allocation): k 'cut', 'same' or 'raised', p the same
 * - 'QUESTION~answered': k '', p '': whoever answered it, for every kind
 * - 'QUESTION~suggestion': k a Stand, p null
 * - '~score': k the score, t the same, p '', where the survey has scores
 */
export type Mark = { q: string; k: string; t: number; p: string | null };

export function questionsOf(survey: Survey): Question[] {
  return survey.sections.flatMap(({ questions }) => questions);
}

/** The ids of the questions that are asked of somebody who answers so. */
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

/** `before` holds no answer to what was not asked, so that whatever hangs on a hidden question is hidden too. */
export function isAsked({ showIf }: Question, before: Answers): boolean {
  if (!showIf) return true;
  const answer = before[showIf.question];
  if (Array.isArray(answer)) return answer.some((id) => showIf.is.includes(id));
  return answer !== undefined && typeof answer !== 'object' && showIf.is.includes(String(answer));
}

export function suggestedAnswers(survey: Survey): Answers {
  return Object.fromEntries(survey.suggestions.map(({ question, answer }) => [question, answer]));
}
