import * as z from 'zod';
import { campaignKitSection } from '../campaigns/kit.ts';
import { partnerNames } from '../coalition/kit.ts';
import { paragraphs, slug } from '../kits/atoms.ts';
import { list, name, part, problemIf } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import type { StoriesOfKit } from './rules.ts';

const stories = z.strictObject({
  invited_by: z
    .array(slug.max(40))
    .min(1)
    .max(20)
    .describe('Partners that are led by survivors. Each gets a page on which it invites'),
  about: paragraphs(600).optional().describe('What the campaign says about its stories itself'),
  content_note: paragraphs(400).optional().describe('What readers are told before they read'),
});

/** What a kit says of stories. What was told is never in a kit. */
export const storiesKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).storiesForms,
  needs: [campaignKitSection],
  inCampaign: { stories: stories.optional().describe('Without it a campaign has no stories') },
  skeleton: {
    campaign: part({
      partners: list({ slug: name, sector: name }),
      stories: part({ invited_by: z.array(name).catch([]) }),
    }),
  },
  references: ({ campaign }, names) =>
    (campaign?.stories?.invited_by ?? []).flatMap((slug, i) => {
      const path = `campaign.stories.invited_by[${i}]`;
      const partner = campaign?.partners.find((one) => one?.slug === slug);
      return [
        ...names.unlessIn(partnerNames, slug, path),
        ...problemIf(
          partner !== undefined && partner?.sector !== 'survivor-led',
          path,
          'must be a partner of the sector survivor-led',
        ),
      ];
    }),
  content: ({ campaign: { stories } }) =>
    stories
      ? {
          stories: {
            invitedBy: [...new Set(stories.invited_by)],
            about: stories.about ?? null,
            contentNote: stories.content_note ?? null,
          } satisfies StoriesOfKit,
        }
      : {},
});
