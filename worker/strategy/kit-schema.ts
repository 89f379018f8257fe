import * as z from 'zod';
import { slug, text } from '../kits/atoms.ts';
import { stakeholderKinds } from './rules.ts';

const stakeholder = z.strictObject({
  slug,
  name: text(120).describe('An office or an organization, never a person'),
  about: text(300).optional().describe('What it is there for'),
  kind: z
    .enum(stakeholderKinds)
    .describe('Decides and funds, supports the police, supports survivors, shares information'),
  seat: slug.optional().describe('Its seat on the council'),
});

export const strategyKeys = {
  strategy: z
    .strictObject({
      stakeholders: z
        .array(stakeholder)
        .min(1)
        .max(400)
        .describe('Whom the map of power begins with. Where anybody stands is never in a kit'),
    })
    .optional(),
};
