import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, questionsOf, suggestedAnswers, visibleQuestions } from '../../worker/surveys/rules.ts';
import { surveyOf } from '../../worker/surveys/survey.ts';
import { everyKind, everyKindKit, validAnswers } from './every-kind.ts';

const shows = (id: string, answers: Answers) => visibleQuestions(everyKind, answers).has(id);

test('a question is asked where its condition holds, of one choice or of several', () => {
  expect(shows('why-not', {})).toBe(false);
  expect(shows('why-not', { support: 'yes' })).toBe(false);
  expect(shows('why-not', { support: 'unsure' })).toBe(true);
  expect(shows('how-much', { support: 'no', 'why-not': ['time'] })).toBe(false);
  expect(shows('how-much', { support: 'no', 'why-not': ['time', 'cost'] })).toBe(true);
});

test('what hangs on a hidden question is hidden, whatever that one is answered', () => {
  expect(shows('how-much', { support: 'yes', 'why-not': ['cost'] })).toBe(false);
});

test('a number of a scale may be a condition', () => {
  const [first] = everyKind.sections;
  const asked = {
    id: 'after',
    kind: 'zip' as const,
    title: { en: 'x', es: 'x' },
    help: null,
    required: false,
  };
  const questions = [
    ...(first?.questions ?? []),
    { ...asked, showIf: { question: 'how-much', is: ['4', '5'] } },
  ];
  const survey = { ...everyKind, sections: [{ ...first!, questions }] };
  const answers = { support: 'no', 'why-not': ['cost'] };
  expect(visibleQuestions(survey, { ...answers, 'how-much': 5 }).has('after')).toBe(true);
  expect(visibleQuestions(survey, { ...answers, 'how-much': 3 }).has('after')).toBe(false);
});

test('answers to hidden questions change nothing of what is asked', () => {
  fc.assert(
    fc.property(validAnswers, (answers) => {
      const hidden = questionsOf(everyKind).filter(({ id }) => !visibleQuestions(everyKind, answers).has(id));
      const filled = { ...answers, ...Object.fromEntries(hidden.map(({ id }) => [id, ['cost', 'no']])) };
      expect(visibleQuestions(everyKind, filled)).toEqual(visibleQuestions(everyKind, answers));
    }),
  );
});

test('the suggested answers stand by question', () => {
  expect(suggestedAnswers(everyKind)).toEqual({
    support: 'yes',
    budget: { police: 40, fire: 30, parks: 30 },
    'why-not': ['time', 'cost'],
  });
});

test('the version changes with the questions and their wording, not with the help or the suggestions', () => {
  type Kit = typeof everyKindKit;
  const versionOf = (change: (kit: Kit) => void) => {
    const kit = structuredClone(everyKindKit);
    change(kit);
    return surveyOf(kit).version;
  };
  const { version } = everyKind;
  const first = (kit: Kit) => kit.sections[0]!.questions[0]!;
  expect(version).toMatch(/^[0-9a-f]{16}$/);
  expect(versionOf(() => {})).toBe(version);
  expect(versionOf((kit) => (first(kit).help = { en: 'x', es: 'x' }))).toBe(version);
  expect(versionOf((kit) => kit.suggestions.pop())).toBe(version);
  expect(versionOf((kit) => (first(kit).title.es = 'x'))).not.toBe(version);
  expect(versionOf((kit) => (first(kit).required = false))).not.toBe(version);
  expect(versionOf((kit) => kit.sections[0]!.questions.reverse())).not.toBe(version);
});
