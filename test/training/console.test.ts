import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { kitWithTraining, learnerOf, someModule } from './support.ts';

const app = testApp();
const review = { reviewed_on: '2025-11-25', reviewed_by: { en: 'A lawyer', es: 'Una abogada' } };
const kit = kitWithTraining([someModule('one', ['a'], review), someModule('two', ['b'])]);
const { slug } = kit.campaign;

async function organizer(of: string) {
  const id = (await findCampaignBySlug(env.DB, of)) ?? 0;
  return organizerIn(app, { id, slug: of }, { role: 'owner' });
}

beforeAll(async () => {
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  for (const source of ['poster', '', '', '', '']) {
    const learner = learnerOf(app, slug, { source });
    await learner.begin();
    await learner.goToEnd();
  }
  await learnerOf(app, slug).begin();
});

test('an organizer sees how many began and finished, by source and by question, and which reviews are old', async () => {
  const owner = await organizer(slug);
  const page = await owner.read(`/organize/campaigns/${slug}/training`);
  expect(page).toContain('Begun 6 times, finished 5 times.');
  expect(page).toMatch(/Poster[\s\S]*?1[\s\S]*?1/);
  expect(page).toContain('100%');
  expect(page).toContain('by A lawyer');
  expect(page).toContain('Not yet');
  expect(page).toContain(`href="/campaigns/${slug}/training/print"`);
  const home = await owner.read(`/organize/campaigns/${slug}`);
  expect(home).toContain('2 lessons wait for a review');
  expect(home).toContain('Finished the training');
  expect(home).toContain(`/organize/campaigns/${slug}/training`);
});

test('a campaign without a training has nothing of it in the console', async () => {
  const other = smallKit();
  await openKit(env.DB, other, aWednesday);
  const owner = await organizer(other.campaign.slug);
  const path = `/organize/campaigns/${other.campaign.slug}`;
  expect(await owner.read(path)).not.toContain(`${path}/training`);
  expect((await owner.get(`${path}/training`)).status).toBe(404);
});
