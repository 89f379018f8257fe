import { answeredBy, type CountedAnswers, everybody } from '../kinds/counted.ts';
import { type AreaTally, leastPeople } from './area-rules.ts';
import { isUnchanged, peopleIn, type Telling, type ToldRange } from './release-rules.ts';

type Both = { now: CountedAnswers; before: CountedAnswers; ranges: ToldRange[] };

/** Whether the number of answers is at least five away from those of all tables that were reported. */
function mayTell({ least, most }: ToldRange, answered: number): boolean {
  return answered >= most + leastPeople || answered <= least - leastPeople;
}

/** How the survey is reported, and each of its questions, with the score under ''. */
export type Tellings = { survey: Telling; of: Map<string, Telling> };

/**
 * All tables of a survey are of one week. If some were of a later one, a reader would see which questions the few people
 * of that week had left out or were not asked, and so what they had answered to the question before.
 */
export function tellingsOf(
  questions: string[],
  both: Both,
  isScored: (question: string) => boolean,
): Tellings {
  const survey = tellingOfSurvey(questions, both);
  const told = survey === 'held' ? both.before : both.now;
  const isFew = (id: string) => isOfFew(told, id) || (id === '' && questions.some(isScoreOfFew));
  const isScoreOfFew = (id: string) => id !== '' && isScored(id) && isFewPeople(peopleIn(told, id));
  return { survey, of: new Map(questions.map((id) => [id, isFew(id) ? 'few' : survey])) };
}

function tellingOfSurvey(questions: string[], both: Both): Telling {
  const { now, before, ranges } = both;
  const most = Math.max(0, ...questions.map((id) => peopleIn(now, id)));
  if (isFewPeople(most)) return 'few';
  const changed = questions.filter((id) => !isUnchanged(id, { now, before, places: everybody }));
  const isSafe = changed.every((id) => mayTellChange(id, both));
  const isTold = ranges.some(({ place }) => place === '');
  const isOfMany = changed.some((id) => Math.abs(peopleIn(now, id) - peopleIn(before, id)) >= leastPeople);
  return isSafe && (changed.length === 0 || !isTold || isOfMany) ? 'now' : 'held';
}

function mayTellChange(question: string, { now, ranges }: Both): boolean {
  const answered = peopleIn(now, question);
  if (answered === 0) return true;
  return ranges.every((range) => {
    return range.question !== question || range.place !== '' || mayTell(range, answered);
  });
}

function isOfFew(counted: CountedAnswers, question: string): boolean {
  return isFewPeople(peopleIn(counted, question));
}

function isFewPeople(people: number): boolean {
  return people > 0 && people < leastPeople;
}

type OfAreas = { question: string; areas: AreaTally[]; places: string[] };

/**
 * A reader can compare two tables in each union of areas that both have. So a district that was shown alone has to stay
 * alone, and the change of each earlier union has to be safe.
 */
export function mayTellAreas({ question, areas, places }: OfAreas, { now, before, ranges }: Both): boolean {
  const alone = aloneIn(areas);
  return areaRanges(question, ranges).every((range) => {
    const of = placesOfRange(range, places);
    const answered = answeredBy(now, question, of);
    if (answered === 0) return true;
    const stands = range.place === null || alone.includes(range.place);
    return stands && (mayTell(range, answered) || isUnchanged(question, { now, before, places: of }));
  });
}

/** An empty table leaves no range, because any other table differs from it by at least five people. */
export function rangeOfEverybody(question: string, counted: CountedAnswers): ToldRange[] {
  const answered = peopleIn(counted, question);
  if (answered === 0) return [];
  return [{ question, place: '', least: answered, most: answered }];
}

/** For a table by area, and for each union that it shares with earlier tables. */
export function rangesOfAreas(
  { question, areas, places }: OfAreas,
  counted: CountedAnswers,
  ranges: ToldRange[] = [],
): ToldRange[] {
  if (areas.length === 0) return [];
  const alone = aloneIn(areas).sort();
  const unions: Pick<ToldRange, 'place' | 'without'>[] = [
    ...alone.map((place) => ({ place })),
    { place: null, without: alone },
    ...areaRanges(question, ranges).map(({ place, without }) => ({ place, ...(without && { without }) })),
  ];
  return unions.flatMap((union) => {
    const answered = answeredBy(counted, question, placesOfRange(union, places));
    return answered === 0 ? [] : [{ question, ...union, least: answered, most: answered }];
  });
}

export function joinedRanges(...told: ToldRange[][]): ToldRange[] {
  const joined = new Map<string, ToldRange>();
  for (const range of told.flat()) {
    const key = JSON.stringify([range.question, range.place, range.without]);
    const known = joined.get(key) ?? range;
    const [least, most] = [Math.min(known.least, range.least), Math.max(known.most, range.most)];
    joined.set(key, { ...range, least, most });
  }
  return [...joined.values()];
}

function areaRanges(question: string, ranges: ToldRange[]): ToldRange[] {
  return ranges.filter((one) => one.question === question && one.place !== '');
}

function placesOfRange({ place, without = [] }: Pick<ToldRange, 'place' | 'without'>, places: string[]) {
  return place === null ? places.filter((one) => !without.includes(one)) : [place];
}

function aloneIn(areas: AreaTally[]): string[] {
  return areas.flatMap(({ place }) => place ?? []);
}
