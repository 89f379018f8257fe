import * as z from 'zod';
import type { CampaignContent } from '../campaigns/rules.ts';
import { isGroup, isSame, type Json } from '../kits/json-rules.ts';
import { kitSection } from '../kits/section.ts';
import { host, mostHosts } from './host-rules.ts';

/** The sites that may show the campaign's forms in a frame. */
const embed = z
  .strictObject({
    hosts: z
      .union([z.literal('open'), z.array(host).min(1).max(mostHosts)], 'must be "open" or a list of hosts')
      .describe(
        '"open", or the sites that may: example.org stands for www.example.org too, *.example.org for all of its',
      ),
  })
  .default({ hosts: 'open' });

export const embedKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).embedForms,
  inCampaign: { embed },
  content: ({ campaign }) => ({ embed: campaign.embed }) satisfies Pick<CampaignContent, 'embed'>,
  asItStands(json, { campaign }, { entries }) {
    const embed = entries.get(`campaign ${campaign.slug}`)?.embed as Json | undefined;
    if (!isGroup(embed) || !isGroup(json.campaign) || isSame(embed, campaign.embed)) return json;
    return { ...json, campaign: { ...json.campaign, embed } };
  },
});
