import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { watchDb } from '../support/watched-db.ts';

test('a run that finds nothing due makes eight round trips, however many features have scheduled work', async () => {
  await openPetition(env.DB, { thresholds: [1] });
  const first = testApp();
  await first.cron(aWednesday);
  const called: string[][] = [];
  const db = watchDb({
    call(work, statements) {
      called.push(statements.map(({ sql }) => sql));
      return work();
    },
  });
  const app = testApp({}, { db });
  await app.cron(new Date(aWednesday.getTime() + 15 * minute));
  expect(called.length).toBeLessThanOrEqual(8);
  expect(called.flat().length).toBeGreaterThan(40);
});
