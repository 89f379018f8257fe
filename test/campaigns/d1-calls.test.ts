import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { watchDb } from '../support/watched-db.ts';

type Pages = { campaign: string; petition: string };

/** The address of each page of a campaign that links to actions. */
const pages: Record<string, (pages: Pages) => string> = {
  home: () => '/',
  campaign: ({ campaign }) => `/campaigns/${campaign}`,
  'campaign as JSON': ({ campaign }) => `/api/v1/campaigns/${campaign}`,
  'share kit': ({ campaign }) => `/campaigns/${campaign}/share`,
  poster: ({ campaign, petition }) => `/campaigns/${campaign}/print/poster?action=${petition}`,
  feed: ({ campaign }) => `/campaigns/${campaign}/updates.xml`,
  petition: ({ petition }) => `/petitions/${petition}`,
  'petition as JSON': ({ petition }) => `/api/v1/petitions/${petition}`,
  calendar: ({ campaign }) => `/campaigns/${campaign}/junctures.ics`,
};
const cases = Object.keys(pages).flatMap((page) => [1, 10, 50].map((actions) => ({ page, actions })));

test.each(cases)('the $page asks the database once with $actions actions', async ({ page, actions }) => {
  const kit = smallKit({ petitions: actions });
  const opened = await openKit(env.DB, kit, aWednesday);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  let calls = 0;
  const db = watchDb({
    call(work) {
      calls += 1;
      return work();
    },
  });
  const app = testApp({ rememberFor: 1000 }, { db });
  // The first request also reads which switches are on, so make it before counting.
  await app.request('/developers');
  calls = 0;
  const path = pages[page]!({ campaign: kit.campaign.slug, petition: kit.petitions[0]!.slug });
  const read = async () => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const first = await read();
  expect(calls).toBe(1);
  // Each page view gets its own form token.
  const withoutToken = (html: string) => html.replaceAll(/name="form_token" value="[^"]*"/g, '');
  expect(withoutToken(await read())).toBe(withoutToken(first));
  expect(calls).toBe(1);
});

test('pages of a campaign that there is not are looked up each time', async () => {
  const app = testApp({ rememberFor: 60_000 });
  for (const path of ['/campaigns/later-on', '/api/v1/campaigns/later-on', '/campaigns/later-on/share']) {
    expect((await app.request(path)).status).toBe(404);
  }
  const kit = smallKit();
  kit.campaign.slug = 'later-on';
  const opened = await openKit(env.DB, kit, aWednesday);
  expect(opened.ok).toBe(true);
  for (const path of ['/campaigns/later-on', '/api/v1/campaigns/later-on', '/campaigns/later-on/share']) {
    expect((await app.request(path)).status).toBe(200);
  }
});
