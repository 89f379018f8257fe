import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { counted, kitWithTraining, learnerOf } from './support.ts';

const app = testApp();

/** What a learner does with each question, and how often each page is sent again. */
const way = fc.record({
  source: fc.constantFrom('', 'poster', 'unknown'),
  answers: fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 })), { minLength: 3, maxLength: 3 }),
  stopsBefore: fc.integer({ min: 0, max: 4 }),
});
type Way = { source: string; answers: [boolean, number][]; stopsBefore: number };

const keys = ['one/a', 'one/b', 'two/c'];

async function go(campaign: string, { source, answers, stopsBefore }: Way): Promise<void> {
  const learner = learnerOf(app, campaign, { source });
  await learner.open();
  const begun = learner.fields();
  await learner.begin();
  await learner.send('run', begun);
  for (const [nth, [isRight, again]] of answers.entries()) {
    if (nth >= stopsBefore) return;
    while (!learner.isQuestion()) await learner.press('next');
    const page = learner.fields();
    await learner.answer(isRight ? 1 : 0);
    // The page from before is sent again, with any answer.
    for (let i = 0; i < again; i += 1) {
      const answer = String(i);
      const sent = [1, 2].map(() => learner.send('run', { ...page, step: 'answer', answer }));
      await Promise.all(sent);
    }
    await learner.send('run', { ...page, step: 'answer', answer: '1' });
  }
  if (stopsBefore > 3) await learner.goToEnd();
}

/** What has to be counted: of each way once. */
function expected(ways: readonly Way[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (...parts: string[]) => {
    const key = parts.filter(Boolean).join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const { source, answers, stopsBefore } of ways) {
    const named = { '': 'direct', poster: 'poster', unknown: 'other' }[source] ?? '';
    add('started', named);
    for (const [nth, [isRight]] of answers.slice(0, stopsBefore).entries()) {
      add('answered', keys[nth] ?? '', named);
      if (isRight) add('right', keys[nth] ?? '', named);
    }
    if (stopsBefore > 3) add('finished', named);
  }
  return counts;
}

test('whatever is sent again, each way counts once, its days sum up, and no row tells two steps of one way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: 1, maxLength: 3 }), async (ways) => {
      const kit = kitWithTraining();
      const { slug } = kit.campaign;
      await openKit(env.DB, kit, aWednesday);
      await Promise.all(ways.map((one) => go(slug, one)));
      expect(await counted(env.DB, slug)).toEqual(expected(ways));
      const sums = await env.DB.prepare(
        `SELECT (SELECT json_group_array(json_array(what, question, source, n)) FROM (
            SELECT what, question, source, sum(n) AS n FROM training_days
            WHERE campaign_id = campaigns.id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3)) AS days,
          (SELECT json_group_array(json_array(what, question, source, n)) FROM (
            SELECT * FROM training_totals WHERE campaign_id = campaigns.id ORDER BY what, question, source)) AS totals
        FROM campaigns WHERE slug = ?`,
      )
        .bind(slug)
        .first<{ days: string; totals: string }>();
      expect(sums?.days).toBe(sums?.totals);
    }),
    { numRuns: 6 },
  );
});

test('the tables have no column for a person, and marks go after nine days', async () => {
  const { results } = await env.DB.prepare(
    `SELECT tables.name || '.' || columns.name AS column_name
    FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.name IN ('training_days', 'training_totals', 'training_marks')`,
  ).all<{ column_name: string }>();
  expect(results.map(({ column_name }) => column_name).sort()).toEqual(
    [
      ...['campaign_id', 'what', 'day', 'source', 'question', 'n'].map((name) => `training_days.${name}`),
      ...['campaign_id', 'what', 'source', 'question', 'n'].map((name) => `training_totals.${name}`),
      ...['mark', 'day'].map((name) => `training_marks.${name}`),
    ].sort(),
  );
  const marks = () => env.DB.prepare('SELECT count(*) AS n FROM training_marks').first<number>('n');
  expect(await marks()).toBeGreaterThan(0);
  await app.cron('2026-12-04T15:00:00Z');
  expect(await marks()).toBeGreaterThan(0);
  await app.cron('2026-12-05T15:00:00Z');
  expect(await marks()).toBe(0);
});
