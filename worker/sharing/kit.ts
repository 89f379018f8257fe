import * as z from 'zod';
import { actionNames } from '../actions/kit.ts';
import { type CampaignContent, shareKinds } from '../campaigns/rules.ts';
import { paragraphs, slug, text } from '../kits/atoms.ts';
import { list, name, part, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';

const linked = paragraphs(2000).refine(
  ({ en, es }) => [en, es].every((words) => words.includes('{link}')),
  'must say {link} in both languages',
);

/** A text that is ready to share. */
const shareText = z.strictObject({
  slug,
  action: slug.optional().describe('The petition or survey that it leads to; any of them where missing'),
  kind: z.enum(shareKinds),
  subject: text(120).optional().describe('Of an email'),
  text: linked.describe('{link} stands where the address goes'),
});

export const shareKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).shareForms,
  inCampaign: { share: z.array(shareText).max(100).default([]) },
  skeleton: { campaign: part({ share: list({ slug: name, action: name }) }) },
  references({ campaign }, names) {
    const share = campaign?.share ?? [];
    return [
      ...repeatedSlugs('campaign.share', share),
      ...share.flatMap((text, i) => names.unlessIn(actionNames, text?.action, `campaign.share[${i}].action`)),
    ];
  },
  content: ({ campaign }) =>
    ({
      share: campaign.share.map(({ slug, action, kind, subject, text }) => {
        return { slug, action: action ?? null, kind, subject: subject ?? null, text };
      }),
    }) satisfies Pick<CampaignContent, 'share'>,
});
