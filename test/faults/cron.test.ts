import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { runSchedule } from '../../worker/main/schedule.ts';
import { day, minute } from '../../worker/platform/time/clock.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { confirmedAs, signedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { faultyDb } from './faulty-db.ts';

const app = testApp();
const days = (count: number) => new Date(aWednesday.getTime() + count * day);

async function expectNoDifference({ action: petition }: ActionContext): Promise<void> {
  expect(await findDifferences(env.DB, petition.id, shippedHouse.recounts)).toEqual([]);
}

/** A petition with one confirmed and two unconfirmed signatures, one of them with the name of the confirmed one. */
async function aPetition(): Promise<ActionContext> {
  const context = await openPetition(env.DB, { retentionDays: 10, closesOn: '2027-01-10', thresholds: [1] });
  const { slug } = context.action;
  app.setNow(aWednesday);
  const person = (name: string) => ({ given_name: name, email: `${name}@${slug}.example`, zip: '28202' });
  await signedAs(app, slug, person('ana'));
  await signedAs(app, slug, person('ben'));
  await confirmedAs(app, slug, person('ben'));
  await confirmedAs(app, slug, person('cem'));
  return context;
}

type Effects = { mails: string[]; signatures: string[]; digests: string[]; petition: unknown };

/** All effects of the cron job on the petition. */
async function effects({ action: petition }: ActionContext): Promise<Effects> {
  const lines = async (sql: string) => {
    const { results } = await env.DB.prepare(sql).bind(petition.id).all<{ line: string }>();
    return results.map(({ line }) => line);
  };
  const committee = '(SELECT committee_id FROM actions WHERE id = ?1)';
  return {
    mails: await lines(
      `SELECT kind || ' ' || state || ' ' || count(*) AS line FROM outbox
      WHERE ref IN (SELECT id FROM signatures WHERE action_id = ?1) OR ref LIKE ?1 || ':%'
        OR ref IN (SELECT id FROM digests WHERE committee_id = ${committee}) GROUP BY kind, state ORDER BY line`,
    ),
    signatures: await lines(
      `SELECT state || ' ' || coalesce(reason, '') || ' ' || reminders || ' ' || (erased_at IS NOT NULL)
        || (sealed IS NULL) || (person_key IS NULL) AS line FROM signatures WHERE action_id = ?1 ORDER BY line`,
    ),
    digests: await lines(`SELECT week AS line FROM digests WHERE committee_id = ${committee} ORDER BY week`),
    petition: await env.DB.prepare(
      'SELECT state, closed_at, erased_at IS NOT NULL AS is_erased FROM actions WHERE id = ?',
    )
      .bind(petition.id)
      .first(),
  };
}

/**
 * The days on which something is due: reminders, two digests, the end of the time to confirm, the end of the petition,
 * the announcement that its data will be erased, and the erasure a week later.
 */
const dueOn = [2, 5, 7, 9, 12, 30, 47, 50, 58];

/** The effects after each of these days if the cron job always runs on time. */
const after = new Map<number, Effects>();

beforeAll(async () => {
  const context = await aPetition();
  for (const count of dueOn) {
    await app.cron(days(count));
    after.set(count, await effects(context));
  }
});

beforeEach(() => stopEarlierDigests(env.DB));

test('run twice at the same moment, and again right after, does each thing once', async () => {
  const context = await aPetition();
  for (const count of dueOn) {
    app.setNow(days(count));
    await Promise.all([1, 2, 3].map(() => runSchedule(app.deps, days(count))));
    await runSchedule(app.deps, days(count));
    expect(await effects(context)).toEqual(after.get(count));
  }
  expect(after.get(7)?.mails).toContain('remind-2 sent 1');
  expect(after.get(58)?.petition).toMatchObject({ state: 'closed', is_erased: 1 });
  await expectNoDifference(context);
});

test('that did not run for three weeks makes the digest of each missed week, and sends nobody two reminders at once', async () => {
  const context = await aPetition();
  await app.cron(days(23));
  const late = await effects(context);
  expect(late.digests).toEqual(['2026-W48', '2026-W49', '2026-W50']);
  expect(late.mails).toContain('digest sent 3');
  expect(late.mails).toContain('remind-1 sent 1');
  expect(late.mails.join()).not.toContain('remind-2');
  await app.cron(days(24));
  expect((await effects(context)).mails).toEqual(late.mails);
  await app.cron(days(25));
  expect((await effects(context)).mails).toContain('remind-2 sent 1');
  await expectNoDifference(context);
});

test('that did not run until everything was over closes, counts and erases as if it had run on time', async () => {
  const context = await aPetition();
  await app.cron(days(58));
  await app.cron(days(58));
  const inTime = after.get(58)!;
  expect((await effects(context)).digests).toEqual(inTime.digests);
  // Retention starts at the actual closing, and the erasure is announced a week before.
  for (const count of [62, 70]) await app.cron(days(count));
  const late = await effects(context);
  expect(late.petition).toMatchObject({ state: 'closed', is_erased: 1 });
  expect(late.signatures.map((line) => line.replace(/ \d /, ' '))).toEqual(
    inTime.signatures.map((line) => line.replace(/ \d /, ' ')),
  );
  await expectNoDifference(context);
});

/** Runs the cron job, failing at its first call, then at its second, and so on, until a run gets to its end. */
async function runThroughDeaths(at: Date, when: 'before' | 'after', context: ActionContext): Promise<void> {
  const faulty = faultyDb();
  const dying = testApp({}, { db: faulty.db });
  dying.setNow(at);
  for (let atCall = 1; ; atCall += 1) {
    expect(atCall).toBeLessThan(120);
    faulty.fail({ atCall, when, message: 'D1_ERROR: Network connection lost.', forGood: true });
    const isThrough = await runSchedule(dying.deps, at).then(
      () => true,
      () => false,
    );
    await expectNoDifference(context);
    if (isThrough) return;
  }
}

test.each(['before', 'after'] as const)(
  'that dies at its first call, the next run at its second, and so on, comes to the same end (%s its work)',
  async (when) => {
    const context = await aPetition();
    for (const count of dueOn) {
      await runThroughDeaths(days(count), when, context);
      // Mails that a failed run had claimed are free again once the claim has expired.
      await app.cron(new Date(days(count).getTime() + 10 * minute));
      expect(await effects(context)).toEqual(after.get(count));
    }
  },
);
