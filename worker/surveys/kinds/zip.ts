import { say } from '../../kits/form-rules.ts';
import { parseZip } from '../../places/rules.ts';
import { err } from '../../platform/result.ts';
import type { QuestionBase, QuestionKind } from './kind.ts';
import { oneField, problem, readOne } from './reading.ts';
import { answers, kitQuestion } from './schemas.ts';
import { asksWhereSomebodyLives, nothingCounted } from './texts.ts';

const schema = kitQuestion('zip', {});

/** A ZIP code, which is never reported. */
export const zip: QuestionKind<QuestionBase<'zip'>, typeof schema, { kind: 'zip' }> = {
  kind: 'zip',
  kit: {
    schema,
    form: { name: say('A ZIP code', 'Un código postal'), fields: [] },
    own: () => ({}),
    closed: () => asksWhereSomebodyLives,
    refusal: () => asksWhereSomebodyLives,
  },
  api: { answer: answers.text, answerIs: 'five digits', shape: {}, own: () => ({}) },
  answers: {
    read: (_question, given) =>
      readOne(given, (value) => {
        const zip = parseZip(value);
        return zip.ok ? zip : problem('not-a-zip');
      }),
    fields: oneField,
    spelled: JSON.stringify,
  },
  tally: { ...nothingCounted, distribution: () => ({ kind: 'zip' }) },
  link: {
    text: (_question, answer) => String(answer),
    values: () => err('personal'),
    mappable: () => [],
  },
  surveyJs: {
    readers: {},
    keys: [],
    write: () => ({
      element: { type: 'text', maxLength: 10 },
      lost: [{ at: '', why: 'is exported as a text: nothing sees to it that it is a ZIP' }],
    }),
    compared: 'as-text',
  },
};
