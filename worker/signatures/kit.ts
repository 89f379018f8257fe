import * as z from 'zod';
import type { CampaignContent } from '../campaigns/rules.ts';
import { line } from '../kits/atoms.ts';
import { kitSection } from '../kits/section.ts';

const looks = z
  .enum(['after-a-look', 'at-once'])
  .default('after-a-look')
  .describe(
    'When names and comments stand in public: after an organizer has approved them in the console, or at once, with links, numbers, long texts and held words held back',
  );

const heldWord = line(40).refine(
  (word) => (word.match(/\p{L}/gu) ?? []).length >= 2,
  'needs two letters or more: what has none holds back nothing or everything',
);

export const signatureKitSection = kitSection({
  inCampaign: {
    names_and_comments: looks,
    held_words: z
      .array(heldWord)
      .max(500, 'has more than 500 words')
      .default([])
      .describe('Names and comments with one of these words wait for an organizer in any case'),
  },
  content: ({ campaign }) =>
    ({ looks: campaign.names_and_comments, heldWords: campaign.held_words }) satisfies Pick<
      CampaignContent,
      'looks' | 'heldWords'
    >,
});
