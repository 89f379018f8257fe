import type { BrokenKit } from '../support/broken-kits.ts';

export const brokenCampaigns: BrokenKit[] = [
  [
    'an accent that is none',
    (kit) => (kit.campaign.accent = 'red'),
    'campaign.accent: must be one of brick, teal, plum, navy, forest',
  ],
  [
    'a fact used twice',
    (kit) => (kit.campaign.facts[1].slug = 'people-in-slavery'),
    'campaign.facts[1].slug: people-in-slavery is used twice',
  ],
  [
    'a day that is none',
    (kit) => (kit.campaign.junctures[0].on = '2027-02-29'),
    'campaign.junctures[0].on: must be a date, YYYY-MM-DD',
  ],
  [
    'a phase that ends first',
    (kit) => (kit.campaign.phases[0].ends_on = '2026-08-31'),
    'campaign.phases[0].ends_on: is before starts_on',
  ],
];
