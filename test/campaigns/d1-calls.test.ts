import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openKit } from '../../worker/kits/open-kit.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { watchDb } from '../support/watched-db.ts';

type Pages = { campaign: string; petition: string };

/** The address of each page that leads to actions, in a campaign that has so many. */
const pages: Record<string, (pages: Pages) => string> = {
  home: () => '/',
  campaign: ({ campaign }) => `/campaigns/${campaign}`,
  'campaign as JSON': ({ campaign }) => `/api/v1/campaigns/${campaign}`,
  'share kit': ({ campaign }) => `/campaigns/${campaign}/share`,
  poster: ({ campaign, petition }) => `/campaigns/${campaign}/print/poster?action=${petition}`,
  feed: ({ campaign }) => `/campaigns/${campaign}/updates.xml`,
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
  const app = testApp({ rememberFor: 60_000 }, { db });
  // What is turned off is read by every request, and remembered.
  await app.request('/developers');
  const path = pages[page]!({ campaign: kit.campaign.slug, petition: kit.petitions[0]!.slug });
  calls = 0;
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toBe('');
  expect(calls).toBe(1);
});
