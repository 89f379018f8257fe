import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { ActionRow } from '../actions/list-store.ts';
import { type Partner, type Source, sectors, sourceKinds } from '../coalition/rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type Campaign, nextJuncture } from './rules.ts';

const action = z.object({ slug: z.string(), state: z.string(), confirmed: z.int().nonnegative() });
const juncture = z.object({ name: z.string(), on: z.iso.date() });

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

export const publicCampaignSchema = z.object({
  slug: z.string(),
  title: z.string(),
  city: z.object({ name: z.string(), region: z.string(), time_zone: z.string() }),
  ask: z.string(),
  hashtags: z.array(z.string()),
  next_juncture: juncture.nullable(),
  junctures: z.array(juncture),
  petitions: z.array(action),
  surveys: z.array(action),
  partners: z.array(partner),
  sources: z.array(source),
});

export function publicCampaign(
  campaign: Campaign,
  { actions, partners, sources }: { actions: ActionRow[]; partners: Partner[]; sources: Source[] },
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicCampaignSchema> {
  const { city } = campaign;
  const listed = (kind: ActionRow['kind']) =>
    actions
      .filter((action) => action.campaignId === campaign.id && action.kind === kind)
      .map(({ slug, state, confirmed }) => ({ slug, state, confirmed }));
  const next = nextJuncture(campaign.junctures, dateIn(city.timeZone, now));
  return {
    slug: campaign.slug,
    title: campaign.title[language],
    city: { name: city.name, region: city.region, time_zone: city.timeZone },
    ask: campaign.ask[language],
    hashtags: campaign.hashtags,
    next_juncture: next && { name: next.name[language], on: next.on },
    junctures: campaign.junctures.map(({ name, on }) => ({ name: name[language], on })),
    petitions: listed('petition'),
    surveys: listed('survey'),
    partners: partners.map(({ slug, name, sector, siteUrl, role, retired }) => {
      return { slug, name: name[language], sector, site: siteUrl, role: role[language], retired };
    }),
    sources: sources.map(({ slug, name, kind, partner }) => {
      return { slug, name: name[language], kind, partner: partner?.slug ?? null };
    }),
  };
}
