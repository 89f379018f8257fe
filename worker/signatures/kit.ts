import * as z from 'zod';
import type { CampaignContent } from '../campaigns/rules.ts';
import { kitSection } from '../kits/section.ts';

const looks = z
  .enum(['after-a-look', 'at-once'])
  .default('after-a-look')
  .describe(
    'When names and comments stand in public: after an organizer has looked at them (npm run words), or at once, with links, numbers and long names held back',
  );

export const signatureKitSection = kitSection({
  inCampaign: { names_and_comments: looks },
  content: ({ campaign }) =>
    ({ looks: campaign.names_and_comments }) satisfies Pick<CampaignContent, 'looks'>,
});
