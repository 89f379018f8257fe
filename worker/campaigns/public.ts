import * as z from 'zod';
import { type Language, languages } from '../../web/language.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { CampaignBlock } from './block.ts';
import { type Campaign, nextJuncture } from './rules.ts';

const juncture = z.object({ name: z.string(), on: z.iso.date() });

/** The campaign's own part of the public JSON. */
const ownSchema = z.object({
  slug: z.string(),
  title: z.string(),
  languages: z.array(z.enum(languages)),
  city: z.object({ name: z.string(), region: z.string(), time_zone: z.string() }),
  ask: z.string(),
  hashtags: z.array(z.string()),
  next_juncture: juncture.nullable(),
  junctures: z.array(juncture),
});

/** The public JSON with the parts of all features. */
export function publicCampaignSchema(blocks: readonly CampaignBlock[]): z.ZodType {
  return z.object(Object.assign({}, ownSchema.shape, ...blocks.map(({ json }) => json?.shape)));
}

export function publicCampaign(
  campaign: Campaign,
  { now, language }: { now: Date; language: Language },
): z.infer<typeof ownSchema> {
  const { city } = campaign;
  const next = nextJuncture(campaign.junctures, dateIn(city.timeZone, now));
  return {
    slug: campaign.slug,
    title: campaign.title[language],
    languages: campaign.languages,
    city: { name: city.name, region: city.region, time_zone: city.timeZone },
    ask: campaign.ask[language],
    hashtags: campaign.hashtags,
    next_juncture: next && { name: next.name[language], on: next.on },
    junctures: campaign.junctures.map(({ name, on }) => ({ name: name[language], on })),
  };
}
