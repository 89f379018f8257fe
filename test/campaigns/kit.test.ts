import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { problemsOf } from '../support/broken-kits.ts';
import { freshSlug, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { changed, opened, saturday } from '../support/opened-kits.ts';
import { brokenCampaigns } from './broken-kits.ts';

const db = env.DB;

test.each(brokenCampaigns)(
  'a kit with %s is refused, and the refusal says where',
  (_what, breakIt, problem) => {
    expect(problemsOf(breakIt)).toEqual([problem]);
  },
);

test('a campaign cannot move to another city', async () => {
  const kit = smallKit();
  await opened(kit);
  const moved = changed(kit, ({ city }) => (city.slug = freshSlug('elsewhere')));
  expect(await openKit(db, moved, saturday)).toEqual({
    ok: false,
    error: [{ path: 'campaign.slug', message: `is a campaign of the city ${kit.city.slug}` }],
  });
});
