import { hex, utf8 } from './bytes.ts';
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
  const isRight = doesRollupFit(rollup);
  const reason = isRight ? 'no-room' : 'wrong-sums';
  for (let kept = isRight ? short.cities.length : 0; ; kept = Math.floor(kept * 0.9)) {
    const one = { ...own, rollup: firstOf(short, kept, reason) };
    if (fits(one)) return one;
    if (kept === 0) return own;
  }
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

/** In the order of the kit. */
function firstOf(rollup: StatementRollup, kept: number, reason: string): StatementRollup {
  const cities = rollup.cities.slice(0, kept);
  const out = rollup.cities.slice(kept).map(({ city }) => ({ city, reason }));
  const sum = (key: 'signatures' | 'answers' | 'trained') => cities.reduce((all, city) => all + city[key], 0);
  return {
    ...{ ...rollup, cities, left_out: [...rollup.left_out, ...out] },
    ...{ signatures: sum('signatures'), answers: sum('answers'), trained: sum('trained') },
  };
}
