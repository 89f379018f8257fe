import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { createKeyring } from '../../worker/platform/crypto/keyring.ts';
import { findLastStatement } from '../../worker/statements/log-store.ts';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const { db } = testApp().deps;
const making = digestMaking();

beforeEach(() => stopEarlierDigests(env.DB));

const lastOf = async (actionId: number): Promise<Statement> =>
  JSON.parse((await findLastStatement(db, actionId))?.entry ?? 'null');

async function finished(campaignId: number, day: string, n: number) {
  await db.batch([
    db
      .prepare("INSERT INTO training_days VALUES (?, 'finished', ?, 'direct', '', ?)")
      .bind(campaignId, day, n),
    db
      .prepare(
        `INSERT INTO training_totals VALUES (?, 'finished', '', 'direct', ?)
        ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      )
      .bind(campaignId, n),
  ]);
}

test('a statement names its campaign, and how many had finished the training when its week ended', async () => {
  const { action, campaign } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await finished(campaign.id, '2026-09-06', 3);
  // Monday is the next week, although the statement is made later that day.
  await finished(campaign.id, '2026-09-07', 4);
  await makeDueDigests(making, new Date('2026-09-07T11:00:00Z'));
  const first = await lastOf(action.id);
  expect(first).toMatchObject({ week: '2026-W36', campaign: { slug: campaign.slug, trained: 3 } });
  await makeDueDigests(making, new Date('2026-09-14T11:00:00Z'));
  expect((await lastOf(action.id)).campaign).toEqual({ slug: campaign.slug, trained: 7 });
});

test('once the log has a second key, its statements name both', async () => {
  const { action } = await campaignOfAugust();
  await makeDueDigests(making, new Date('2026-09-07T11:00:00Z'));
  expect(await lastOf(action.id)).not.toHaveProperty('log_keys');
  const fresh = { id: 'fresh', secret: crypto.getRandomValues(new Uint8Array(32)) };
  const rotated = { ...making, keyring: createKeyring([fresh, ...making.settings.keyring]) };
  await makeDueDigests(rotated, new Date('2026-09-14T11:00:00Z'));
  // The week after the new key has signed for the first time.
  await makeDueDigests(rotated, new Date('2026-09-21T11:00:00Z'));
  const { log_keys = [] } = await lastOf(action.id);
  expect(log_keys).toHaveLength(2);
});
