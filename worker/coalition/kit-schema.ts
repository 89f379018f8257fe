import * as z from 'zod';
import { date, email, id, paragraphs, slug, text, url } from '../kits/atoms.ts';
import { defaultSources } from './default-source-rules.ts';
import { sectors, sourceKinds } from './rules.ts';

const partner = z.strictObject({
  slug: slug.max(40),
  name: text(120).describe('The organization, never a person'),
  sector: z.enum(sectors),
  site: url.optional(),
  contact_email: email.describe('For the organizers; shown nowhere'),
  role: paragraphs(500).describe('What it does in the coalition'),
  brings: paragraphs(300).optional().describe('What it brings; all partners read it'),
  decides: paragraphs(300).optional().describe('What it decides, alone or with others; all partners read it'),
  norms_agreed_on: date
    .optional()
    .describe(
      "When it agreed to the campaign's norms: to the text that stood when this date was first published",
    ),
  may_ask_contact: z
    .boolean()
    .default(false)
    .describe('Whether its own forms ask, unticked, if it may write to the supporter'),
});

const source = z.strictObject({
  slug: slug.max(40),
  name: text(120),
  partner: slug.optional().describe("The partner that is credited; the campaign's own where it is missing"),
  kind: z.enum(sourceKinds).default('link'),
});

/** For a poster, from which people type it. */
export const shortLink = z.strictObject({
  code: id.describe('The short link is /s/CODE'),
  source: slug.max(40).describe("One of the campaign's sources"),
});

/** The partners of a campaign, their norms, and the sources they are credited for. */
export const coalitionKeys = {
  partners: z.array(partner).max(100).default([]),
  norms: z
    .array(paragraphs(500))
    .max(20)
    .default([])
    .describe('What all partners agree to. A changed text is a new version, and each partner is asked again'),
  norms_are_public: z.boolean().default(false).describe("Whether they stand on the campaign's page"),
  sources: z
    .array(source)
    .max(200)
    .default(defaultSources)
    .describe('Where signatures come from, `direct` and `other` among them; the usual ones where missing'),
};
