import * as z from 'zod';
import { updates } from '../campaigns/updates-schema.ts';
import { coalition, shortLink } from '../coalition/kit-schema.ts';
import { embed } from '../embeds/kit-schema.ts';
import { shareTexts } from '../sharing/kit-schema.ts';
import { survey } from '../surveys/kit/schema.ts';
import { date, email, line, slug, text, url } from './atoms.ts';

const districtCode = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,20}$/, 'must be 1 to 20 letters, digits and hyphens')
  .refine((code) => code !== 'outside' && code !== 'unknown', 'has a meaning of its own');

const city = z.strictObject({
  slug,
  name: line(80),
  region: line(80).describe('The state or province'),
  time_zone: z.string().refine(isTimeZone, 'must be a time zone, such as America/New_York'),
  district_lookup_url: url.optional().describe("Where a resident can look up today's district"),
  note: z.string().max(1000).optional().describe('For whoever edits the kit; shown nowhere'),
  districts: z.array(z.strictObject({ code: districtCode, name: text(80) })).max(200),
  zips: z
    .record(
      z.string().regex(/^\d{5}$/, 'must be a ZIP of five digits'),
      z.record(districtCode, z.number().gt(0).lte(1)),
    )
    .describe('How much of each ZIP area lies in which district; {} where nobody has measured it'),
});

const seat = z.strictObject({
  slug,
  title: text(120).describe('The office, never a person'),
  district: districtCode.optional(),
});

const committee = z.strictObject({
  slug,
  name: text(120),
  remit: text(500),
  contact_email: email,
  digest: z.strictObject({
    day: z.int().min(1).max(7).describe('Monday is 1'),
    hour: z.int().min(0).max(23).describe("On the city's clock"),
  }),
});

const council = z.strictObject({
  slug,
  name: text(120),
  majority: z.int().min(1).describe('Votes that carry a decision'),
  seats: z.array(seat).min(1).max(300),
  committees: z.array(committee).min(1).max(50),
});

const fact = z.strictObject({
  slug,
  figure: text(30).optional().describe('How the statement begins, to be set very large'),
  statement: text(500),
  source: z.strictObject({ name: text(200), year: z.int().min(1900).max(2100), url: url.optional() }),
});

const phase = z.strictObject({
  slug,
  name: text(120),
  summary: text(500),
  starts_on: date,
  ends_on: date.optional(),
});

const juncture = z.strictObject({
  slug,
  name: text(120),
  summary: text(500),
  on: date,
  decides: text(300).optional(),
});

const campaign = z.strictObject({
  slug,
  title: text(120),
  summary: text(3000).describe('Markdown'),
  ask: text(300),
  accent: z.enum(['brick', 'teal', 'plum', 'navy', 'forest']),
  contact_email: email,
  retention_days: z
    .int()
    .min(1)
    .max(3650)
    .describe('Days after closing until personal data is erased; counts stay'),
  hashtags: z.array(z.string().regex(/^#[\p{L}\p{N}_]{1,60}$/u)).max(10),
  headline_fact: fact,
  facts: z.array(fact).max(50),
  phases: z.array(phase).max(20),
  junctures: z.array(juncture).max(50),
  questions_and_answers: z
    .array(z.strictObject({ question: text(300), answer: text(3000) }))
    .max(50)
    .optional(),
  ...coalition,
  share: shareTexts,
  embed,
  updates,
});

const petition = z.strictObject({
  slug,
  committee: slug.describe('The slug of the committee it is addressed to'),
  state: z.enum(['draft', 'open']).default('open'),
  title: text(120),
  ask: text(300),
  text: text(20_000).describe('Markdown'),
  opens_on: date.describe('From the start of this day'),
  closes_on: date.optional().describe('Until the end of this day'),
  thresholds: z
    .array(z.strictObject({ signatures: z.int().min(1).max(1_000_000_000), name: text(120) }))
    .max(20),
  asks_street: z.boolean().default(false),
  links: z.array(shortLink).max(200).default([]),
});

/** A campaign as one file. Keys that it does not know are refused. */
export const kitSchema = z.strictObject({
  $schema: z.string().optional(),
  kit: z.literal(1, 'must be 1, the only format so far'),
  city,
  council,
  campaign,
  petitions: z.array(petition).min(1).max(50),
  surveys: z.array(survey).max(20).default([]),
});

export type Kit = z.infer<typeof kitSchema>;
export type KitSurvey = Kit['surveys'][number];

export function kitJsonSchema() {
  return z.toJSONSchema(kitSchema, { io: 'input' });
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
