import {
  type Answer,
  type Answers,
  type Line,
  type Mark,
  type Question,
  questionsOf,
  type Stand,
  type Survey,
  visibleQuestions,
} from './rules.ts';

/** What is counted of a response, never a text. */
export function marksOf(survey: Survey, answers: Answers): Mark[] {
  const stands = Object.entries(standsOf(survey, answers));
  const score = scoreOf(survey, answers);
  return [
    ...answeredOf(survey, answers).flatMap(([question, answer]) => [
      { q: `${question.id}~answered`, k: '', t: 0, p: '' },
      ...marksOfAnswer(question, answer),
    ]),
    ...stands.map(([id, stand]) => ({ q: `${id}~suggestion`, k: stand, t: 0, p: null })),
    ...(score === null ? [] : [measure('~score', score)]),
  ];
}

/** What became of each suggestion whose question was asked. */
export function standsOf(survey: Survey, answers: Answers): Record<string, Stand> {
  const visible = visibleQuestions(survey, answers);
  const asked = survey.suggestions.filter(({ question }) => visible.has(question));
  return Object.fromEntries(
    asked.map(({ question, answer }) => [question, standOf(survey, question, answer, answers[question])]),
  );
}

/** Null where no question that was answered has scores. */
export function scoreOf(survey: Survey, answers: Answers): number | null {
  const scores = answeredOf(survey, answers).flatMap(([question, answer]) => scoresOf(question, answer));
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) : null;
}

function answeredOf(survey: Survey, answers: Answers): [Question, Answer][] {
  const visible = visibleQuestions(survey, answers);
  return questionsOf(survey).flatMap((question): [Question, Answer][] => {
    const answer = answers[question.id];
    return answer !== undefined && visible.has(question.id) ? [[question, answer]] : [];
  });
}

function marksOfAnswer(question: Question, answer: Answer): Mark[] {
  switch (question.kind) {
    case 'single':
    case 'district':
    case 'multiple':
      return idsIn(answer).map((id) => ({ q: question.id, k: id, t: 0, p: id }));
    case 'scale':
    case 'number':
      return typeof answer === 'number' ? [measure(question.id, answer)] : [];
    case 'ranking':
      return idsIn(answer).map((id, i) => measure(`${question.id}.${id}`, i + 1));
    case 'allocation':
      return question.lines.flatMap((line) => marksOfLine(question, line, amountsIn(answer)[line.id] ?? 0));
    default:
      return [];
  }
}

function marksOfLine({ id, step }: Extract<Question, { kind: 'allocation' }>, line: Line, amount: number) {
  const change = amount - line.today;
  // Today's amount may lie between two steps: the step next to it is the same.
  const against = Math.abs(change) < step / 2 ? 'same' : change < 0 ? 'cut' : 'raised';
  const q = `${id}.${line.id}`;
  return [measure(q, amount), { q: `${q}~today`, k: against, t: 0, p: against }];
}

/** Counted under its number, and by district only added up. */
function measure(q: string, value: number): Mark {
  return { q, k: String(value), t: value, p: '' };
}

function scoresOf(question: Question, answer: Answer): number[] {
  if (question.kind !== 'single' && question.kind !== 'multiple') return [];
  if (question.options.every(({ score }) => score === null)) return [];
  const chosen = idsIn(answer);
  return question.options.filter(({ id }) => chosen.includes(id)).map(({ score }) => score ?? 0);
}

function standOf(survey: Survey, id: string, suggested: Answer, answer: Answer | undefined): Stand {
  if (answer === undefined) return 'removed';
  const isSet = questionsOf(survey).some((question) => question.id === id && question.kind === 'multiple');
  return spelled(suggested, isSet) === spelled(answer, isSet) ? 'kept' : 'changed';
}

/** The same for what is the same answer: the order counts in a ranking, and a line that is not there has 0. */
function spelled(answer: Answer, isSet: boolean): string {
  if (Array.isArray(answer)) return JSON.stringify(isSet ? [...new Set(answer)].sort() : answer);
  if (typeof answer !== 'object') return JSON.stringify(answer);
  return JSON.stringify(
    Object.entries(answer)
      .filter(([, amount]) => amount !== 0)
      .sort(byId),
  );
}

function byId([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}

function idsIn(answer: Answer): string[] {
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? answer : [];
}

function amountsIn(answer: Answer): Record<string, number> {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
}
