import { hex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Of } from './hashes.ts';
import { doesRollupFit, type StatementRollup } from './rollup.ts';
import { type Statement, statementEntry } from './statement.ts';
import { entryBytesAtMost } from './tiles.ts';

type City = StatementRollup['cities'][number];

/**
 * What other cities tell must not hinder a committee's own statement. A roll-up that is too long names the statements of
 * each city by one hash; what is still too long, or does not add up, is left out, with the reason.
 */
export function fitted(statement: Statement): Statement {
  const { rollup, ...own } = statement;
  if (!rollup || fits(statement)) return statement;
  const short = { ...rollup, cities: rollup.cities.map(shortened) };
  const none = without(short, short.cities, doesRollupFit(rollup) ? 'no-room' : 'wrong-sums');
  const all = [short, ...(doesRollupFit(short) ? [asFarAsItFits(own, short)] : []), none];
  return all.map((one) => ({ ...own, rollup: one })).find(fits) ?? own;
}

function fits(statement: Statement): boolean {
  return (
    statementEntry(statement).length <= entryBytesAtMost &&
    (!statement.rollup || doesRollupFit(statement.rollup))
  );
}

function shortened({ statements, ...city }: City): City {
  const leaves = statements.map(({ leaf }) => `${leaf}\n`).join('');
  return { ...city, statements: [], leaves: { n: statements.length, sha256: hex(sha256Of(utf8(leaves))) } };
}

const lengthOf = (value: unknown) => utf8(canonicalJson(value)).length;
/** The sums get longer with each city that comes in. */
const forSums = 60;

/** In the order of the kit. */
function asFarAsItFits(own: Statement, rollup: StatementRollup): StatementRollup {
  const empty = without(rollup, rollup.cities, 'no-room');
  let room = entryBytesAtMost - statementEntry({ ...own, rollup: empty }).length - forSums;
  const out = rollup.cities.filter((city) => {
    const more = lengthOf(city) - lengthOf({ city: city.city, reason: 'no-room' });
    if (more > room) return true;
    room -= more;
    return false;
  });
  return without(rollup, out, 'no-room');
}

function without(rollup: StatementRollup, out: readonly City[], reason: string): StatementRollup {
  const cities = rollup.cities.filter((city) => !out.includes(city));
  const sum = (key: 'signatures' | 'answers' | 'trained') => cities.reduce((all, city) => all + city[key], 0);
  return {
    ...{ campaign: rollup.campaign, state: rollup.state, cities },
    left_out: [...rollup.left_out, ...out.map(({ city }) => ({ city, reason }))],
    ...{ signatures: sum('signatures'), answers: sum('answers'), trained: sum('trained') },
  };
}
