import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import { publicAction, publicActionSchema } from '../actions/public.ts';
import type { ActionFigures } from '../actions/store.ts';
import type { SurveyContext } from './cache.ts';
import type { Sends } from './carry/store.ts';
import { answerSchema, shapeByKind } from './kinds/api.ts';
import type { Labelled } from './kinds/kind.ts';
import { kindNames, kindOf, type Question } from './kinds/questions.ts';
import { placesToChoose } from './question-view.ts';
import type { Section } from './rules.ts';

const count = z.int().nonnegative();

const question = z.object({
  id: z.string(),
  kind: z.enum(kindNames),
  title: z.string(),
  help: z.string().nullable(),
  required: z.boolean(),
  show_if: z
    .object({ question: z.string(), is: z.array(z.string()) })
    .nullable()
    .describe('Asked only where the answer to that question is, or holds, one of these'),
  suggestion: z
    .object({ answer: answerSchema, reason: z.string() })
    .nullable()
    .describe('What the campaign proposes'),
  ...shapeByKind,
});

/** The public JSON of a survey. All counts in it are of the same moment, `as_of`. */
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

/** The answers that the API accepts, by question. */
export const answersSchema = z.record(z.string(), answerSchema);

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
  const places = placesToChoose(context, language);
  return {
    id,
    title: title[language],
    help: help?.[language] ?? null,
    questions: questions.map((question) => publicQuestion(context, question, { places, language })),
  };
}

function publicQuestion(
  { survey }: SurveyContext,
  asked: Question,
  { places, language }: { places: Labelled[]; language: Language },
): z.infer<typeof question> {
  const suggestion = survey.suggestions.find((one) => one.question === asked.id);
  return {
    id: asked.id,
    kind: asked.kind,
    title: asked.title[language],
    help: asked.help?.[language] ?? null,
    required: asked.required,
    show_if: asked.showIf,
    suggestion: suggestion ? { answer: suggestion.answer, reason: suggestion.reason[language] } : null,
    ...kindOf(asked).api.own(asked, language, places),
  };
}
