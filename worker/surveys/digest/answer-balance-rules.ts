import type { PlaceCount } from '../../digests/counts-rules.ts';
import {
  answeredBy,
  type Cells,
  type CountedAnswers,
  cellsOf,
  keysIn,
  peopleUnder,
  placesOf,
  sumOf,
} from '../kinds/counted.ts';
import { answersTo, keyText, type MeasureKey, suggestionKey } from '../kinds/measure.ts';
import { kindOf, type Question } from '../kinds/questions.ts';
import { questionsOf, type Survey } from '../rules.ts';

/** Contradictions within the counts of answers, or between them and the counts of responses, for the log. */
export function contradictionsIn(
  counted: CountedAnswers,
  survey: Survey,
  { confirmed, byPlace }: { confirmed: number; byPlace: PlaceCount[] },
): string[] {
  const mostIn = new Map([['', confirmed], ...byPlace.map((one) => [one.place, one.confirmed] as const)]);
  return [
    ...keysIn(counted).flatMap((key) => {
      const places = placesOf(counted, key);
      const problems = [
        ...wrongNumbers(places),
        ...wrongPlaces(key, counted),
        ...(isOncePerPerson(key) ? moreThanConfirmed(places, mostIn) : []),
      ];
      return problems.map((problem) => `${keyText(key)}: ${problem}`);
    }),
    ...questionsOf(survey).flatMap((question) => {
      return wrongAnswers(question, counted).map((problem) => `${question.id}: ${problem}`);
    }),
  ];
}

/** Under such a key, each person who answered or has a score is counted once. */
function isOncePerPerson({ aspect }: MeasureKey): boolean {
  return aspect === 'answered' || aspect === 'suggestion' || aspect === 'score';
}

function wrongNumbers(places: Map<string, Cells>): string[] {
  const isWrong = [...places.values()].some((cells) => [...cells.values()].some(({ n }) => n < 0));
  return isWrong ? ['a number is below zero'] : [];
}

/** The counts of all places must add up to the counts of everybody, for each value or all together under ''. */
function wrongPlaces(key: MeasureKey, counted: CountedAnswers): string[] {
  const places = placesOf(counted, key);
  const all = cellsOf(counted, key);
  const here = [...places.keys()].filter((place) => place !== '');
  if (here.length === 0) return key.aspect === 'suggestion' || sumOf(all).n <= 0 ? [] : ['no places'];
  const added = cellsOf(counted, key, here);
  const [sum, byPlace] = [sumOf(all), sumOf(added)];
  const isSame =
    sum.n === byPlace.n &&
    Math.abs(sum.total - byPlace.total) < 0.001 &&
    (added.has('') || [...added].every(([value, { n }]) => all.get(value)?.n === n));
  return isSame ? [] : ['the places do not add up'];
}

function moreThanConfirmed(places: Map<string, Cells>, mostIn: Map<string, number>): string[] {
  return [...places].flatMap(([place, cells]) =>
    sumOf(cells).n > (mostIn.get(place) ?? 0) ? [`more than confirmed in '${place}'`] : [],
  );
}

function wrongAnswers(question: Question, counted: CountedAnswers): string[] {
  const { id } = question;
  const { answers, parts, tally } = kindOf(question);
  const answered = answeredBy(counted, id);
  const outcomes = cellsOf(counted, suggestionKey(id));
  const people = (outcome: 'kept' | 'changed') => outcomes.get(outcome)?.n ?? 0;
  const ownParts = answers.byPart ? (parts?.(question) ?? []) : [];
  const isPartMore = ownParts.some((part) => peopleUnder(counted, answersTo(id, part.id)) > answered);
  return [
    ...(people('kept') + people('changed') > answered ? ['kept and changed are more than answered'] : []),
    ...(isPartMore ? ['a part has more than answered'] : []),
    ...(tally.contradictions?.(question, counted) ?? []),
  ];
}
