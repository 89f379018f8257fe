import * as z from 'zod';
import { say } from '../../kits/form-rules.ts';
import { tidyLine } from '../../platform/text/text-rules.ts';
import { longestField } from './form.ts';
import type { QuestionBase, QuestionKind } from './kind.ts';
import { textValue } from './link.ts';
import { oneField, readOne } from './reading.ts';
import { answers, kitQuestion } from './schemas.ts';
import { lengthIn, type SurveyJsElement, type SurveyJsRead } from './surveyjs.ts';
import { nothingCounted, readText, textRefusal } from './texts.ts';

export type ShortText = QuestionBase<'short-text'> & { longest: number };

const schema = kitQuestion('short-text', {
  longest: z.int().min(1).max(500).default(200).describe('In characters'),
});

/** A text of one line. */
export const shortText: QuestionKind<ShortText, typeof schema, { kind: 'short-text' }> = {
  kind: 'short-text',
  kit: {
    schema,
    form: {
      name: say('A text of one line', 'Un texto de una línea'),
      fields: [longestField(200)],
      answer: (_question, named) => ({ ...named, kind: 'line' }),
    },
    own: ({ longest }) => ({ longest }),
    refusal: textRefusal,
  },
  api: {
    answer: answers.text,
    answerIs: 'the text',
    shape: { longest: z.int() },
    own: ({ longest }) => ({ longest }),
  },
  answers: {
    read: ({ longest }, given) => readOne(given, (value) => readText(tidyLine, longest, value)),
    fields: oneField,
    spelled: (answer) => tidyLine(String(answer)),
  },
  tally: { ...nothingCounted, distribution: () => ({ kind: 'short-text' }) },
  link: {
    text: (_question, answer) => String(answer),
    values: (_question, answer) => textValue(String(answer)),
    mappable: () => [],
  },
  surveyJs: {
    readers: { text },
    keys: ['inputType', 'maxLength'],
    write: ({ longest }) => ({ element: { type: 'text', maxLength: longest } }),
    compared: 'as-text',
  },
};

/** Texts that our own form asks for, or that we never ask for. */
const personal = ['email', 'password', 'tel'];

function text(one: SurveyJsElement): SurveyJsRead {
  const { element, path, into } = one;
  const type = String(element.inputType ?? 'text');
  if (personal.includes(type)) return `asks for personal data (${type}), which no question does here`;
  if (type !== 'text')
    into.leftOut.push({ path: `${path}.inputType`, why: `${type} is asked for as a text` });
  return { own: { kind: 'short-text', longest: lengthIn(one, 200, 500) } };
}
