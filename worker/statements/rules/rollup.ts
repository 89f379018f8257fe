import {
  exactly,
  isCount,
  isHex,
  isSlug,
  isText,
  isWeekText,
  listOf,
  orLeftOut,
  orNone,
  shaped,
} from './shapes.ts';

/** A statement of a city that is added up. */
type NamedStatement = {
  /** The origin of the log that holds it; null if it is the log of this statement. */
  log: string | null;
  action: string;
  kind: string;
  week: string;
  /** The hash of its leaf in that log, in hex. */
  leaf: string;
  /** Its confirmed signatures, or answers of a survey. */
  n: number;
  /** Finished trainings of its campaign at the end of its week. */
  trained: number;
};

/** The latest statements of cities, added up when this statement was made: what the committee of a state is told. */
export type StatementRollup = {
  /** The slug of the campaign of this site whose page shows the same. */
  campaign: string;
  /** The postal code of the state. */
  state: string;
  cities: {
    city: string;
    population: number;
    signatures: number;
    answers: number;
    trained: number;
    statements: NamedStatement[];
    /**
     * In place of `statements` where they would be too long: how many, and SHA-256 in hex of their leaves in hex, each with
     * a newline after it, in the order of the slugs of their actions.
     */
    leaves?: { n: number; sha256: string };
  }[];
  /** Cities that were not added, and why. */
  left_out: { city: string; reason: string }[];
  /** Sums of the cities. Who signed in two cities is in both. */
  signatures: number;
  answers: number;
  trained: number;
};

const numbers = { signatures: isCount, answers: isCount, trained: isCount };

export const isRollup = exactly({
  campaign: isSlug,
  state: isText,
  cities: listOf(
    exactly({
      ...{ city: isSlug, population: isCount, ...numbers },
      leaves: orLeftOut(shaped({ n: isCount, sha256: isHex })),
      statements: listOf(
        shaped({
          ...{ log: orNone(isText), action: isSlug, kind: isText, week: isWeekText },
          ...{ leaf: isHex, n: isCount, trained: isCount },
        }),
      ),
    }),
  ),
  left_out: listOf(shaped({ city: isSlug, reason: isText })),
  ...numbers,
});

/** Whether its numbers are sums of what it names, nothing is named twice, and no city counts more than its people. */
export function doesRollupFit(rollup: StatementRollup): boolean {
  const { cities, left_out } = rollup;
  const statements = cities.flatMap((city) => city.statements);
  const keys = ['signatures', 'answers', 'trained'] as const;
  return (
    keys.every((key) => rollup[key] === sum(cities, (city) => city[key])) &&
    cities.every((city) => (city.leaves ? city.statements.length === 0 : isSumOfStatements(city))) &&
    !hasRepeated(statements.map(({ leaf }) => leaf)) &&
    !hasRepeated([...cities, ...left_out].map(({ city }) => city)) &&
    cities.every((city) => keys.every((key) => city[key] <= city.population))
  );
}

/** Trainings are of the whole campaign, so they are those of its newest statement. */
function isSumOfStatements({
  signatures,
  answers,
  trained,
  statements,
}: StatementRollup['cities'][number]): boolean {
  const of = (kind: string) => sum(statements, (one) => (one.kind === kind ? one.n : 0));
  return (
    signatures === of('petition') &&
    answers === of('survey') &&
    statements.some((one) => one.trained === trained && statements.every(({ week }) => week <= one.week))
  );
}

function sum<One>(list: readonly One[], of: (one: One) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

function hasRepeated(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}
