import { expect, test } from 'vitest';
import { checkKit } from '../support/kits.ts';
import { surveyKit } from '../support/surveys.ts';
import { twoWays } from './sending.ts';

function problemsWith(carry: unknown): string[] {
  const kit = surveyKit();
  const checked = checkKit({ ...kit, surveys: [{ ...kit.surveys[0], carry }] });
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}

const label = { en: 'By a form', es: 'Con un formulario' };
const google = (fields: unknown, more = {}) => [
  { adapter: 'google-forms', label, config: { form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX', fields, ...more } },
];
const at = 'surveys[0].carry[0].config';

test('ways that lead somewhere are right', () => {
  expect(problemsWith(twoWays)).toEqual([]);
});

test.each<[what: string, carry: unknown, problem: string]>([
  [
    'an unknown tool',
    [{ adapter: 'pigeon', label, config: {} }],
    'surveys[0].carry[0].adapter: must be one of google-forms,',
  ],
  [
    'a question that is not ours',
    google({ color: { entry: '1' } }),
    `${at}.fields.color: color is not a question`,
  ],
  [
    'an option that is not ours',
    google({ fund: { entry: '1', options: { maybe: 'Maybe' } } }),
    `${at}.fields.fund.options.maybe: is not of`,
  ],
  [
    'a number off the scale',
    google({ sure: { entry: '1', options: { 6: 'Six' } } }),
    `${at}.fields.sure.options.6: is not of`,
  ],
  [
    'a line that is not ours',
    google({ budget: { parts: { roads: '3' } } }),
    `${at}.fields.budget.parts.roads: is not of`,
  ],
  [
    'one field for two questions',
    google({ sure: { entry: '1' }, own: { entry: '1' } }),
    `${at}.fields.own: 1 is used for two answers`,
  ],
  [
    'one field for two lines',
    google({ budget: { parts: { parks: '3', training: '3' } } }),
    `${at}.fields.budget: 3 is used for two`,
  ],
  [
    'a field that is none',
    google({ sure: { entry: 'entry.1' } }),
    `${at}.fields.sure.entry: must be the number`,
  ],
  ['an unknown setting', google({}, { color: 'red' }), `${at}.color: is not a setting`],
  [
    'another host',
    [{ adapter: 'publicinput', label, config: { url: 'https://example.org/1', questions: [] } }],
    `${at}.url: must be an https address at publicinput.com`,
  ],
  [
    'one question asked twice',
    [
      {
        adapter: 'other',
        label,
        config: {
          url: 'https://example.org/1',
          questions: [1, 2].map(() => ({ question: 'sure', text: label })),
        },
      },
    ],
    `${at}.questions[1]: sure is used for two answers`,
  ],
])('%s is told of by its path', (_what, carry, problem) => {
  const problems = problemsWith(carry);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});
