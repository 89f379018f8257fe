import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import charlotte from '../../worker/campaigns/kits/charlotte.json';
import { openKit } from '../../worker/petitions/open-kit.ts';

test('x', async () => {
  const r = await openKit(env.DB, charlotte, new Date('2026-11-21T12:00:00Z'));
  console.log(JSON.stringify(r, null, 1));
  console.log(await openKit(env.DB, charlotte, new Date('2026-11-21T12:00:00Z')));
  const k = structuredClone(charlotte) as any;
  k.city.districts.pop();
  k.council.seats = k.council.seats.filter((s: any) => s.slug !== 'district-7');
  k.campaign.summary.en += 'x';
  k.petitions[0].slug = 'other-one';
  console.log(await openKit(env.DB, k, new Date('2026-11-21T12:00:00Z')));
});
