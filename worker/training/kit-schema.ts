import * as z from 'zod';
import { date, line, paragraphs, role, slug, text, url } from '../kits/atoms.ts';
import { mostModules, mostQuestions, takenSlugs } from './rules.ts';

const source = z.strictObject({ name: line(160), url: url.optional() });

const lessonPart = z.strictObject({
  heading: text(120),
  text: paragraphs(1500).describe('Markdown'),
  sources: z.array(source).min(1).max(6).describe('Where what it claims is from'),
});

const answer = z.strictObject({
  text: text(240),
  reason: paragraphs(400).describe('Why it is right or wrong'),
  right: z.boolean().default(false),
});

const question = z.strictObject({
  slug,
  situation: paragraphs(600).describe('What somebody meets. No real person'),
  answers: z
    .array(answer)
    .min(2)
    .max(5)
    .refine((answers) => answers.filter(({ right }) => right).length === 1, {
      error: 'must have one right answer',
    }),
});

const lessonModule = z.strictObject({
  slug: slug.refine((name) => !takenSlugs.includes(name), 'is taken by a page of the training'),
  title: text(120),
  lead: text(240),
  lesson: z.array(lessonPart).min(1).max(10),
  questions: z.array(question).min(1).max(mostQuestions),
  reviewed_on: date.optional(),
  reviewed_by: role(120).optional().describe('A role, such as a lawyer and two survivors; never a name'),
});

export const trainingKeys = {
  training: z
    .strictObject({
      name: text(80),
      lead: paragraphs(400),
      certificate: text(120).describe('What a certificate says that somebody has learned'),
      share: text(240).optional().describe('A text to share; {link} becomes the address'),
    })
    .optional()
    .describe('The training for everybody; needs a lesson. Its pages are there if the kit has it'),
  lessons: z.array(lessonModule).max(mostModules).default([]).describe('The lessons of the training'),
};

export type TrainingOfKit = NonNullable<z.output<typeof trainingKeys.training>>;
export type LessonOfKit = z.output<typeof lessonModule>;
