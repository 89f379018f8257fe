import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { listEmbeds } from '../../worker/embeds/listing.ts';
import { addSightings } from '../../worker/embeds/store.ts';
import { openPetition } from '../support/factories.ts';

const db = env.DB;

test('each campaign is listed with who may show its forms, and where they were seen', async () => {
  expect(await listEmbeds(db)).toBe('There is no campaign.');
  const { campaign } = await openPetition(db);
  const head = `${campaign.slug}  may be shown by: any site`;
  expect(await listEmbeds(db)).toBe(`${head}\n  seen nowhere so far`);
  const seen = { campaignId: campaign.id, host: 'church.example' };
  await addSightings(db, [{ ...seen, on: '2026-11-25', n: 1 }]);
  expect(await listEmbeds(db)).toBe(`${head}\n  church.example  once, on 2026-11-25`);
  await addSightings(db, [{ ...seen, on: '2026-11-26', n: 2 }]);
  expect(await listEmbeds(db)).toBe(`${head}\n  church.example  3 times, 2026-11-25 to 2026-11-26`);
});
