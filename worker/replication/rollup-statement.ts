import { mapQuery } from '../platform/query.ts';
import { originOf } from '../statements/log-keys.ts';
import type { StatementRollup } from '../statements/rules/rollup.ts';
import type { StatementPart } from '../statements/statement-part.ts';
import { readingsOf } from './readings.ts';
import { type CityReading, here, sumOf } from './rules.ts';
import { type RollupForCommittee, rollupsForCommitteeQuery } from './state-store.ts';

/**
 * Each statement of an action that is addressed to the committee of a state names the statements of cities that the
 * committee is told as one sum. They are the latest ones when it is made, as in the digest: a city's week is verified
 * after its end, so at the end of the week there is nothing to tell of it yet.
 */
export const rollupStatementPart: StatementPart = {
  load: (db, committeeId, { week, until }) =>
    mapQuery(
      rollupsForCommitteeQuery(db, { committeeId, section: 'rollup', week }),
      (found) =>
        new Map(
          found.flatMap((one) => {
            const rollup = statedRollup(one, until);
            return one.actions.map(({ id }) => [id, { rollup }] as const);
          }),
        ),
    ),
};

function statedRollup({ campaign, rollup, rows }: RollupForCommittee, now: Date): StatementRollup {
  // Which cities count does not depend on the time.
  const readings = readingsOf(rows, { now, publicUrl: '' });
  const { signatures, answers, trained } = sumOf(readings);
  return {
    ...{ campaign: campaign.slug, state: rollup.postalCode },
    cities: readings.filter(({ counts }) => counts).map(statedCity),
    left_out: readings
      .filter(({ counts }) => !counts)
      .map((reading) => ({ city: reading.slug, reason: reasonOf(reading) })),
    ...{ signatures, answers, trained },
  };
}

function statedCity({ slug, address, population, signatures, answers, trained, statements }: CityReading) {
  const log = address === here ? null : originOf(address);
  return {
    ...{ city: slug, population, signatures, answers, trained },
    statements: statements.map(({ action, kind, week, leaf, n, trained }) => {
      return { log, action, kind, week, leaf, n, trained };
    }),
  };
}

function reasonOf({ isAbovePopulation, reason, state }: CityReading): string {
  return reason ?? (isAbovePopulation ? 'above-population' : state);
}
