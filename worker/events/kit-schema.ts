import * as z from 'zod';
import { statesInKit } from '../actions/kit.ts';
import { shortLink } from '../coalition/kit-schema.ts';
import { date, line, paragraphs, slug, text, url } from '../kits/atoms.ts';
import { mostModules } from '../training/rules.ts';
import { guestFields } from './guests/kit-schema.ts';
import { comment } from './hearing/kit-schema.ts';
import { eventKindIds } from './kind-rules.ts';
import { languageCode, localTime } from './kit-atoms.ts';
import { session } from './programme/kit-schema.ts';

const role = z.strictObject({
  slug: slug.max(40),
  name: text(80),
  about: text(300).optional().describe('What people do in it'),
  norms: z
    .boolean()
    .default(false)
    .describe("Whether a place needs agreement to the campaign's norms, in the version that stands"),
  lessons: z
    .array(slug)
    .max(mostModules)
    .default([])
    .describe('Lessons of the training that must be finished before somebody has a place'),
});

const slot = z.strictObject({
  slug,
  name: text(80).optional(),
  role: slug.max(40).optional().describe("The slug of one of the event's roles"),
  starts: localTime,
  ends: localTime,
  capacity: z.int().min(1).max(100_000).optional().describe('Left out where there is room for everybody'),
});

const place = z.strictObject({
  name: text(120).describe('What everybody may read, such as the part of the city'),
  address: line(200).optional(),
  url: url.max(500).optional().describe('Where it can be joined online'),
  address_for: z
    .enum(['all', 'confirmed'])
    .default('all')
    .describe('`confirmed`: the address and the link are shown only to people who have a place'),
});

export const event = z.strictObject({
  slug,
  kind: z.enum(eventKindIds),
  committee: slug
    .optional()
    .describe('The slug of the committee it is about; the whole council where missing'),
  state: z
    .enum(statesInKit)
    .default('open')
    .describe('The last three in a file of a campaign as it stands: they hold where it is opened first'),
  rejection: text(500).optional().describe('Why it was rejected'),
  title: text(120),
  ask: text(300).describe('What people come for, in one sentence'),
  text: paragraphs(10_000).describe('Markdown'),
  text_note: text(300).optional().describe('What was changed in the text since people signed up'),
  text_change: z.enum(['spelling', 'meaning']).optional().describe('Which of the two was changed'),
  opens_on: date.describe('People can sign up from the start of this day'),
  closes_on: date.optional().describe('The last day to sign up; the last day of the event where missing'),
  place,
  roles: z.array(role).max(10).default([]).describe('What volunteers do, and what is asked of them first'),
  times: z.array(slot).min(1).max(50),
  sessions: z
    .array(session)
    .max(100)
    .default([])
    .describe('The program. Two that begin and end together stand side by side'),
  ...guestFields,
  comment: comment.optional().describe('How people speak at a hearing'),
  accessibility: text(500).optional(),
  languages: z.array(languageCode).max(20).default([]).describe('Spoken there, as codes such as en'),
  interpreters: text(300).optional(),
  child_care: text(300).optional(),
  cancelled: text(500)
    .optional()
    .describe('Why it does not take place: everybody who signed up is told once'),
  links: z.array(shortLink).max(200).default([]),
});

export type KitEvent = z.output<typeof event>;
