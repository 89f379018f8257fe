import * as z from 'zod';
import { shareKinds } from '../campaigns/rules.ts';
import { slug, text } from '../kits/atoms.ts';

const linked = text(2000).refine(
  ({ en, es }) => [en, es].every((words) => words.includes('{link}')),
  'must say {link} in both languages',
);

/** Texts ready to be sent on. */
export const shareTexts = z
  .array(
    z.strictObject({
      slug,
      action: slug.optional().describe('The petition or survey that it leads to; any of them where missing'),
      kind: z.enum(shareKinds),
      subject: text(120).optional().describe('Of an email'),
      text: linked.describe('{link} stands where the address goes'),
    }),
  )
  .max(100)
  .default([]);
