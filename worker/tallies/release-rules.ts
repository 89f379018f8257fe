import { type AreaTally, leastPeople } from './area-rules.ts';
import type { Distribution } from './distribution-rules.ts';

/**
 * Until which Sunday the answers to a question are told, and by area: YYYY-MM-DD, an earlier one than the tally's where
 * too few came since. Null where one to four people have answered or were asked: then nothing is told.
 */
export type Until = { toldUntil: string | null; areasUntil: string | null };

type Counted = Distribution & {
  answered: number;
  suggestion: Record<string, number> | null;
  byArea: AreaTally[];
};

/**
 * What may be told of a question after what was told of it before: the new numbers where they differ by five people or
 * more, or not at all. Whoever takes one week from another is never left with the answers of one to four.
 */
export function releaseOf<Of extends Counted>(
  { fresh, nothing, before }: { fresh: Of; nothing: Of; before: (Of & Until) | null },
  weekEndsOn: string,
): Of & Until {
  const told =
    before !== null && before.toldUntil !== null && partsOf(before).some(({ n }) => n > 0) ? before : null;
  if (partsOf(fresh).some(({ n }) => n > 0 && n < leastPeople)) {
    return told ?? { ...nothing, toldUntil: null, areasUntil: null };
  }
  if (!told) return { ...fresh, toldUntil: weekEndsOn, areasUntil: weekEndsOn };
  const then = partsOf(told, fresh);
  const isTellable = partsOf(fresh, told).every(
    ({ n, numbers }, i) => isSame(numbers, then[i]?.numbers) || isFar(n, then[i]?.n ?? 0),
  );
  if (!isTellable) return told;
  if (mayTellAreas(fresh.byArea, told.byArea)) {
    return { ...fresh, toldUntil: weekEndsOn, areasUntil: weekEndsOn };
  }
  const areasUntil: Until['areasUntil'] = told.areasUntil;
  return { ...fresh, byArea: told.byArea, toldUntil: weekEndsOn, areasUntil };
}

/** The same of a mean of `n` people. */
export function releasedMean(fresh: Mean | null, before: Mean | null): Mean | null {
  if (!fresh || fresh.n < leastPeople) return before;
  return before && fresh.mean !== before.mean && Math.abs(fresh.n - before.n) < leastPeople ? before : fresh;
}

type Mean = { n: number; mean: number };

function isFar(n: number, before: number): boolean {
  return Math.abs(n - before) >= leastPeople;
}

/** Areas that stood together then or do now are one block: more cannot be taken from each other. */
function mayTellAreas(fresh: AreaTally[], told: AreaTally[]): boolean {
  if (fresh.length === 0 || told.length === 0) return true;
  const alone = ({ place }: AreaTally) =>
    place !== null && [fresh, told].every((areas) => areas.some((one) => one.place === place));
  const pairs = fresh.filter(alone).map((area) => [area, told.find(({ place }) => place === area.place)!]);
  const blocks = [fresh, told].map((areas) => together(areas.filter((area) => !alone(area))));
  return [...pairs, blocks].every(([one, before]) => {
    return isSame(countedIn(one!), countedIn(before!)) || isFar(one!.answered, before!.answered);
  });
}

type Block = Pick<AreaTally, 'answered' | 'rows'>;

function together(areas: AreaTally[]): Block {
  return {
    answered: areas.reduce((sum, { answered }) => sum + answered, 0),
    rows: areas.flatMap(({ rows }) => rows).sort((a, b) => a.id.localeCompare(b.id) || a.n - b.n),
  };
}

function countedIn({ answered, rows }: Block): unknown {
  return [answered, rows.filter(({ n }) => n > 0)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Who answered, and who was asked where an answer was suggested. Only numbers, and of the options that both of them
 * have: another wording is told at once.
 */
function partsOf(question: Counted, other = question): { n: number; numbers: unknown }[] {
  const known = new Set(optionsOf(other).map(({ id }) => id));
  const options = optionsOf(question).filter(({ id, n }) => n > 0 && known.has(id));
  const values = 'values' in question ? question.values.filter(({ n }) => n > 0) : [];
  const bare = options.map((option) => ({ ...option, label: null, today: null }));
  const { answered, suggestion } = question;
  const asked = Object.values(suggestion ?? {}).reduce((sum, n) => sum + n, 0);
  return [
    { n: answered, numbers: [answered, bare, values] },
    { n: asked, numbers: suggestion },
  ];
}

function optionsOf(question: Counted): { id: string; n: number }[] {
  if ('choices' in question) return question.choices;
  if ('options' in question) return question.options;
  return 'lines' in question ? question.lines : [];
}
