import type { Text } from '../../places/rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import { type Cells, cellsOf, type Distribution, type Marked, sumOf } from './distribution-rules.ts';

/**
 * Answers that a survey's questions of today have no place for: to an option, a line or (`part` null) a question that
 * is gone. Title and label are those of an earlier tally, null where none told of it. `mean` of a value, else null.
 */
export type EarlierAnswer = {
  question: string;
  title: Text | null;
  part: string | null;
  label: Text | null;
  people: number;
  mean: number | null;
};

type Asked = { id: string; title: Text } & Distribution;
type Told = { questions: Asked[]; earlier: EarlierAnswer[] };

export function earlierAnswersIn(marked: Marked, asked: Asked[], told: Told): EarlierAnswer[] {
  const wording = [...asked, ...told.questions].flatMap(wordsOf).concat(told.earlier.flatMap(wordsOfEarlier));
  const textOf = (question: string, part: string | null) =>
    wording.find((one) => one.question === question && one.part === part)?.text ?? null;
  return [...marked.keys()]
    .sort()
    .flatMap((marks) => straysUnder(marks, marked, asked))
    .filter(({ people }) => people > 0)
    .map(({ question, part, people, mean }) => {
      const label = part === null ? null : textOf(question, part);
      return { question, title: textOf(question, null), part, label, people, mean };
    });
}

/** What a question (`part` null) or a part of it is called. */
type Words = { question: string; part: string | null; text: Text };

function wordsOf(question: Asked): Words[] {
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

function partsOf(question: Asked): { id: string; label: Text | null }[] {
  if ('choices' in question) return question.choices;
  if ('options' in question) return question.options;
  return 'lines' in question ? question.lines : [];
}

type Stray = Pick<EarlierAnswer, 'question' | 'part' | 'people' | 'mean'>;

/** `marks` is a name that marks are counted under: QUESTION, QUESTION.PART, QUESTION~answered and others. */
function straysUnder(marks: string, marked: Marked, asked: Asked[]): Stray[] {
  const [, question = '', part, suffix] = /^([^.~]*)(?:\.([^~]*))?(?:~(.*))?$/.exec(marks) ?? [];
  const known = asked.find(({ id }) => id === question);
  const cells = cellsOf(marked, marks);
  if (suffix === 'answered' && !known) return [{ question, part: null, people: sumOf(cells).n, mean: null }];
  if (suffix !== undefined) return [];
  if (part !== undefined) return hasPart(known, part) ? [] : [{ question, part, ...measured(cells) }];
  if (!known && isMeasured(marked, marks)) return [{ question, part: null, ...measured(cells) }];
  return [...cells]
    .filter(([key]) => !hasKey(known, key))
    .map(([key, { n }]) => ({ question, part: key, people: n, mean: null }));
}

function hasPart(known: Asked | undefined, part: string): boolean {
  return known !== undefined && !('choices' in known) && partsOf(known).some(({ id }) => id === part);
}

function hasKey(known: Asked | undefined, key: string): boolean {
  if (!known) return false;
  if ('values' in known) return Number.isFinite(Number(key));
  return 'choices' in known && known.choices.some(({ id }) => id === key);
}

/** Values are added up by district, under no key. */
function isMeasured(marked: Marked, marks: string): boolean {
  return [...(marked.get(marks) ?? [])].some(([place, cells]) => place !== '' && cells.has(''));
}

function measured(cells: Cells): Pick<Stray, 'people' | 'mean'> {
  const { n, total } = sumOf(cells);
  return { people: n, mean: n > 0 ? rounded(total / n) : null };
}
