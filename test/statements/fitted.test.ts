import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted } from '../../worker/statements/rules/fitted.ts';
import type { StatementRollup } from '../../worker/statements/rules/rollup.ts';
import { imbalancesIn, type Statement, statementEntry } from '../../worker/statements/rules/statement.ts';
import { entryBytesAtMost } from '../../worker/statements/rules/tiles.ts';
import { statementsOf } from '../replication/log-of.ts';

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);
const leafOf = (n: number) => n.toString(16).padStart(64, '0');

function rollupOf(cities: number[][]): StatementRollup {
  let leaf = 0;
  const told = cities.map((numbers, i) => ({
    ...{
      city: `${'c'.repeat(50)}-${i}`,
      population: 1_000_000_000,
      answers: 0,
      trained: 5,
      signatures: sum(numbers),
    },
    statements: numbers.map((n) => {
      leaf += 1;
      const log = 'petitions.example.org/log';
      return {
        log,
        action: `ask-${leaf}`,
        kind: 'petition',
        week: '2026-W47',
        leaf: leafOf(leaf),
        n,
        trained: 5,
      };
    }),
  }));
  const whole = { signatures: sum(told.map((one) => one.signatures)), answers: 0, trained: 5 * told.length };
  return { campaign: 'state', state: 'NC', cities: told, left_out: [], ...whole };
}

/** With a body of about so many bytes besides the roll-up. */
function statementWith(rollup: StatementRollup, others: number): Statement {
  const [statement] = statementsOf([{ week: '2026-W47', n: 1 }]);
  const texts = Array.from({ length: Math.floor(others / 90) }, (_, i) => ({
    version: i + 1,
    sha256: leafOf(i),
  }));
  return { ...statement!, texts, rollup };
}

const fits = (statement: Statement) =>
  imbalancesIn(statement).length === 0 && statementEntry(statement).length <= entryBytesAtMost;

test('whatever other cities tell, the statement of a committee fits, and no city goes missing silently', () => {
  const cities = fc.array(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(cities, fc.nat({ max: 60_000 }), (told, others) => {
      const given = statementWith(rollupOf(told), others);
      const made = fitted(given);
      expect(fits(made)).toBe(true);
      const { rollup } = made;
      if (rollup) expect(rollup.cities.length + rollup.left_out.length).toBe(told.length);
      if (fits(given)) expect(made).toBe(given);
    }),
    { numRuns: 60 },
  );
});

test('what is too long even by its hashes is left out in the order of the kit', () => {
  const { rollup } = fitted(statementWith(rollupOf(Array.from({ length: 200 }, () => [1, 2])), 35_000));
  const { cities = [], left_out = [] } = rollup ?? {};
  expect(cities.length).toBeGreaterThan(20);
  expect(cities.map(({ city }) => city.slice(51))).toEqual(cities.map((_, i) => String(i)));
  expect(new Set(left_out.map(({ reason }) => reason))).toEqual(new Set(['no-room']));
  expect(rollup?.signatures).toBe(3 * cities.length);
});

test('a roll-up that does not add up is left out whole', () => {
  const given = { ...rollupOf([[1], [2]]), signatures: 4 };
  const { rollup } = fitted(statementWith(given, 0));
  expect(rollup).toMatchObject({ cities: [], signatures: 0, left_out: [{ reason: 'wrong-sums' }, {}] });
});

test('a statement without room for any reason is told without the roll-up', () => {
  const made = fitted(statementWith(rollupOf(Array.from({ length: 200 }, () => [1])), 60_000));
  expect(made.rollup).toBeUndefined();
  expect(fits(made)).toBe(true);
});
