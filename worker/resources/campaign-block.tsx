import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { directoryPath, hsdsPath } from './links.ts';
import { ResourcesPart } from './pages/resources-part.tsx';
import { partsQuery } from './store.ts';

const shape = {
  resources: z
    .object({ page: z.string(), hsds: z.string().describe('The services as HSDS 3.1 JSON') })
    .nullable()
    .describe('Where people find help; null where the campaign names no service'),
};

/** The way to the services, on the campaign's page. */
export const resourcesBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(partsQuery(db, campaign), ({ parts }) => ({ campaign, shell }) => {
      if (!parts.has('services')) return {};
      return { side: <ResourcesPart shell={shell} href={directoryPath(campaign.slug)} /> };
    }),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(partsQuery(db, campaign), ({ parts, slug }) => () => ({
        resources: parts.has('services') ? { page: directoryPath(slug), hsds: hsdsPath(slug) } : null,
      })),
  },
};
