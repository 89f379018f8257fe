import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { askWhoOpened } from '../../worker/surveys/carry/ask-sent.ts';
import { readSends } from '../../worker/surveys/carry/store.ts';
import { testApp } from '../support/app.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { openSendable, pressOpen, pressSent } from './sending.ts';
import { confirmedResponse } from './support.ts';

/** Rows of one campaign, of one round of mails, or from a statement's own parameters. */
const small =
  /^(SCAN (named|due|entry|fresh|value|json_each|actions|campaigns|cities|committees|councils|sources|districts|zip_areas|thresholds|switches|CONSTANT|\d+ CONSTANT)\b|SCAN .*(VIRTUAL|SUBQUERY))/;

test('no statement on the way to the city’s survey, nor of the mail that asks, reads a whole table', async () => {
  const said: WatchedStatement[] = [];
  const db = watchDb({
    call(work, statements) {
      said.push(...statements);
      return work();
    },
  });
  const app = testApp({}, { db });
  const context = await openSendable(app);
  const { mine, id } = await confirmedResponse(app, context);
  await db.prepare('UPDATE responses SET send_key = NULL WHERE signature_id = ?').bind(id).run();
  said.length = 0;
  const html = await (await app.request(`${mine}/send`)).text();
  await pressOpen(app, context, html);
  await askWhoOpened(app.deps, new Date(app.now().getTime() + 200_000_000));
  await app.mailTo(`ana@${context.action.slug}.example`);
  await pressSent(app, context, html);
  await readSends(db, context.action.id);

  const heard = said.filter(({ sql }) => /survey_sends|send_counts|responses/.test(sql));
  for (const part of [
    'opened_at <=',
    'SET asked_at',
    'INSERT INTO survey_sends',
    'send_key IS NULL',
    'json_each(?) named',
  ]) {
    expect(
      heard.some(({ sql }) => sql.includes(part)),
      part,
    ).toBe(true);
  }
  for (const { sql, values } of heard) {
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values)
      .all<{ detail: string }>();
    const scans = plan.results
      .map(({ detail }) => detail)
      .filter((line) => /^SCAN/.test(line) && !small.test(line));
    expect(scans, sql).toEqual([]);
  }
});
