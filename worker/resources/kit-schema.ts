import * as z from 'zod';
import { date, line, paragraphs, role, slug, text, url } from '../kits/atoms.ts';
import { asset } from './asset-schema.ts';
import { phoneProblem } from './phone-rules.ts';
import { referral } from './referral-schema.ts';
import { audiences, levels, needs, phoneKinds, policePolicies, serviceLanguages } from './rules.ts';

const number = z.string().superRefine((typed, context) => {
  const message = phoneProblem(typed);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

const phone = z.strictObject({
  number,
  kind: z.enum(phoneKinds).default('voice'),
  name: text(60).optional().describe('If there are several: what this one is for'),
});

const address = z.strictObject({
  line: line(120),
  city: line(80),
  state: line(40),
  zip: z.string().regex(/^\d{5}$/, 'must be a ZIP of five digits'),
});

const written = z.strictObject({
  slug,
  name: text(120),
  organization: role(120).describe('Who runs it: an organization, never a person'),
  offers: paragraphs(600).describe('What it offers'),
  needs: z.array(z.enum(needs)).min(1).describe('What it helps with. A `shelter` has no address'),
  for: z.array(z.enum(audiences)).default([]).describe('Whom it is for; everyone where it names nobody'),
  languages: z.array(z.enum(serviceLanguages)).min(1),
  interpreters: z.boolean().default(false).describe('Whether it has interpreters for other languages'),
  police: z.enum(policePolicies).describe('Whether it tells the police of those who come'),
  police_note: text(300).optional().describe('What it must tell, and when'),
  cost: text(120),
  hours: text(120).optional().describe('When somebody answers'),
  level: z.enum(levels),
  area: text(120).optional().describe('Where it works, such as a county'),
  phones: z.array(phone).max(6).default([]),
  site: url.optional(),
  address: address.optional().describe('Not of a shelter'),
  coordinates: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional()
    .describe('Not of a shelter'),
  map_link: url.optional().describe('Not of a shelter'),
  alert: text(300).optional().describe('What has changed for now, such as "full until Monday"'),
  checked_on: date.describe('When somebody last called or looked. After 180 days it is not shown'),
  checked_by: role(120).describe('Who checked: a role or an organization, never a person'),
  example: z.boolean().default(false).describe('There is no such service: it shows what an entry looks like'),
});

const service = written.refine(({ phones, site }) => phones.length > 0 || site !== undefined, {
  path: ['phones'],
  error: 'is missing: give a phone number, or a web address in site',
});

export const resourceKeys = {
  services: z
    .array(service)
    .max(5000)
    .default([])
    .describe('Services for people who need help. Their page is there if one is named'),
  referral: referral
    .optional()
    .describe('The steps of whoever meets somebody who may need help; needs a service'),
  assets: z
    .array(asset)
    .max(500)
    .default([])
    .describe('What the town has that helps; only what is public is shown'),
};

export type ServiceOfKit = z.output<typeof service>;
export type ReferralOfKit = z.output<typeof referral>;
export type AssetOfKit = z.output<typeof asset>;
