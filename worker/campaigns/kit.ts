import { list, name, part, problemIf, repeatedSlugs, unlessInOrder } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import { contentOf } from './content.ts';
import { campaignKeys } from './kit-schema.ts';
import {
  campaignSnapshotStatement,
  deleteCampaignStatement,
  findCityOfCampaign,
  saveCampaignStatement,
} from './kit-store.ts';

export const campaignKitSection = kitSection({
  forms: async () => (await import('./kit-forms.ts')).campaignForms,
  needs: [cityKitSection],
  inCampaign: campaignKeys,
  skeleton: {
    campaign: part({
      headline_fact: part({ slug: name }),
      facts: list({ slug: name }),
      phases: list({ slug: name, starts_on: name, ends_on: name }),
      junctures: list({ slug: name }),
      updates: list({ slug: name }),
    }),
  },
  references({ campaign }) {
    if (!campaign) return [];
    const { headline_fact, facts, phases, junctures, updates } = campaign;
    return [
      ...repeatedSlugs('campaign.facts', facts),
      ...facts.flatMap((fact, i) =>
        problemIf(
          fact?.slug !== undefined && fact.slug === headline_fact?.slug,
          `campaign.facts[${i}].slug`,
          'is the slug of the headline fact',
        ),
      ),
      ...repeatedSlugs('campaign.phases', phases),
      ...phases.flatMap((phase, i) =>
        unlessInOrder(phase?.starts_on, phase?.ends_on, `campaign.phases[${i}].ends_on`, 'starts_on'),
      ),
      ...repeatedSlugs('campaign.junctures', junctures),
      ...repeatedSlugs('campaign.updates', updates),
    ];
  },
  async refusals({ campaign }, { db, kit }) {
    const city = await findCityOfCampaign(db, campaign.slug);
    return problemIf(
      city !== null && city !== cityKitSection.of(kit).city.slug,
      'campaign.slug',
      `is a campaign of the city ${city}`,
    );
  },
  open: ({ languages, campaign }, { db, kit, content, now }) => [
    saveCampaignStatement(
      db,
      {
        slug: campaign.slug,
        accent: campaign.accent,
        contactEmail: campaign.contact_email,
        retentionDays: campaign.retention_days,
        content: { languages, ...contentOf(campaign), ...content },
      },
      { city: cityKitSection.of(kit).city.slug, now },
    ),
  ],
  takeBack: ({ campaign }, { db }) => [deleteCampaignStatement(db, campaign.slug)],
  entries: ({ campaign }) => [{ label: `campaign ${campaign.slug}` }],
  snapshot: ({ campaign }, { db }) => [campaignSnapshotStatement(db, campaign.slug)],
});
