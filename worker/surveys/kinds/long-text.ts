import * as z from 'zod';
import { say } from '../../kits/form-rules.ts';
import { err } from '../../platform/result.ts';
import { tidyText } from '../../platform/text/text-rules.ts';
import { longestField } from './form.ts';
import type { QuestionBase, QuestionKind } from './kind.ts';
import { textValue } from './link.ts';
import { oneField, readOne } from './reading.ts';
import { answers, kitQuestion } from './schemas.ts';
import { lengthIn } from './surveyjs.ts';
import { nothingCounted, readText, textRefusal } from './texts.ts';

export type LongText = QuestionBase<'long-text'> & { longest: number; inOwnWords: boolean };

const schema = kitQuestion('long-text', {
  longest: z.int().min(1).max(5000).default(2000).describe('In characters'),
  in_own_words: z
    .boolean()
    .default(false)
    .describe('What the resident adds in their own words; one question of a survey'),
});

/** A text of several lines, which its author may share. */
export const longText: QuestionKind<LongText, typeof schema, { kind: 'long-text' }> = {
  kind: 'long-text',
  kit: {
    schema,
    form: {
      name: say('A longer text', 'Un texto más largo'),
      fields: [
        longestField(2000),
        {
          kind: 'tick',
          key: 'in_own_words',
          label: say('A comment that may be passed on', 'Un comentario que puede compartirse'),
          hint: say(
            'Whoever answers chooses whether the committee may read it. Only one question of a survey can be such a comment.',
            'Quien responde decide si el comité puede leerlo. Solo una pregunta de la encuesta puede ser un comentario así.',
          ),
        },
      ],
      answer: ({ in_own_words }, named) => (in_own_words ? null : { ...named, kind: 'line', rows: 4 }),
    },
    own: ({ longest, in_own_words }) => ({ longest, inOwnWords: in_own_words }),
    closed: ({ inOwnWords }) =>
      inOwnWords ? "asks for somebody's own words: no answer can be given for them" : null,
    refusal: textRefusal,
  },
  api: {
    answer: answers.text,
    answerIs: 'the text',
    shape: { longest: z.int(), in_own_words: z.boolean().describe('May be shared with the committee') },
    own: ({ longest, inOwnWords }) => ({ longest, in_own_words: inOwnWords }),
  },
  answers: {
    read: ({ longest }, given) => readOne(given, (value) => readText(tidyText, longest, value)),
    fields: oneField,
    spelled: (answer) => tidyText(String(answer)),
    inOwnWords: ({ inOwnWords }) => inOwnWords,
  },
  tally: { ...nothingCounted, distribution: () => ({ kind: 'long-text' }) },
  link: {
    text: (_question, answer) => String(answer),
    values: ({ inOwnWords }, answer) => (inOwnWords ? err('own-words') : textValue(String(answer))),
    mappable: () => [],
  },
  surveyJs: {
    readers: {
      comment: (one) => ({
        own: { kind: 'long-text', longest: lengthIn(one, 2000, 5000), in_own_words: false },
      }),
    },
    keys: ['maxLength'],
    write: ({ longest, inOwnWords }) => ({
      element: { type: 'comment', maxLength: longest },
      lost: inOwnWords ? [{ at: '.in_own_words', why: 'is exported as any other long text' }] : [],
    }),
    compared: 'as-text',
  },
};
