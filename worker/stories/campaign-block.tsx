import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { kitPartQuery } from './kit-store.ts';
import { storiesPath } from './links.ts';
import { StoriesPart } from './pages/stories-part.tsx';

const shape = {
  stories: z
    .object({ page: z.string(), paid_cents: z.int().describe('Paid to tellers, in all') })
    .nullable()
    .describe('Stories of survivors. Their text is on the page alone, so that it can be taken down at once'),
};

/** The way to the stories. Caches keep this page, so nothing of a story stands on it. */
export const storiesBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(
      kitPartQuery(db, campaign),
      (kit) =>
        ({ shell }) =>
          kit ? { side: <StoriesPart shell={shell} href={storiesPath(kit.campaign)} /> } : {},
    ),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(kitPartQuery(db, campaign), (kit) => () => ({
        stories: kit && { page: storiesPath(kit.campaign), paid_cents: kit.paidCents },
      })),
  },
};
