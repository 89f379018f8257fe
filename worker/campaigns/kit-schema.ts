import * as z from 'zod';
import { date, email, paragraphs, slug, text, url } from '../kits/atoms.ts';

const fact = z.strictObject({
  slug,
  figure: text(30).optional().describe('To be set very large'),
  statement: paragraphs(500),
  source: z.strictObject({ name: text(200), year: z.int().min(1900).max(2100), url: url.optional() }),
});

const phase = z.strictObject({
  slug,
  name: text(120),
  summary: paragraphs(500),
  starts_on: date,
  ends_on: date.optional(),
});

const juncture = z.strictObject({
  slug,
  name: text(120),
  summary: paragraphs(500),
  on: date,
  decides: text(300).optional(),
});

/** News from the organizers, for readers and feeds. */
const update = z.strictObject({
  slug: slug.describe('Stays: feeds know an update by it'),
  on: date.describe('From this day on it is shown'),
  title: text(120),
  text: paragraphs(3000).describe('Markdown'),
});

const phone = z
  .string()
  .regex(/^(?=.*\d.*\d)[0-9+(][0-9 ().+-]{1,24}$/, 'must be a phone number, such as 704-555-0123');

/** For a campaign whose pages people at risk may open. What a kit leaves out is not shown. */
const care = z.strictObject({
  help: z
    .strictObject({
      heading: text(120),
      lines: z
        .array(
          z.strictObject({
            name: text(120),
            phone,
            hours: text(60).optional().describe('When somebody answers, such as "day and night"'),
          }),
        )
        .min(1)
        .max(5)
        .describe('The first one stands on posters, too'),
      note: text(300).optional(),
    })
    .optional()
    .describe('Where there is help: on the campaign’s page and on what is printed'),
  no_details: text(200)
    .optional()
    .describe('Asks beside every free text to leave out what does not belong there'),
  exit: z.boolean().default(false).describe('Whether every page can be left at once by “Exit this page”'),
});

/** Keys of a kit's campaign. Its slug is part of every kit. */
export const campaignKeys = {
  title: text(120),
  summary: paragraphs(3000).describe('Markdown'),
  ask: text(300),
  accent: z.enum(['brick', 'teal', 'plum', 'navy', 'forest']).default('navy'),
  contact_email: email,
  retention_days: z
    .int()
    .min(1)
    .max(3650)
    .default(180)
    .describe('Days after closing until personal data is erased; counts stay'),
  hashtags: z
    .array(
      z.string().regex(/^#[\p{L}\p{N}_]{1,60}$/u, 'must be # with letters, digits and underscores after it'),
    )
    .max(10)
    .default([]),
  headline_fact: fact
    .optional()
    .describe('Set large on top of the campaign’s page, its pictures and its posters'),
  facts: z.array(fact).max(50).default([]),
  phases: z.array(phase).max(20).default([]),
  junctures: z.array(juncture).max(50).default([]),
  questions_and_answers: z
    .array(z.strictObject({ question: text(300), answer: paragraphs(3000) }))
    .max(50)
    .optional(),
  updates: z.array(update).max(200).default([]),
  care: care.optional(),
};
