import * as z from 'zod';
import type { CampaignContent } from '../campaigns/rules.ts';
import { kitSection } from '../kits/section.ts';

const name = '(?!-)[a-z0-9-]{1,63}(?<!-)';
const host = z
  .string()
  .max(253)
  .regex(
    new RegExp(`^(\\*\\.)?${name}(\\.${name})*(:[1-9][0-9]{0,4})?$`),
    'must be a host such as example.org or *.example.org, without https:// and in lower case',
  )
  .refine((host) => !/^\*\.[^.]+$/.test(host), 'opens a whole top-level domain');

/** The sites that may show the campaign's forms in a frame. */
const embed = z
  .strictObject({
    hosts: z
      .union([z.literal('open'), z.array(host).min(1).max(100)], 'must be "open" or a list of hosts')
      .describe(
        '"open", or the sites that may: example.org stands for www.example.org too, *.example.org for all of its',
      ),
  })
  .default({ hosts: 'open' });

export const embedKitSection = kitSection({
  inCampaign: { embed },
  content: ({ campaign }) => ({ embed: campaign.embed }) satisfies Pick<CampaignContent, 'embed'>,
});
