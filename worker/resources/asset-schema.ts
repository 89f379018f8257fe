import * as z from 'zod';
import { date, paragraphs, slug, text } from '../kits/atoms.ts';
import { districtCode } from '../places/kit.ts';
import { assetKinds } from './asset-rules.ts';

export const asset = z
  .strictObject({
    slug,
    kind: z.enum(assetKinds),
    name: text(120).describe('An organization, a place or a role, never a person'),
    gives: paragraphs(400).describe('What it gives'),
    phase: slug.optional().describe('The phase of the campaign that it is for'),
    partner: slug.optional().describe('The partner through which it is reached'),
    since: date.optional(),
    district: districtCode.optional().describe('Where it is. Never of people'),
    public: z.boolean().default(false).describe('Its owner lets it be shown. All else only organizers see'),
  })
  .refine(({ kind, district }) => kind !== 'people' || district === undefined, {
    path: ['district'],
    error: 'must not be there: it could tell where somebody lives',
  });
