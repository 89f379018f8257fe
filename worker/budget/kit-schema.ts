import * as z from 'zod';
import { id, line, paragraphs, slug, text, url } from '../kits/atoms.ts';
import { mostComparisons, mostLines } from './rules.ts';

const unlessSourced = ['source', 'year'] as const;

const figure = z
  .strictObject({
    amount: z
      .number()
      .min(0)
      .max(1e12)
      // A page shows cents, so the differences of what it shows would be wrong.
      .refine((amount) => Math.round(amount * 100) / 100 === amount, 'must have at most two decimals')
      .nullable()
      .default(null)
      .describe('Null while the campaign does not know it; then no reader sees it'),
    source: text(160).optional(),
    url: url.optional(),
    page: line(20).optional().describe('Of the document that is the source'),
    year: z.int().min(1900).max(2100).optional(),
  })
  .superRefine((given, context) => {
    if (given.amount === null) return;
    for (const key of unlessSourced) {
      if (given[key] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'is missing: a number needs its source and year',
        });
      }
    }
  });

const people = figure.superRefine(({ amount }, context) => {
  if (amount === null || (Number.isInteger(amount) && amount > 0)) return;
  context.addIssue({ code: 'custom', path: ['amount'], message: 'must be a whole number from 1' });
});

const budgetLine = z.strictObject({
  slug,
  name: text(120),
  about: text(300).optional(),
  adopted: figure.optional().describe('Last year, in dollars'),
  proposed: figure.optional().describe('Now, in dollars'),
  asks: z.boolean().default(false).describe('The campaign asks something of this line, known or not'),
  asked: figure.optional().describe('By the campaign, in dollars'),
  answers: z
    .strictObject({
      survey: slug,
      question: id,
      line: id.optional().describe('Of a question that has lines'),
      one_is: figure.optional().describe('What one of the unit of the question is in dollars'),
    })
    .optional()
    .describe('The question of a survey of this kit whose answers stand beside the line'),
  not_known: text(300).optional(),
});

const link = z.strictObject({ name: text(160), url: url.optional() });

const comparison = z.strictObject({
  slug,
  title: text(120),
  lead: paragraphs(400),
  lines: z.array(budgetLine).min(1).max(mostLines),
  residents: people.optional().describe('How many people live there, for dollars a resident'),
  unit: z
    .strictObject({ name: text(80).describe('Such as: one officer trained'), cost: figure.optional() })
    .optional(),
  not_known: paragraphs(600).optional(),
  concerns: z
    .array(
      z.strictObject({
        heading: text(120),
        text: paragraphs(1500).describe('Markdown'),
        sources: z.array(link).min(1).max(6),
      }),
    )
    .max(6)
    .default([])
    .describe('For readers who are against it'),
  share: text(240).optional().describe('A text to share; {link} becomes the address'),
});

export const budgetKeys = {
  budget: z
    .array(comparison)
    .max(mostComparisons)
    .default([])
    .describe('Comparisons of budgets. Each has a page; a number without a source is refused'),
};

export type FigureOfKit = z.output<typeof figure>;
export type LineOfKit = z.output<typeof budgetLine>;
export type ComparisonOfKit = z.output<typeof comparison>;
