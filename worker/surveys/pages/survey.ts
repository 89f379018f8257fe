/** A survey as a reader sees it: every text in one language. */

export type Choice = { id: string; label: string };
export type BudgetLine = Choice & { today: number };

type Kind =
  | { kind: 'single'; options: Choice[] }
  | { kind: 'multiple'; options: Choice[]; atLeast: number; atMost: number }
  | { kind: 'scale'; from: number; to: number; fromLabel: string | null; toLabel: string | null }
  | { kind: 'ranking'; options: Choice[] }
  | { kind: 'allocation'; lines: BudgetLine[]; total: number; step: number; unit: string }
  | { kind: 'number'; min: number; max: number; step: number; unit: string | null }
  | { kind: 'short-text'; longest: number }
  | { kind: 'long-text'; longest: number; inOwnWords: boolean }
  | { kind: 'zip' }
  | { kind: 'district'; options: Choice[] };

export type SurveyQuestion = Kind & {
  id: string;
  title: string;
  help: string | null;
  required: boolean;
  /** Asked only of those who gave one of these answers to that question before. */
  condition: { question: string; title: string; is: string[]; labels: string[] } | null;
  /** What the campaign proposes, as the fields of a form hold it. */
  suggestion: { raw: RawAnswers; answer: Answer; reason: string } | null;
};

export type QuestionOf<K extends Kind['kind']> = Extract<SurveyQuestion, { kind: K }>;

export type SurveySection = {
  id: string;
  title: string;
  help: string | null;
  questions: SurveyQuestion[];
};

/** An option's id or a text; ids, in a ranking from the first place on; a number; amounts by the id of their line. */
export type Answer = string | string[] | number | Record<string, number>;

/** By field: `answer.QUESTION`, `answer.QUESTION.OPTION` of a ranking, `answer.QUESTION.LINE` of an allocation. */
export type RawAnswers = Record<string, string[]>;

/** What became of a suggested answer. */
export type Stand = 'kept' | 'changed' | 'removed';

export type SurveyError = { field: string; code: string; values?: Record<string, string | number> };

export function nameOf(question: Pick<SurveyQuestion, 'id'>): string {
  return `answer.${question.id}`;
}

/** The ids of a question's controls, in their order; an error leads to the first. */
export function controlsOf(question: SurveyQuestion): string[] {
  const name = nameOf(question);
  switch (question.kind) {
    case 'scale':
      return [`${name}.${question.from}`];
    case 'single':
    case 'multiple':
    case 'ranking':
      return question.options.map(({ id }) => `${name}.${id}`);
    case 'allocation':
      return question.lines.map(({ id }) => `${name}.${id}`);
    default:
      return [name];
  }
}

/** Where the question as a whole stands on its page. */
export function anchorOf(question: Pick<SurveyQuestion, 'id'>): string {
  return `question-${question.id}`;
}
