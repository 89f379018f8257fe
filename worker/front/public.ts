import { z } from 'zod';
import { type Campaign, nextJuncture } from '../campaigns/rules.ts';
import type { Language } from '../platform/app-env.ts';
import { dateIn } from '../platform/clock.ts';
import type { ActionRow } from './store.ts';

const juncture = z.object({ name: z.string(), on: z.iso.date() });

export const publicCampaignSchema = z.object({
  slug: z.string(),
  title: z.string(),
  city: z.object({ name: z.string(), region: z.string(), time_zone: z.string() }),
  ask: z.string(),
  hashtags: z.array(z.string()),
  next_juncture: juncture.nullable(),
  junctures: z.array(juncture),
  petitions: z.array(z.object({ slug: z.string(), state: z.string(), confirmed: z.int().nonnegative() })),
});

export function publicCampaign(
  campaign: Campaign,
  actions: ActionRow[],
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicCampaignSchema> {
  const { city } = campaign;
  const next = nextJuncture(campaign.junctures, dateIn(city.timeZone, now));
  return {
    slug: campaign.slug,
    title: campaign.title[language],
    city: { name: city.name, region: city.region, time_zone: city.timeZone },
    ask: campaign.ask[language],
    hashtags: campaign.hashtags,
    next_juncture: next && { name: next.name[language], on: next.on },
    junctures: campaign.junctures.map(({ name, on }) => ({ name: name[language], on })),
    petitions: actions
      .filter(({ campaignId }) => campaignId === campaign.id)
      .map(({ slug, state, confirmed }) => ({ slug, state, confirmed })),
  };
}
