import type { Week } from '../../digests/week-rules.ts';
import { type District, outside, type Text, unknown } from '../../places/rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import type { Question, QuestionOf } from '../rules.ts';

/** So many people under a question and a key of the marks, and the sum of their values; place '' is everybody. */
export type AnswerCount = { question: string; place: string; key: string; n: number; total: number };
export type AnswerChange = AnswerCount & { week: Week };

type Cell = { n: number; total: number };
export type Cells = Map<string, Cell>;
/** By question, place and key; nothing stands in it that nobody gave. */
export type Marked = Map<string, Map<string, Cells>>;

export const againstToday = ['raised', 'same', 'cut'] as const;
export type Against = (typeof againstToday)[number];

/** `label` is null for places without a name of their own. */
export type Choice = { id: string; label: Text | null; n: number };
export type Value = { value: number; n: number };
type Averages = { mean: number | null; median: number | null };

/** What people answered to a question, in its own words of that day. A text or a ZIP code is nobody's but its owner's. */
export type Distribution =
  | { kind: 'single' | 'multiple' | 'district'; choices: Choice[] }
  | ({ kind: 'scale'; values: Value[]; fromLabel: Text | null; toLabel: Text | null } & Averages)
  | ({ kind: 'number'; values: Value[]; unit: Text | null } & Averages)
  | {
      kind: 'ranking';
      /** `mean` place, and how many gave it the first. */
      options: { id: string; label: Text; n: number; mean: number | null; firsts: number }[];
    }
  | {
      kind: 'allocation';
      unit: Text;
      /** How many gave it more than it has today, as much, and less. */
      lines: ({ id: string; label: Text; n: number; today: number } & Averages & Record<Against, number>)[];
    }
  | { kind: 'short-text' | 'long-text' | 'zip' };

/** The answers as they stood when a week was over: today's, less what later weeks changed in them. */
export function markedAtEndOf(week: Week, current: AnswerCount[], changes: AnswerChange[]): Marked {
  const marked: Marked = new Map();
  for (const row of current) add(marked, row, 1);
  for (const row of changes) if (row.week > week) add(marked, row, -1);
  for (const places of marked.values())
    for (const cells of places.values()) for (const [key, { n }] of cells) if (n === 0) cells.delete(key);
  return marked;
}

function add(marked: Marked, { question, place, key, n, total }: AnswerCount, sign: 1 | -1): void {
  const places = marked.get(question) ?? new Map<string, Cells>();
  const cells = places.get(place) ?? new Map();
  const cell = cells.get(key) ?? { n: 0, total: 0 };
  cells.set(key, { n: cell.n + sign * n, total: cell.total + sign * total });
  marked.set(question, places.set(place, cells));
}

export const everybody = [''];

/** Of several places taken together. */
export function cellsOf(marked: Marked, question: string, places = everybody): Cells {
  const all: Cells = new Map();
  for (const place of places) {
    for (const [key, { n, total }] of marked.get(question)?.get(place) ?? []) {
      const cell = all.get(key) ?? { n: 0, total: 0 };
      all.set(key, { n: cell.n + n, total: cell.total + total });
    }
  }
  return all;
}

export function sumOf(cells: Cells): Cell {
  let sum = { n: 0, total: 0 };
  for (const { n, total } of cells.values()) sum = { n: sum.n + n, total: sum.total + total };
  return sum;
}

export function answeredBy(marked: Marked, question: string, places = everybody): number {
  return sumOf(cellsOf(marked, `${question}~answered`, places)).n;
}

export function distributionOf(question: Question, marked: Marked, districts: District[]): Distribution {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'district': {
      const cells = cellsOf(marked, question.id);
      const choices = optionsOf(question, districts).map((one) => ({ ...one, n: cells.get(one.id)?.n ?? 0 }));
      return { kind: question.kind, choices };
    }
    case 'scale': {
      const { kind, fromLabel, toLabel } = question;
      const values = valuesIn(cellsOf(marked, question.id));
      return { kind, values: withEmptySteps(values, question), fromLabel, toLabel, ...averagesOf(values) };
    }
    case 'number': {
      const values = valuesIn(cellsOf(marked, question.id));
      return { kind: 'number', values, unit: question.unit, ...averagesOf(values) };
    }
    case 'ranking':
      return { kind: 'ranking', options: question.options.map((option) => rankOf(question, option, marked)) };
    case 'allocation': {
      const lines = question.lines.map((line) => amountsOf(question, line, marked));
      return { kind: 'allocation', unit: question.unit, lines };
    }
    default:
      return { kind: question.kind };
  }
}

/** Those that can be chosen, in their order. A district that the lines no longer have cannot. */
export function optionsOf(
  question: QuestionOf<'single' | 'multiple' | 'district'>,
  districts: District[],
): { id: string; label: Text | null }[] {
  if (question.kind !== 'district') return question.options.map(({ id, label }) => ({ id, label }));
  const listed = districts
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => ({ id: code, label: name }));
  return [...listed, ...[outside, unknown].map((id) => ({ id, label: null }))];
}

/** Keys that are no numbers come of another kind of question under this name. */
function valuesIn(cells: Cells): Value[] {
  return [...cells]
    .map(([key, { n }]) => ({ value: Number(key), n }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
}

const mostSteps = 20;

function withEmptySteps(values: Value[], { from, to }: QuestionOf<'scale'>): Value[] {
  if (to - from > mostSteps) return values;
  const given = new Map(values.map(({ value, n }) => [value, n]));
  for (let step = from; step <= to; step += 1) if (!given.has(step)) given.set(step, 0);
  return [...given].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value);
}

function rankOf(
  { id }: Question,
  option: { id: string; label: Text },
  marked: Marked,
): Extract<Distribution, { kind: 'ranking' }>['options'][number] {
  const values = valuesIn(cellsOf(marked, `${id}.${option.id}`));
  const firsts = values.find(({ value }) => value === 1)?.n ?? 0;
  return { id: option.id, label: option.label, n: peopleIn(values), mean: averagesOf(values).mean, firsts };
}

function amountsOf({ id }: Question, line: QuestionOf<'allocation'>['lines'][number], marked: Marked) {
  const values = valuesIn(cellsOf(marked, `${id}.${line.id}`));
  return {
    id: line.id,
    label: line.label,
    n: peopleIn(values),
    today: line.today,
    ...averagesOf(values),
    ...againstOf(cellsOf(marked, `${id}.${line.id}~today`)),
  };
}

export function againstOf(cells: Cells): Record<Against, number> {
  const [raised = 0, same = 0, cut = 0] = againstToday.map((key) => cells.get(key)?.n ?? 0);
  return { raised, same, cut };
}

function peopleIn(values: Value[]): number {
  return values.reduce((sum, { n }) => sum + n, 0);
}

/** `values` rise. */
function averagesOf(values: Value[]): Averages {
  const people = peopleIn(values);
  if (people <= 0) return { mean: null, median: null };
  const sum = values.reduce((before, { value, n }) => before + value * n, 0);
  const [lower, upper] = [Math.floor((people - 1) / 2), Math.floor(people / 2)].map((at) =>
    valueAt(values, at),
  );
  return { mean: rounded(sum / people), median: rounded(((lower ?? 0) + (upper ?? 0)) / 2) };
}

function valueAt(values: Value[], at: number): number {
  let passed = 0;
  for (const { value, n } of values) {
    passed += n;
    if (passed > at) return value;
  }
  return 0;
}
