import { answeredBy, type CountedAnswers, everybody } from '../kinds/counted.ts';
import { type AreaTally, leastPeople } from './area-rules.ts';
import { isUnchanged, peopleIn, removedIn, type Telling, type ToldRange } from './release-rules.ts';

type Both = { now: CountedAnswers; before: CountedAnswers; ranges: ToldRange[] };

/** Whether the number of answers is at least five away from those of all tables that were reported. */
function mayTell({ least, most }: ToldRange, answered: number): boolean {
  return answered >= most + leastPeople || answered <= least - leastPeople;
}

/** For a question, or for the score under ''. */
export function tellingOf(question: string, { now, before, ranges }: Both): Telling {
  const [answered, removed] = [peopleIn(now, question), removedIn(now, question)];
  const people = answered > 0 ? answered : removed;
  if (people > 0 && people < leastPeople) return 'few';
  const range = ranges.find((one) => one.question === question && one.place === '');
  const isSafe =
    people === 0 ||
    !range ||
    mayTell(range, answered) ||
    isUnchanged(question, { now, before, places: everybody });
  return isSafe ? 'now' : 'held';
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
  if (answered === 0 && removedIn(counted, question) === 0) return [];
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
