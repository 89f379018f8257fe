import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import { publicAction, publicActionSchema } from '../actions/public.ts';
import type { ActionFigures } from '../actions/store.ts';
import type { SurveyContext } from './cache.ts';
import type { Sends } from './carry/store.ts';
import type { Question } from './kinds/questions.ts';
import { questionView } from './question-view.ts';
import type { Section } from './rules.ts';

const count = z.int().nonnegative();
const choice = z.object({ id: z.string(), label: z.string() });
const answer = z
  .union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.number())])
  .describe(
    'single, texts, zip, district: the id or the text. multiple: ids. scale, number: the number. ranking: ids from the first place on. allocation: the amount of each line by its id',
  );

const kinds = [
  'single',
  'multiple',
  'scale',
  'ranking',
  'allocation',
  'number',
  'short-text',
  'long-text',
  'zip',
  'district',
] as const;

const question = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  help: z.string().nullable(),
  required: z.boolean(),
  show_if: z
    .object({ question: z.string(), is: z.array(z.string()) })
    .nullable()
    .describe('Asked only where the answer to that question is, or holds, one of these'),
  suggestion: z.object({ answer, reason: z.string() }).nullable().describe('What the campaign proposes'),
  options: z.array(choice).optional().describe('single, multiple, ranking, district'),
  at_least: count.optional(),
  at_most: count.optional(),
  from: z.int().optional().describe('scale'),
  to: z.int().optional(),
  from_label: z.string().nullable().optional(),
  to_label: z.string().nullable().optional(),
  lines: z
    .array(choice.extend({ today: z.number() }))
    .optional()
    .describe('allocation'),
  total: z.number().optional(),
  step: z.number().optional(),
  unit: z.string().nullable().optional(),
  min: z.number().optional().describe('number'),
  max: z.number().optional(),
  longest: z.int().optional().describe('texts, in characters'),
  in_own_words: z.boolean().optional().describe('May be shared with the committee'),
});

/** The public JSON of a survey. Every count in it is of one transaction: `as_of`. */
export const publicSurveySchema = publicActionSchema.extend({
  version: z.string().describe('Another one whenever the questions are'),
  audience: z.enum(['residents', 'organizations']),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      help: z.string().nullable(),
      questions: z.array(question),
    }),
  ),
  sends: z
    .object({ opened: count, reported: count })
    .describe(
      "How many went on to the city's own survey, and how many say that they sent it. Never added up",
    ),
});

/** What the API takes as answers, each under its question. */
export const answersSchema = z.record(z.string(), answer);

export function publicSurvey(
  context: SurveyContext,
  { counts, sends }: Pick<ActionFigures, 'counts'> & { sends: Sends },
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicSurveySchema> {
  const { version, audience, sections } = context.survey;
  return {
    ...publicAction(context, { counts }, { now, language }),
    version,
    audience,
    sections: sections.map((section) => publicSection(context, section, language)),
    sends,
  };
}

function publicSection(context: SurveyContext, { id, title, help, questions }: Section, language: Language) {
  return {
    id,
    title: title[language],
    help: help?.[language] ?? null,
    questions: questions.map((question) => publicQuestion(context, question, language)),
  };
}

function publicQuestion(
  context: SurveyContext,
  asked: Question,
  language: Language,
): z.infer<typeof question> {
  const view = questionView(context, asked, language);
  const { id, title, help, required, suggestion } = view;
  return {
    id,
    kind: view.kind,
    title,
    help,
    required,
    show_if: asked.showIf,
    suggestion: suggestion && { answer: suggestion.answer, reason: suggestion.reason },
    ...partsOf(view),
  };
}

type View = ReturnType<typeof questionView>;

/** What questions of its kind have beside what all have. */
function partsOf(view: View): Partial<z.infer<typeof question>> {
  switch (view.kind) {
    case 'single':
    case 'ranking':
    case 'district':
      return { options: view.options.map(({ id, label }) => ({ id, label })) };
    case 'multiple': {
      const { options, atLeast, atMost } = view;
      return { options: options.map(({ id, label }) => ({ id, label })), at_least: atLeast, at_most: atMost };
    }
    case 'scale': {
      const { from, to, fromLabel, toLabel } = view;
      return { from, to, from_label: fromLabel, to_label: toLabel };
    }
    case 'allocation': {
      const { lines, total, step, unit } = view;
      return { lines: lines.map(({ id, label, today }) => ({ id, label, today })), total, step, unit };
    }
    case 'number': {
      const { min, max, step, unit } = view;
      return { min, max, step, unit };
    }
    case 'short-text':
      return { longest: view.longest };
    case 'long-text':
      return { longest: view.longest, in_own_words: view.inOwnWords };
    default:
      return {};
  }
}
