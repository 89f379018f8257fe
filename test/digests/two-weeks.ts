import { env } from 'cloudflare:workers';
import { staffToken } from '../../worker/digests/links.ts';
import { testApp } from '../support/app.ts';
import { campaignOfAugust, historyOf } from './history.ts';

export async function committeeOf(actionId: number) {
  const row = await env.DB.prepare(
    'SELECT c.id, c.contact_email FROM committees c JOIN actions p ON c.id = p.committee_id WHERE p.id = ?',
  )
    .bind(actionId)
    .first<{ id: number; contact_email: string }>();
  return row!;
}

/** Two weeks of signatures, each reported by a digest, and one later signature that no digest has reported. */
export async function twoWeeks() {
  const app = testApp();
  const { action: petition } = await campaignOfAugust();
  const { sign, receive, become, move } = historyOf(petition);
  const first = await sign('2026-09-02T12:00:00Z', { alike: 'one name' });
  await sign('2026-09-02T13:00:00Z', { place: '2', source: 'poster', alike: 'one name' });
  for (let n = 0; n < 14; n += 1)
    await sign(`2026-09-03T${10 + n}:00:00Z`, { place: n % 3 ? '2' : 'outside' });
  const moved = await sign('2026-09-04T12:00:00Z', { place: 'unknown' });
  await receive('2026-09-05T12:00:00Z');
  await app.cron('2026-09-07T11:00:00Z');
  await become(first, 'withdrawn', '2026-09-08T12:00:00Z');
  await move(moved, '1', '2026-09-08T13:00:00Z');
  await sign('2026-09-09T12:00:00Z');
  const double = await receive('2026-09-09T13:00:00Z');
  await become(double, 'duplicate', '2026-09-09T14:00:00Z');
  await app.cron('2026-09-14T11:00:00Z');
  await sign('2026-09-15T12:00:00Z');
  app.setNow('2026-09-15T15:00:00Z');
  const { id, contact_email } = await committeeOf(petition.id);
  const path = `/tallies/${await staffToken(app.deps.keyring, id, 1)}`;
  return { app, petition, path, contactEmail: contact_email, committeeId: id };
}
