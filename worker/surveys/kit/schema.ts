import * as z from 'zod';
import { statesInKit } from '../../actions/kit.ts';
import { shortLink } from '../../coalition/kit-schema.ts';
import { date, id, paragraphs, slug, text } from '../../kits/atoms.ts';
import { questionSchema } from '../kinds/questions.ts';
import { mostOptions } from '../kinds/schemas.ts';

const answer = z
  .union(
    [
      z.string().max(5000),
      z.number(),
      z.array(z.string().max(40)).max(mostOptions),
      z.record(z.string().max(40), z.number()),
    ],
    { error: 'must be a text, a number, a list of ids, or the amount of each line' },
  )
  .describe(
    'As its question asks for it: an id, a text, ids, a number, the order, or the amount of each line',
  );

const section = z.strictObject({
  id,
  title: text(120),
  help: paragraphs(1000).optional(),
  questions: z.array(questionSchema).min(1).max(50),
});

const link = shortLink.extend({
  answers: z.record(id, answer).optional().describe('Choices and numbers that it fills in'),
});

/** Questions, the answers that the campaign proposes, and how they are carried to the city's own survey. */
export const survey = z.strictObject({
  slug,
  committee: slug
    .optional()
    .describe('The slug of the committee that it is for; the whole council where missing'),
  state: z
    .enum(statesInKit)
    .default('open')
    .describe('The last three in a file of a campaign as it stands: they hold where it is opened first'),
  rejection: text(500).optional().describe('Why it was rejected'),
  audience: z.enum(['residents', 'organizations']).default('residents'),
  layout: z.enum(['one-page', 'by-section']).default('one-page'),
  title: text(120),
  ask: text(300),
  text: paragraphs(20_000).describe('Markdown'),
  text_note: text(300).optional().describe('What was changed since people answered it'),
  text_change: z.enum(['spelling', 'meaning']).optional().describe('Which of the two was changed'),
  opens_on: date.describe('From the start of this day'),
  closes_on: date.optional().describe('Until the end of this day'),
  sections: z.array(section).min(1).max(30),
  suggestions: z
    .array(z.strictObject({ question: id, answer, reason: paragraphs(500) }))
    .max(100)
    .default([]),
  carry: z
    .array(z.strictObject({ adapter: id, label: text(120), config: z.record(z.string(), z.unknown()) }))
    .max(10)
    .default([]),
  links: z.array(link).max(200).default([]),
});

export type KitSurvey = z.infer<typeof survey>;
