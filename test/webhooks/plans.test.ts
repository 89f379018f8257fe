import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { confirmedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openCoalition } from '../support/coalition.ts';
import { expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { deliverAt, listen } from './listening.ts';

const said: WatchedStatement[] = [];
const db = watchDb({
  call(work, statements) {
    said.push(...statements.filter(({ sql }) => sql.includes('webhook')));
    return work();
  },
});

test('no statement about webhooks reads all deliveries, signatures or sorts them', async () => {
  const { context, partners } = await openCoalition(env.DB, { thresholds: [1] });
  const { slug } = context.action;
  const app = testApp({}, { db });
  const listener = await listen(app, partners.church);
  await listener.script([1, 2].map(() => ({ kind: 'status', status: 500 })));
  const ana = { given_name: 'Ana', email: `ana@${slug}.example`, zip: '28202', source: 'church-form' };
  await confirmedAs(app, slug, ana);
  await deliverAt(app);
  await deliverAt(app, aWednesday.getTime() + day);
  await app.cron(new Date(aWednesday.getTime() + 40 * day));
  const heard = [
    'INSERT INTO webhook_deliveries',
    'SELECT * FROM webhooks',
    'SET attempts',
    'DELETE FROM',
    'SET failures = 0',
    'SET failures = failures',
    'last_status =',
  ];
  expect(heard.filter((part) => !said.some(({ sql }) => sql.includes(part)))).toEqual([]);
  await expectNoScans(said, [
    { sql: 'webhook_deliveries', line: 'SCAN done', because: 'what one round did' },
    {
      sql: 'DELETE FROM webhook_deliveries',
      line: 'SCAN webhook_deliveries USING',
      because: 'in order, to its LIMIT',
    },
    { sql: 'ON CONFLICT', line: 'SCAN found', because: 'what one commit tells' },
  ]);
});

test('where nobody listens a commit looks at its petition and for a webhook of its campaign, and at nothing else', async () => {
  const { context } = await openCoalition(env.DB);
  const { slug } = context.action;
  said.length = 0;
  const app = testApp({}, { db });
  await confirmedAs(app, slug, { given_name: 'Ana', email: `ana@${slug}.example`, zip: '28202' });
  const [statement, ...more] = said;
  expect(more).toEqual([]);
  const { meta } = await env.DB.prepare(statement!.sql)
    .bind(...statement!.values)
    .run();
  expect([meta.rows_read <= 4, meta.rows_written]).toEqual([true, 0]);
});
