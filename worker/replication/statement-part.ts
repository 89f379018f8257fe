import { datesOf, nextWeek } from '../digests/week-rules.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import type { Statement } from '../statements/rules/statement.ts';
import type { StatementPart } from '../statements/statement-part.ts';
import { rollupStatementPart } from './rollup-statement.ts';
import { actionsToTellQuery } from './statement-store.ts';

/**
 * Each statement names its campaign and the keys of the log, so that other deployments can add it up; that of a state’s
 * committee also names the statements that it adds up.
 */
export const replicationStatementPart: StatementPart = {
  load(db, committeeId, term) {
    const asked = { until: term.until, nextDay: datesOf(nextWeek(term.week)).startsOn };
    const both = joinQueries({
      own: actionsToTellQuery(db, committeeId, asked),
      rollups: rollupStatementPart.load(db, committeeId, term),
    });
    return mapQuery(both, ({ own: { actions, keys }, rollups }) => {
      const logKeys = keys.length > 1 ? { log_keys: keys } : {};
      return new Map(
        actions.map(({ id, campaign: slug, trained }): [number, Partial<Statement>] => [
          id,
          { campaign: { slug, trained }, ...logKeys, ...rollups.get(id) },
        ]),
      );
    });
  },
};
