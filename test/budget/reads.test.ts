import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { withSurvey } from '../../worker/surveys/cache.ts';
import { fill } from '../signatures/filled.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { expectNoScans } from '../support/plans.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { answer } from '../surveys/digest/survey-weeks.ts';
import { kitWithBudget } from './support.ts';

test('its page is one call, no statement of its own reads a table through, and a week of answers costs it no more rows', async () => {
  await stopEarlierDigests(env.DB);
  const said = new Map<string, WatchedStatement>();
  let calls = 0;
  const db = watchDb({
    call(work, those) {
      if (those.some(({ sql }) => sql.includes('budget_comparisons'))) calls += 1;
      for (const one of those) said.set(one.sql, one);
      return work();
    },
  });
  const app = testApp({}, { db });
  const kit = kitWithBudget();
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const survey = (await findContext(env.DB, kit.surveys[0]!.slug))!;
  const context = (await withSurvey(app.deps, survey, new Date('2026-11-23T15:00:00Z')))!;
  for (let minute = 10; minute < 16; minute += 1) {
    await answer(app, context, `2026-11-24T15:${minute}:00Z`, {
      answers: { fund: 'yes', budget: { training: minute * 5, parks: 100 - minute * 5 } },
    });
  }
  await fill(context, 500);
  await app.cron('2026-11-30T13:00:00Z');
  said.clear();

  app.setNow('2026-11-30T14:00:00Z');
  calls = 0;
  const page = await (await app.request(`/budget/${kit.budget[0]!.slug}`)).text();
  expect(page).toContain('6 people');
  expect(calls).toBe(1);
  await app.request(`/api/v1/campaigns/${kit.campaign.slug}`);
  await app.request('/sitemap.xml');
  const slug = kit.campaign.slug;
  const campaign = { id: (await findCampaignBySlug(env.DB, slug)) ?? 0, slug };
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  await owner.read(`/organize/campaigns/${slug}/budget`);
  const own = [...said.values()].filter(({ sql }) => sql.includes('budget_comparisons'));
  expect(own.length).toBeGreaterThanOrEqual(6);
  await expectNoScans(own, [
    { sql: 'WITH named AS', line: 'SCAN named', because: 'goes through the questions of one comparison' },
    { sql: 'WITH named AS', line: 'DISTINCT', because: 'names each question of one comparison once' },
    { sql: 'ORDER BY budget_comparisons.slug LIMIT', line: 'SCAN', because: 'stops at its LIMIT, in order' },
  ]);
  for (const { sql, values } of own.filter(({ sql }) => sql.includes('WITH named AS'))) {
    const { meta } = await env.DB.prepare(sql)
      .bind(...values)
      .run();
    expect(meta.rows_read).toBeLessThan(40);
  }
});
