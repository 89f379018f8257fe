import type { PlaceCount } from '../../digests/counts-rules.ts';
import { type Question, questionsOf, type Survey } from '../rules.ts';
import { answeredBy, type Cells, cellsOf, type Marked, sumOf } from './distribution-rules.ts';

/** What in the answers contradicts each other or the account of the responses, in words for the log. */
export function contradictionsIn(
  marked: Marked,
  survey: Survey,
  { confirmed, byPlace }: { confirmed: number; byPlace: PlaceCount[] },
): string[] {
  const mostIn = new Map([['', confirmed], ...byPlace.map((one) => [one.place, one.confirmed] as const)]);
  return [
    ...[...marked].flatMap(([marks, places]) => [
      ...wrongNumbers(marks, places),
      ...wrongPlaces(marks, places),
      ...(isOncePerPerson(marks) ? moreThanConfirmed(marks, places, mostIn) : []),
    ]),
    ...questionsOf(survey).flatMap((question) => wrongAnswers(question, marked)),
  ];
}

/** Whoever answered or has a score has one mark under such a name. */
function isOncePerPerson(marks: string): boolean {
  return /~(answered|suggestion|score)$/.test(marks);
}

function wrongNumbers(marks: string, places: Map<string, Cells>): string[] {
  const isWrong = [...places.values()].some((cells) => [...cells.values()].some(({ n }) => n < 0));
  return isWrong ? [`${marks}: a number is below zero`] : [];
}

/** What is counted by place adds up to what is counted of everybody: under each key, or under '' all of them. */
function wrongPlaces(marks: string, places: Map<string, Cells>): string[] {
  const here = [...places.keys()].filter((place) => place !== '');
  if (here.length === 0)
    return marks.endsWith('~suggestion') || !hasAny(places.get('')) ? [] : [`${marks}: no places`];
  const all = places.get('') ?? new Map();
  const added = cellsOf(new Map([[marks, places]]), marks, here);
  const [sum, byPlace] = [sumOf(all), sumOf(added)];
  const isSame =
    sum.n === byPlace.n &&
    Math.abs(sum.total - byPlace.total) < 0.001 &&
    (added.has('') || [...added].every(([key, { n }]) => all.get(key)?.n === n));
  return isSame ? [] : [`${marks}: the places do not add up`];
}

function hasAny(cells: Cells | undefined): boolean {
  return cells !== undefined && sumOf(cells).n > 0;
}

function moreThanConfirmed(marks: string, places: Map<string, Cells>, mostIn: Map<string, number>): string[] {
  return [...places].flatMap(([place, cells]) =>
    sumOf(cells).n > (mostIn.get(place) ?? 0) ? [`${marks}: more than confirmed in '${place}'`] : [],
  );
}

function wrongAnswers(question: Question, marked: Marked): string[] {
  const { id, kind } = question;
  const answered = answeredBy(marked, id);
  const under = (name: string) => sumOf(cellsOf(marked, name)).n;
  const { kept = 0, changed = 0 } = Object.fromEntries(
    [...cellsOf(marked, `${id}~suggestion`)].map(([stand, { n }]) => [stand, n]),
  );
  const lines = kind === 'allocation' ? question.lines.map((line) => `${id}.${line.id}`) : [];
  const options = kind === 'ranking' ? question.options.map((option) => `${id}.${option.id}`) : [];
  const problems: [string, boolean][] = [
    ['kept and changed are more than answered', kept + changed > answered],
    ['a part has more than answered', [...lines, ...options].some((name) => under(name) > answered)],
    ['raised, same and cut are not the line', lines.some((name) => under(`${name}~today`) !== under(name))],
    ['the answers are not the people', isOneValue(question, marked) && under(id) !== answered],
    [
      'an option has more than answered',
      kind === 'multiple' && [...cellsOf(marked, id).values()].some(({ n }) => n > answered),
    ],
  ];
  return problems.flatMap(([what, isWrong]) => (isWrong ? [`${id}: ${what}`] : []));
}

/** A question that was a ranking or a budget before has people who gave no value to it. */
function isOneValue({ id, kind }: Question, marked: Marked): boolean {
  const hadParts = [...marked.keys()].some((marks) => marks.startsWith(`${id}.`));
  return ['single', 'scale', 'number', 'district'].includes(kind) && !hadParts;
}
