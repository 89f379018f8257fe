import * as z from 'zod';
import { shortLink } from '../../coalition/kit-schema.ts';
import { date, id, line, slug, text } from '../../kits/atoms.ts';
import { rounded } from '../../platform/step-rules.ts';

/** As much as is counted without a loss. */
const amount = z
  .number()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((value) => rounded(value) === value, 'must have at most three decimals');

const option = z.strictObject({
  id,
  label: text(200),
  score: z.int().min(-100).max(100).optional().describe('What choosing it adds to the score'),
});
const options = z.array(option).min(2).max(50);

const budgetLine = z.strictObject({
  id,
  label: text(200),
  today: amount.min(0).describe("What it gets now, in the question's unit"),
});

const asked = {
  id,
  title: text(300),
  help: text(1000).optional(),
  required: z.boolean().default(false),
  show_if: z
    .strictObject({ question: id, is: z.array(line(40)).min(1).max(50) })
    .optional()
    .describe('Asked only where the answer to that earlier question is, or holds, one of these'),
};

const kinds = {
  single: z.strictObject({ ...asked, kind: z.literal('single'), options }).superRefine(namesOptionsOnce),
  multiple: z
    .strictObject({
      ...asked,
      kind: z.literal('multiple'),
      options,
      at_least: z.int().min(0).max(50).optional(),
      at_most: z.int().min(1).max(50).optional(),
    })
    .superRefine(namesOptionsOnce)
    .superRefine(({ options, at_least = 0, at_most = options.length }, context) => {
      problemIf(at_most > options.length, context, ['at_most'], 'is more than there are options');
      problemIf(at_least > at_most, context, ['at_least'], 'is more than may be chosen');
    }),
  scale: z
    .strictObject({
      ...asked,
      kind: z.literal('scale'),
      from: z.int().min(-100).max(100),
      to: z.int().min(-100).max(100),
      from_label: text(80).optional(),
      to_label: text(80).optional(),
    })
    .superRefine(({ from, to }, context) => {
      problemIf(to <= from, context, ['to'], 'must be more than from');
      problemIf(to - from > 20, context, ['to'], 'is more than 20 steps from the first: ask for a number');
    }),
  ranking: z
    .strictObject({ ...asked, kind: z.literal('ranking'), options: options.max(20) })
    .superRefine(namesOptionsOnce),
  allocation: z
    .strictObject({
      ...asked,
      kind: z.literal('allocation'),
      lines: z.array(budgetLine).min(2).max(50),
      total: amount.gt(0),
      step: amount.gt(0).default(1),
      unit: text(40).describe('Set after the number, such as "%"'),
    })
    .superRefine(({ lines, total, step }, context) => {
      namesOnce('lines', lines, context);
      stepsFit(total, step, 'total', context);
    }),
  number: z
    .strictObject({
      ...asked,
      kind: z.literal('number'),
      min: amount,
      max: amount,
      step: amount.gt(0).default(1),
      unit: text(40).optional(),
    })
    .superRefine(({ min, max, step }, context) => {
      problemIf(max <= min, context, ['max'], 'must be more than min');
      if (max > min) stepsFit(max - min, step, 'max', context);
    }),
  'short-text': z.strictObject({
    ...asked,
    kind: z.literal('short-text'),
    longest: z.int().min(1).max(500).default(200).describe('In characters'),
  }),
  'long-text': z.strictObject({
    ...asked,
    kind: z.literal('long-text'),
    longest: z.int().min(1).max(5000).default(2000).describe('In characters'),
    in_own_words: z
      .boolean()
      .default(false)
      .describe('What the resident adds in their own words; one question of a survey'),
  }),
  zip: z.strictObject({ ...asked, kind: z.literal('zip') }),
  district: z.strictObject({ ...asked, kind: z.literal('district') }),
};

export const question = z.discriminatedUnion(
  'kind',
  [
    kinds.single,
    kinds.multiple,
    kinds.scale,
    kinds.ranking,
    kinds.allocation,
    kinds.number,
    kinds['short-text'],
    kinds['long-text'],
    kinds.zip,
    kinds.district,
  ],
  { error: notAKind },
);

const answer = z
  .union(
    [
      z.string().max(5000),
      z.number(),
      z.array(z.string().max(40)).max(50),
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
  help: text(1000).optional(),
  questions: z.array(question).min(1).max(50),
});

const link = shortLink.extend({
  answers: z.record(id, answer).optional().describe('Choices and numbers that it fills in'),
});

/** Questions, the answers that the campaign proposes, and how they are carried to the city's own survey. */
export const survey = z.strictObject({
  slug,
  committee: slug.describe('The slug of the committee that it is for'),
  state: z.enum(['draft', 'open']).default('open'),
  audience: z.enum(['residents', 'organizations']).default('residents'),
  layout: z.enum(['one-page', 'by-section']).default('one-page'),
  title: text(120),
  ask: text(300),
  text: text(20_000).describe('Markdown'),
  opens_on: date.describe('From the start of this day'),
  closes_on: date.optional().describe('Until the end of this day'),
  sections: z.array(section).min(1).max(30),
  suggestions: z
    .array(z.strictObject({ question: id, answer, reason: text(500) }))
    .max(100)
    .default([]),
  carry: z
    .array(z.strictObject({ adapter: id, label: text(120), config: z.record(z.string(), z.unknown()) }))
    .max(10)
    .default([]),
  links: z.array(link).max(200).default([]),
});

export type KitQuestion = z.infer<typeof question>;

function problemIf(wrong: boolean, context: z.RefinementCtx, path: PropertyKey[], message: string): void {
  if (wrong) context.addIssue({ code: 'custom', path, message });
}

function namesOptionsOnce({ options }: { options: { id: string }[] }, context: z.RefinementCtx): void {
  namesOnce('options', options, context);
}

function namesOnce(list: string, named: { id: string }[], context: z.RefinementCtx): void {
  const ids = named.map(({ id }) => id);
  ids.forEach((id, i) => {
    problemIf(ids.indexOf(id) < i, context, [list, i, 'id'], `${id} is used twice`);
  });
}

/** What is counted is counted under each value: a thousand of them at most. */
function stepsFit(span: number, step: number, path: string, context: z.RefinementCtx): void {
  const steps = span / step;
  problemIf(steps > 1000, context, ['step'], 'makes more than 1000 steps');
  problemIf(
    Math.abs(steps - Math.round(steps)) > 1e-9,
    context,
    [path],
    'is not a whole number of steps away',
  );
}

function notAKind(issue: { code?: string; input?: unknown }): string | undefined {
  return issue.code === 'invalid_union' ? `must be one of ${Object.keys(kinds).join(', ')}` : undefined;
}
