import fc from 'fast-check';
import { onStep } from '../../worker/platform/step-rules.ts';
import type { SurveyAnswer } from '../../worker/surveys/kinds/kind.ts';
import type { Question } from '../../worker/surveys/kinds/questions.ts';
import { survey } from '../../worker/surveys/kit/schema.ts';
import { type Answers, isAsked, questionsOf } from '../../worker/surveys/rules.ts';
import { surveyOf } from '../../worker/surveys/survey.ts';

const same = (words: string) => ({ en: words, es: words });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: same(id) }));

/** A question of every kind. `why-not` depends on `support`, and `how-much` on `why-not`. */
export const everyKindKit = survey.parse({
  slug: 'every-kind',
  committee: 'budget',
  title: same('Every kind'),
  ask: same('Answer'),
  text: same('Text'),
  opens_on: '2026-01-01',
  sections: [
    {
      id: 'first',
      title: same('First'),
      questions: [
        {
          id: 'support',
          kind: 'single',
          title: same('Support?'),
          required: true,
          options: [
            { id: 'yes', label: same('Yes'), score: 2 },
            { id: 'no', label: same('No'), score: -1 },
            { id: 'unsure', label: same('Not sure') },
          ],
        },
        {
          id: 'why-not',
          kind: 'multiple',
          title: same('Why not?'),
          show_if: { question: 'support', is: ['no', 'unsure'] },
          options: options('cost', 'time', 'other'),
          at_most: 2,
        },
        {
          id: 'how-much',
          kind: 'scale',
          title: same('How much?'),
          show_if: { question: 'why-not', is: ['cost'] },
          required: true,
          from: 1,
          to: 5,
        },
        { id: 'order', kind: 'ranking', title: same('Order'), options: options('a', 'b', 'c') },
      ],
    },
    {
      id: 'second',
      title: same('Second'),
      questions: [
        {
          id: 'budget',
          kind: 'allocation',
          title: same('Budget'),
          lines: [
            { id: 'police', label: same('Police'), today: 40 },
            { id: 'fire', label: same('Fire'), today: 30.2 },
            { id: 'parks', label: same('Parks'), today: 29.8 },
          ],
          total: 100,
          step: 0.5,
          unit: same('%'),
        },
        {
          id: 'hours',
          kind: 'number',
          title: same('Hours'),
          min: 0.1,
          max: 8,
          step: 0.1,
          unit: { en: 'h', es: 'h' },
        },
        { id: 'name', kind: 'short-text', title: same('Name it'), longest: 20 },
        {
          id: 'words',
          kind: 'long-text',
          title: same('In your own words'),
          longest: 100,
          in_own_words: true,
        },
        { id: 'where', kind: 'zip', title: same('ZIP') },
        { id: 'lives-in', kind: 'district', title: same('District') },
      ],
    },
  ],
  suggestions: [
    { question: 'support', answer: 'yes', reason: same('Because') },
    { question: 'budget', answer: { police: 40, fire: 30, parks: 30 }, reason: same('Because') },
    { question: 'why-not', answer: ['time', 'cost'], reason: same('Because') },
  ],
});

export const everyKind = surveyOf(everyKindKit);
export const districts = ['1', '2', '10'];

const words = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/ +/g, ' ').trim());

function answerTo(question: Question): fc.Arbitrary<SurveyAnswer> {
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => id));
    case 'multiple': {
      const ids = question.options.map(({ id }) => id);
      return fc.subarray(ids, { minLength: Math.max(1, question.atLeast), maxLength: question.atMost });
    }
    case 'scale':
      return fc.integer({ min: question.from, max: question.to });
    case 'ranking': {
      const ids = question.options.map(({ id }) => id);
      return fc.shuffledSubarray(ids, { minLength: ids.length });
    }
    case 'allocation': {
      const steps = Math.round(question.total / question.step);
      return fc
        .array(fc.integer({ min: 0, max: steps }), {
          minLength: question.lines.length - 1,
          maxLength: question.lines.length - 1,
        })
        .map((cuts) => {
          const ends = [...cuts.sort((a, b) => a - b), steps];
          return Object.fromEntries(
            question.lines.map(({ id }, i) => [id, ((ends[i] ?? 0) - (ends[i - 1] ?? 0)) * question.step]),
          );
        });
    }
    case 'number':
      return fc
        .integer({ min: 0, max: Math.round((question.max - question.min) / question.step) })
        .map((steps) => onStep(question.min + steps * question.step, question.min, question.step) ?? 0);
    case 'zip':
      return fc.integer({ min: 0, max: 99_999 }).map((zip) => String(zip).padStart(5, '0'));
    case 'district':
      return fc.constantFrom(...districts, 'outside', 'unknown');
    default:
      return words.filter((text) => text !== '');
  }
}

/** Valid answers, with some questions left out, and only to questions that are shown. */
export const validAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(questionsOf(everyKind).map((question) => [question.id, answerTo(question)])), {
    requiredKeys: ['support', 'how-much'],
  })
  .map((all) => {
    const asked: Answers = {};
    for (const question of questionsOf(everyKind)) {
      const answer = all[question.id];
      if (answer !== undefined && isAsked(question, asked)) asked[question.id] = answer;
    }
    return asked;
  });

/** Fields similar to those of the form, with arbitrary values. */
const field = fc.oneof(
  fc.constantFrom(...questionsOf(everyKind).map(({ id }) => `answer.${id}`)),
  fc.constantFrom('answer.order.a', 'answer.order.b', 'answer.order.c', 'answer.order.d'),
  fc.constantFrom('answer.budget.police', 'answer.budget.fire', 'answer.budget.parks', 'answer.budget.x'),
  fc.string(),
);
const value = fc.oneof(
  fc.constantFrom('yes', 'no', 'cost', 'time', 'a', 'b', 'c', '1', '2', '3', '50', '0', '100', '', '28202'),
  fc.string({ unit: 'binary' }),
  fc.float().map(String),
);
export const anyRaw = fc.dictionary(field, fc.array(value, { maxLength: 4 }), { maxKeys: 16 });
