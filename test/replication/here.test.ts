import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { openKit } from '../support/kits.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';
import { db, read, readings } from './support.ts';

const tuesday = new Date('2026-09-08T11:00:00Z');

test('a city of this deployment is read from its own log, as those of others are', async () => {
  const { action, campaign } = await campaignOfAugust();
  const history = historyOf(action);
  await history.sign('2026-09-02T12:00:00Z');
  await history.sign('2026-09-03T12:00:00Z');
  await makeDueDigests(digestMaking(), new Date('2026-09-07T11:00:00Z'));
  const kit = kitOfState({ cities: [cityOfKit('riverton', campaign.slug)] });
  expect(await openKit(env.DB, kit, tuesday)).toMatchObject({ ok: true });
  const id = await db
    .prepare('SELECT id FROM campaigns WHERE slug = ?')
    .bind(kit.campaign.slug)
    .first<number>('id');
  await read(tuesday);
  expect(await readings(id ?? 0, tuesday)).toMatchObject([
    {
      ...{ address: '', state: 'verified', signatures: 2, week: '2026-W36' },
      statements: [{ action: action.slug, url: `http://localhost:8787/statements/${action.slug}/2026-W36` }],
    },
  ]);

  // The next week is proven to continue the log.
  await history.sign('2026-09-09T12:00:00Z');
  await makeDueDigests(digestMaking(), new Date('2026-09-14T11:00:00Z'));
  const next = new Date('2026-09-14T15:00:00Z');
  await read(next);
  expect(await readings(id ?? 0, next)).toMatchObject([{ signatures: 3, week: '2026-W37' }]);

  // A database that was put back to an earlier day and went on from there has another log under the same name.
  await db
    .prepare('UPDATE neighbor_logs SET root = ? WHERE campaign_id = ?')
    .bind('A'.repeat(43).concat('='), id)
    .run();
  const third = new Date('2026-09-15T15:00:00Z');
  await read(third);
  expect(await readings(id ?? 0, third)).toMatchObject([
    { state: 'refused', reason: 'equivocates', counts: false },
  ]);
});
