import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { assetsPath, directoryPath, hsdsPath, referralPath } from './links.ts';
import { ResourcesPart } from './pages/resources-part.tsx';
import { partsQuery } from './store.ts';

const shape = {
  resources: z
    .object({
      services: z.object({ page: z.string(), hsds: z.string().describe('As HSDS 3.1 JSON') }).nullable(),
      steps: z.string().nullable().describe('For whoever meets somebody who may need help'),
      assets: z.string().nullable().describe('What the town has that helps'),
    })
    .describe('Where people find help. Null for what the campaign does not have'),
};

/** The way to the services and to what the town has, on the campaign's page. */
export const resourcesBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(partsQuery(db, campaign), ({ parts }) => ({ campaign: { slug }, shell }) => {
      const services = parts.has('services') ? directoryPath(slug) : null;
      const assets = parts.has('assets') ? assetsPath(slug) : null;
      if (!services && !assets) return {};
      return { side: <ResourcesPart shell={shell} services={services} assets={assets} /> };
    }),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(partsQuery(db, campaign), ({ parts, slug }) => () => ({
        resources: {
          services: parts.has('services') ? { page: directoryPath(slug), hsds: hsdsPath(slug) } : null,
          steps: parts.has('referral') ? referralPath(slug) : null,
          assets: parts.has('assets') ? assetsPath(slug) : null,
        },
      })),
  },
};
