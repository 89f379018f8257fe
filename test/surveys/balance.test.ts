import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { dateIn, day } from '../../worker/platform/time/clock.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import type { Answers } from '../../worker/surveys/rules.ts';
import { actOn } from '../signatures/acts.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import { allAnswers, answerCounts, expectAnswersBalance, recountedAnswers } from './support.ts';

type Act =
  | {
      act: 'respond';
      name: number;
      inbox: number;
      zip: number;
      says: Answers;
      again: boolean;
      atOnce: boolean;
    }
  | { act: 'confirm' | 'withdraw' | 'erase' | 'invalidate'; which: number }
  | { act: 'correct'; which: number; name: number; zip: number }
  | { act: 'amend'; which: number; says: Answers }
  | { act: 'wait'; days: number };

// Only a few of each, so that different responses often have the same values.
const names = ['Ana', 'ÁNA ', '王伟'];
const inboxes = ['a@example.org', 'A+x@example.org', 'b@gmail.com'];
const zips = ['28202', '28205', '90210'];

const says: fc.Arbitrary<Answers> = fc
  .record({
    fund: fc.constantFrom('yes', 'no'),
    how: fc.subarray(['tax', 'grant', 'fee'], { maxLength: 2 }),
    order: fc.shuffledSubarray(['first', 'second', 'third'], { minLength: 3 }),
    parks: fc.nat(20),
    sure: fc.integer({ min: 1, max: 5 }),
    where: fc.constantFrom('1', '2', 'outside'),
    own: fc.constantFrom('', 'Once more.'),
    left: fc.subarray(['order', 'budget', 'sure', 'where']),
  })
  .map(({ parks, left, how, own, ...rest }) => {
    const all: Answers = { ...rest, budget: { parks: parks * 5, training: 100 - parks * 5 } };
    if (rest.fund === 'yes' && how.length > 0) all.how = how;
    if (own) all.own = own;
    return Object.fromEntries(Object.entries(all).filter(([id]) => !left.includes(id)));
  });

const below = (list: unknown[]) => fc.nat(list.length - 1);
const which = fc.nat(11);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('respond' as const),
      name: below(names),
      inbox: below(inboxes),
      zip: below(zips),
      says,
      again: fc.boolean(),
      atOnce: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'confirm' as const,
        'confirm' as const,
        'withdraw' as const,
        'erase' as const,
        'invalidate' as const,
      ),
      which,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      which,
      name: below(names),
      zip: below(zips),
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('amend' as const), which, says }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.nat(9) }) },
);

async function perform(app: TestApp, context: SurveyContext, ids: string[], act: Act): Promise<void> {
  if (act.act === 'wait') return app.setNow(new Date(app.now().getTime() + act.days * day));
  if (act.act === 'respond') return respond(app, context, ids, act);
  const id = ids[act.which % Math.max(ids.length, 1)];
  if (id === undefined) return;
  if (act.act !== 'amend') return void expect(await actOn(app, id, act)).toBeLessThan(500);
  const body = new URLSearchParams({ survey_version: context.survey.version });
  for (const [field, values] of Object.entries(rawOfAnswers(context.survey, act.says))) {
    for (const value of values) body.append(field, value);
  }
  const path = `/my/${await app.deps.keyring.token('my', id)}/answers`;
  expect([303, 409, 410]).toContain((await app.request(path, { method: 'POST', body })).status);
}

function daysOf(history: Act[]): number {
  return history.reduce((sum, act) => sum + (act.act === 'wait' ? act.days : 0), 0);
}

async function respond(
  app: TestApp,
  context: SurveyContext,
  ids: string[],
  act: Extract<Act, { act: 'respond' }>,
) {
  const sent = await app.postJson(`/api/v1/surveys/${context.action.slug}/responses`, {
    given_name: names[act.name],
    email: inboxes[act.inbox],
    zip: zips[act.zip],
    answers: act.says,
    // Some people send the form of an earlier act again.
    form_token: `token-of-this-history-${act.again ? 0 : ids.length}`,
  });
  expect(sent.status).toBe(202);
  const newest = await env.DB.prepare('SELECT id FROM signatures WHERE action_id = ? ORDER BY rowid DESC')
    .bind(context.action.id)
    .first<string>('id');
  if (newest && !ids.includes(newest)) ids.push(newest);
  if (newest && act.atOnce) await actOn(app, newest, { act: 'confirm', which: 0 });
}

/** Every signature has its answers, and an erased one has none. */
async function expectWhole({ action: petition }: SurveyContext) {
  const wrong = await env.DB.prepare(
    `SELECT count(*) AS n FROM signatures LEFT JOIN responses ON signature_id = id
    WHERE signatures.action_id = ? AND (signature_id IS NULL OR (signatures.sealed IS NULL) <> (responses.sealed IS NULL))`,
  )
    .bind(petition.id)
    .first<number>('n');
  expect(wrong).toBe(0);
}

async function isErased({ action }: SurveyContext): Promise<boolean> {
  const erasedAt = await env.DB.prepare('SELECT erased_at FROM actions WHERE id = ?')
    .bind(action.id)
    .first<number | null>('erased_at');
  return erasedAt !== null;
}

test('whatever people do with their answers, in whatever order, the counts are what the rows say, to the end of retention', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 25 }), async (history) => {
      const app = testApp();
      // Close on the day after the last act. Otherwise every week of a quiet year would get its digest.
      const closesAfter = aWednesday.getTime() + (daysOf(history) + 1) * day;
      const closesOn = dateIn('UTC', new Date(closesAfter));
      const context = await openSurvey(app, { closesOn, retentionDays: 3 });
      const ids: string[] = [];
      for (const act of history) {
        await perform(app, context, ids, act);
        await expectAnswersBalance(context);
        await expectWhole(context);
      }
      await app.cron(new Date(closesAfter + 2 * day));
      const before = await answerCounts(context);
      await app.cron(new Date(closesAfter + 10 * day));
      expect(await isErased(context)).toBe(true);
      expect(await answerCounts(context)).toEqual(before);
      await expectAnswersBalance(context);
      await expectWhole(context);
      expect(await findDifferences(env.DB, context.action.id, shippedHouse.recounts)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('the helper that recounts finds wrong counts', async () => {
  const app = testApp();
  const context = await openSurvey(app);
  await respond(app, context, [], {
    act: 'respond',
    name: 0,
    inbox: 0,
    zip: 0,
    says: allAnswers,
    again: false,
    atOnce: true,
  });
  await env.DB.prepare(
    "UPDATE answer_counts SET n = n + 1 WHERE action_id = ? AND question = 'fund' AND key = 'yes'",
  )
    .bind(context.action.id)
    .run();
  expect(await answerCounts(context)).not.toEqual((await recountedAnswers(context)).rows);
});
