import { expect, test } from 'vitest';
import { knownValue, runQuery } from '../../worker/platform/query.ts';
import { beginAnewStatements, outQuery, readAgainStatement } from '../../worker/replication/again-store.ts';
import { readNeighbors } from '../../worker/replication/read-neighbors.ts';
import { cityReadings } from '../../worker/replication/readings.ts';
import { actionsToTellQuery } from '../../worker/replication/statement-store.ts';
import { namedLogsQuery, neighborsQuery, rollupQuery } from '../../worker/replication/store.ts';
import { describeDeployment } from '../../worker/replication/well-known.ts';
import { citiesOfRollupQuery } from '../../worker/statements/log-store.ts';
import { testApp } from '../support/app.ts';
import { exceptionsOfAll, expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { neighborSite, openState } from './support.ts';
import { keyring, later, monday, week47, week48 } from './weeks.ts';

test('no reading scans a table, sorts rows or grows with the weeks that are kept', async () => {
  const seen: WatchedStatement[] = [];
  const db = watchDb({
    call(work, statements) {
      seen.push(...statements);
      return work();
    },
  });
  const { deps } = testApp({}, { db });
  const site = await neighborSite();
  const { id, slug } = await openState([site], monday);
  await site.show(keyring, week47);
  await readNeighbors(deps, monday);
  await site.show(keyring, week48);
  await readNeighbors(deps, later(7));
  const { publicUrl } = deps.settings;
  await cityReadings(db, id, { now: later(7), publicUrl });
  const known = knownValue(id);
  await runQuery(db, rollupQuery(db, known));
  await runQuery(db, neighborsQuery(db, known));
  await runQuery(db, namedLogsQuery(db, id));
  await runQuery(db, outQuery(db, id));
  await runQuery(db, citiesOfRollupQuery(db, known));
  await runQuery(db, actionsToTellQuery(db, 1, { until: monday, nextDay: '2026-11-23' }));
  await describeDeployment(deps, null);
  await describeDeployment(deps, slug);
  const named = { campaignId: id, address: site.url, now: later(7) };
  await readAgainStatement(db, named).run();
  await db.batch(beginAnewStatements(db, named));
  expect(seen.length).toBeGreaterThan(20);
  await expectNoScans(seen, [
    ...exceptionsOfAll,
    { sql: 'json_each(?3)', line: 'SCAN json_each', because: 'reads what it was given' },
    {
      sql: 'ORDER BY number DESC LIMIT 1',
      line: 'SCAN (subquery',
      because: 'reads the actions of one campaign, as many as are listed',
    },
    {
      sql: 'INDEXED BY neighbor_logs_due',
      line: 'SCAN',
      because: 'stops at its LIMIT, in order',
    },
    { sql: 'FROM log_keys', line: '', because: 'has a row for each rotation of the keyring' },
    { sql: 'FROM neighbors WHERE', line: 'ORDER BY', because: 'sorts the deployments of one campaign' },
    { sql: 'campaign > ?4', line: 'ORDER BY', because: 'sorts the cities of one deployment' },
  ]);
});
