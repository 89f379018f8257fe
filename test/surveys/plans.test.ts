import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { recountDue } from '../../worker/signatures/recount.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { fill } from '../signatures/filled.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { exceptionsOfAll, expectNoScans, saidByTriggers } from '../support/plans.ts';
import { openSurvey } from '../support/surveys.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { fieldsOf } from './form-fields.ts';
import { press, rightAnswers, sendForm } from './form-support.ts';
import { confirmedResponse, responseOf } from './support.ts';

let context: SurveyContext;
let statements: WatchedStatement[] = [];

/** Gives the earlier signatures answers. */
async function answerForAll(): Promise<void> {
  const measures = JSON.stringify([{ q: 'fund', k: 'yes', t: 0, p: 'yes' }]);
  await env.DB.prepare(
    `INSERT INTO responses (signature_id, action_id, version, sealed, measures, words_state, words_at, send_key)
    SELECT id, action_id, 'v', zeroblob(200), ?1, iif(rowid % 9 = 0, 'waiting', NULL), received_at, person_key
    FROM signatures WHERE action_id = ?2 ON CONFLICT DO NOTHING`,
  )
    .bind(measures, context.action.id)
    .run();
}

/**
 * Every statement that the application runs for a survey, each once, from the first page view to the nightly recount.
 */
async function everythingSaid(): Promise<WatchedStatement[]> {
  const said = new Map<string, WatchedStatement>();
  const db = watchDb({
    call(work, those) {
      for (const one of those) said.set(one.sql, one);
      return work();
    },
  });
  const app = testApp({}, { db });
  const { slug } = context.action;
  const person = (name: string) => ({ given_name: name, email: `${name}@${slug}.example`, zip: '28202' });
  for (const path of [`/surveys/${slug}`, `/api/v1/surveys/${slug}`, `/surveys/${slug}/thank-you`]) {
    await app.request(path);
  }
  await app.postJson(`/api/v1/surveys/${slug}/responses`, { ...person('eve'), answers: { fund: 'no' } });
  await fromDraft(app, slug, person('dan'));
  const ana = await confirmedResponse(app, context, { person: person('ana'), shareWords: true });
  await responseOf(app, context, { person: person('ana') });
  const ben = await confirmedResponse(app, context, { person: person('ben') });
  for (const path of [ana.confirm, ana.mine, `${ana.mine}/answers`, `${ana.mine}/data.json`]) {
    await app.request(path);
  }
  await app.post(`${ana.mine}/answers`, { survey_version: context.survey.version, 'answer.fund': 'no' });
  await app.post(`${ana.mine}/correct`, { given_name: 'Ana', zip: '90210' });
  await app.post(`${ana.mine}/withdraw`, {});
  await app.post(`${ben.mine}/erase`, {});
  await app.post(`/surveys/${slug}/resend`, { email: `eve@${slug}.example` });
  await recountDue({ db }, new Date(aWednesday.getTime() + day), shippedHouse.recounts);
  return [...said.values()];
}

/** Sends answers of which a draft is kept. */
async function fromDraft(app: TestApp, slug: string, person: Record<string, string>): Promise<void> {
  const form = fieldsOf(await (await app.request(`/surveys/${slug}`)).text());
  const review = await press(app, slug, { ...form, ...rightAnswers, step: 'review' });
  const fields = fieldsOf(await review.text());
  const sent = await sendForm(app, slug, { ...fields, ...person, step: 'send' });
  expect([sent.status, fields.draft]).toEqual([303, [expect.any(String)]]);
}

beforeAll(async () => {
  context = await openSurvey(testApp());
  await fill(context, 1000);
  await answerForAll();
  statements = [...(await everythingSaid()), ...(await saidByTriggers())];
});

const exceptions = [
  ...exceptionsOfAll,
  { sql: 'GROUP BY name_street_key', line: 'SCAN', because: 'counts the groups of one action, at night' },
  { sql: 'CROSS JOIN responses ON signature_id', line: 'GROUP BY', because: 'sorts one step, at night' },
  { sql: 'CROSS JOIN responses ON signature_id', line: 'SCAN (subquery', because: 'is that step' },
];

const heard = [
  'INSERT INTO signatures',
  'INSERT INTO responses',
  'SELECT content FROM surveys',
  'SELECT * FROM responses WHERE signature_id = ?',
  'SET sealed = unhex(?4), changed_at = ?5',
  'UPDATE responses SET version',
  'FROM answer_counts',
  'FROM answer_changes',
  'INSERT INTO answer_changes',
  'UPDATE responses SET sealed = NULL',
];

test('all that is said on the way of a response has been heard', () => {
  const said = statements.map(({ sql }) => sql.replace(/\s+/g, ' '));
  expect(heard.filter((part) => !said.some((sql) => sql.includes(part)))).toEqual([]);
});

describe('no statement reads a whole table, sorts rows or builds an index', () => {
  test('where SQLite knows nothing of the tables', () => expectNoScans(statements, exceptions));

  test('where statistics are from a time with a thousand responses, of statements on them', async () => {
    await env.DB.prepare('ANALYZE').run();
    const onThem = statements.filter(({ sql }) => /\b(signatures|responses|answer_\w+)\b/.test(sql));
    await expectNoScans(onThem, exceptions);
  });

  test('where statistics are fresh', async () => {
    await fill(context, 20_000, 1001);
    await answerForAll();
    await env.DB.prepare('ANALYZE').run();
    await expectNoScans(statements, exceptions);
  });
});
