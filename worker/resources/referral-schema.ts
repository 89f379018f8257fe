import * as z from 'zod';
import { date, line, paragraphs, role, slug, text, url } from '../kits/atoms.ts';
import { messageProblem } from './message-rules.ts';

const step = z.strictObject({
  do: z.array(paragraphs(300)).min(1).max(6).describe('What to do, in this order'),
  services: z.array(slug).max(6).default([]).describe('Whom to call: slugs of services'),
});

const source = z.strictObject({ name: line(160), url: url.optional() });

const oneMessage = text(160).superRefine((words, context) => {
  for (const language of ['en', 'es'] as const) {
    const message = messageProblem(words[language]);
    if (message !== null) context.addIssue({ code: 'custom', path: [language], message });
  }
});

/** The steps of whoever meets somebody who may need help. There is no field for that person. */
export const referral = z.strictObject({
  danger: step.describe('Is somebody in danger now?'),
  minor: step.describe('Is the person under 18?'),
  wants_help: step.describe('Does the person want help?'),
  not_yet: step.describe('Not yet?'),
  indicators: z.array(paragraphs(300)).max(12).default([]),
  myths: z
    .array(z.strictObject({ myth: text(200), fact: paragraphs(400), source }))
    .max(10)
    .default([]),
  laws: z
    .array(z.strictObject({ says: paragraphs(400), source }))
    .max(10)
    .default([]),
  card: z.array(text(120)).min(1).max(6).describe('The lines of a card that a clerk can hand over'),
  message: oneMessage.describe('All that fits into one text message'),
  reviewed_on: date.optional(),
  reviewed_by: role(120).optional().describe('A role, such as a lawyer and two survivors; never a name'),
});
