import type { Text } from '../../../web/language.ts';
import { rounded } from '../../platform/step-rules.ts';
import { type Cells, type CountedAnswers, cellsOf, keysIn, placesOf, sumOf } from '../kinds/counted.ts';
import type { MeasureKey } from '../kinds/measure.ts';
import { type Distribution, findKind } from '../kinds/questions.ts';

/**
 * Answers that no longer fit today's questions: to an option, a line or (`part` null) a question that was removed.
 * Title and label come from an earlier tally; null if none has them. `mean` only for amounts, else null.
 */
export type EarlierAnswer = {
  question: string;
  title: Text | null;
  part: string | null;
  label: Text | null;
  people: number;
  mean: number | null;
};

type AskedQuestion = { id: string; title: Text } & Distribution;
type EarlierTally = { questions: AskedQuestion[]; earlier: EarlierAnswer[] };

export function earlierAnswersIn(
  counted: CountedAnswers,
  asked: AskedQuestion[],
  before: EarlierTally,
): EarlierAnswer[] {
  const wording = [...asked, ...before.questions]
    .flatMap(wordsOf)
    .concat(before.earlier.flatMap(wordsOfEarlier));
  const textOf = (question: string, part: string | null) =>
    wording.find((one) => one.question === question && one.part === part)?.text ?? null;
  return keysIn(counted)
    .flatMap((key) => straysUnder(key, counted, asked))
    .filter(({ people }) => people > 0)
    .map(({ question, part, people, mean }) => {
      const label = part === null ? null : textOf(question, part);
      return { question, title: textOf(question, null), part, label, people, mean };
    });
}

/** The name of a question (`part` null) or of a part of it. */
type Words = { question: string; part: string | null; text: Text };

function wordsOf(question: AskedQuestion): Words[] {
  const parts = partsOf(question).flatMap(({ id, label }) => (label ? [{ part: id, text: label }] : []));
  return [{ part: null, text: question.title }, ...parts].map((words) => ({
    question: question.id,
    ...words,
  }));
}

function wordsOfEarlier({ question, title, part, label }: EarlierAnswer): Words[] {
  return [
    ...(title ? [{ question, part: null, text: title }] : []),
    ...(label ? [{ question, part, text: label }] : []),
  ];
}

/** An earlier tally may have a kind that no longer exists. */
function partsOf(question: AskedQuestion): { id: string; label: Text | null }[] {
  return findKind(question.kind)?.tally.parts(question) ?? [];
}

type Stray = Pick<EarlierAnswer, 'question' | 'part' | 'people' | 'mean'>;

function straysUnder(key: MeasureKey, counted: CountedAnswers, asked: AskedQuestion[]): Stray[] {
  const { question, part, aspect } = key;
  if (question === null) return [];
  const known = asked.find(({ id }) => id === question);
  const cells = cellsOf(counted, key);
  if (aspect === 'answered' && !known) return [{ question, part: null, people: sumOf(cells).n, mean: null }];
  if (aspect !== null) return [];
  const has = (value: string) => known !== undefined && hasPlaceFor(known, { part, value });
  if (part !== null) return has('') ? [] : [{ question, part, ...measured(cells) }];
  if (!known && isAddedUp(counted, key)) return [{ question, part: null, ...measured(cells) }];
  return [...cells]
    .filter(([value]) => !has(value))
    .map(([value, { n }]) => ({ question, part: value, people: n, mean: null }));
}

function hasPlaceFor(known: AskedQuestion, answer: { part: string | null; value: string }): boolean {
  return findKind(known.kind)?.tally.has(known, answer) ?? false;
}

/** In districts, amounts are only summed, under the value ''. */
function isAddedUp(counted: CountedAnswers, key: MeasureKey): boolean {
  return [...placesOf(counted, key)].some(([place, cells]) => place !== '' && cells.has(''));
}

function measured(cells: Cells): Pick<Stray, 'people' | 'mean'> {
  const { n, total } = sumOf(cells);
  return { people: n, mean: n > 0 ? rounded(total / n) : null };
}
