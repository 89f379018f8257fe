import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import { WhoStands } from './pages/who-stands.tsx';
import { sectors, sourceKinds } from './rules.ts';
import { partnersQuery, sourcesQuery } from './store.ts';

const partner = z.object({
  slug: z.string(),
  name: z.string(),
  sector: z.enum(sectors),
  site: z.url().nullable(),
  role: z.string(),
  retired: z.boolean().describe('No longer of the coalition; what came by it stays its own'),
});
const source = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  partner: z.string().nullable().describe("The partner that is credited; null is the campaign's own"),
});
const shape = { partners: z.array(partner), sources: z.array(source) };
type CoalitionJson = z.infer<z.ZodObject<typeof shape>>;

/** The partners of a campaign, and the sources of its signatures. */
export const coalitionBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(partnersQuery(db, campaign), (partners) => ({ campaign, shell }) => {
      const present = partners.filter(({ retired }) => !retired);
      const norms = campaign.areNormsPublic ? campaign.norms : [];
      return { end: <WhoStands partners={present} norms={norms} language={shell.language} /> };
    }),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(
        joinQueries({ partners: partnersQuery(db, campaign), sources: sourcesQuery(db, campaign) }),
        ({ partners, sources }) =>
          (language): CoalitionJson => ({
            partners: partners.map(({ slug, name, sector, siteUrl, role, retired }) => {
              return { slug, name: name[language], sector, site: siteUrl, role: role[language], retired };
            }),
            sources: sources.map(({ slug, name, kind, partner }) => {
              return { slug, name: name[language], kind, partner: partner?.slug ?? null };
            }),
          }),
      ),
  },
};
