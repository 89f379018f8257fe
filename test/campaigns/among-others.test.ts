import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { countingDb } from '../support/counting-db.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

const kit = smallKit({ petitions: 3 });
const pages = {
  campaign: `/campaigns/${kit.campaign.slug}`,
  petition: `/petitions/${kit.petitions[0]?.slug}`,
  'share kit': `/campaigns/${kit.campaign.slug}/share`,
};
const amongTwo = new Map<string, number>();

/** What a first view of a page reads. */
async function rowsRead(path: string): Promise<number> {
  let rows = 0;
  const app = testApp({}, { db: countingDb(env.DB, (read) => (rows += read.rows)) });
  await app.request('/developers');
  rows = 0;
  expect((await app.request(path)).status).toBe(200);
  return rows;
}

beforeAll(async () => {
  // The row after a range of an index is read as well, so there has to be one.
  for (const one of [kit, smallKit({ petitions: 3 })]) {
    expect((await openKit(env.DB, one, aWednesday)).ok).toBe(true);
  }
  for (const [name, path] of Object.entries(pages)) amongTwo.set(name, await rowsRead(path));
  for (let n = 0; n < 20; n += 1) {
    expect((await openKit(env.DB, smallKit({ petitions: 10 }), aWednesday)).ok).toBe(true);
  }
});

test.each(Object.entries(pages))('the %s page reads as much among 20 campaigns more', async (name, path) => {
  expect(amongTwo.get(name)).toBeGreaterThan(0);
  expect(await rowsRead(path)).toBe(amongTwo.get(name));
});
