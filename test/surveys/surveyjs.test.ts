import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { survey } from '../../worker/surveys/kit/schema.ts';
import { surveyOf } from '../../worker/surveys/survey.ts';
import { exportSurveyJs } from '../../worker/surveys/surveyjs/export-rules.ts';
import { importSurveyJs } from '../../worker/surveys/surveyjs/import-rules.ts';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';
import { everyKind, everyKindKit } from './every-kind.ts';

const both = (en: string, es: string) => ({ default: en, es });
const page = (...elements: unknown[]) => ({
  pages: [{ name: 'p', title: both('A page', 'Una página'), elements }],
});
const question = (element: object) => ({
  name: 'q',
  title: both('A question?', '¿Una pregunta?'),
  ...element,
});
const choices = [
  { value: 'Sí', text: both('Yes', 'Sí') },
  { value: 'No', text: both('No', 'No') },
];

/** Imports a page with one question; returns the question and what was left out, with the reasons. */
function imported(element: object, ...before: object[]) {
  const { sections, leftOut } = importSurveyJs(page(...before, question(element)));
  return { question: sections[0]?.questions.at(-1), told: leftOut.map(({ path, why }) => `${path}: ${why}`) };
}
const kept = { id: 'q', title: { en: 'A question?', es: '¿Una pregunta?' }, required: false };
const options = [
  { id: 'si', label: { en: 'Yes', es: 'Sí' } },
  { id: 'no', label: { en: 'No', es: 'No' } },
];

describe('a question of SurveyJS is kept', () => {
  const cases: [object, object][] = [
    [
      { type: 'radiogroup', choices },
      { kind: 'single', options },
    ],
    [
      { type: 'dropdown', choices, isRequired: true },
      { kind: 'single', options, required: true },
    ],
    [
      { type: 'dropdown', choicesMin: 1, choicesMax: 2 },
      { kind: 'single', options: ['1', '2'].map((id) => ({ id, label: { en: id, es: id } })) },
    ],
    [
      { type: 'boolean' },
      {
        kind: 'single',
        options: [
          { id: 'true', label: { en: 'Yes', es: 'Sí' } },
          { id: 'false', label: { en: 'No', es: 'No' } },
        ],
      },
    ],
    [
      { type: 'checkbox', choices, maxSelectedChoices: 1 },
      { kind: 'multiple', options, at_most: 1 },
    ],
    [
      { type: 'tagbox', choices, minSelectedChoices: 1, maxSelectedChoices: 0 },
      { kind: 'multiple', options, at_least: 1 },
    ],
    [
      { type: 'checkbox', choices, showNoneItem: true },
      { kind: 'multiple', options: [...options, { id: 'none', label: { en: 'None', es: 'Ninguna' } }] },
    ],
    [{ type: 'rating' }, { kind: 'scale', from: 1, to: 5 }],
    [
      { type: 'rating', rateMin: 0, rateMax: 10, minRateDescription: both('Bad', 'Mal') },
      { kind: 'scale', from: 0, to: 10, from_label: { en: 'Bad', es: 'Mal' } },
    ],
    [
      { type: 'rating', rateCount: 3 },
      { kind: 'scale', from: 1, to: 3 },
    ],
    [
      { type: 'rating', rateMin: 0, rateMax: 100, rateStep: 10 },
      { kind: 'number', min: 0, max: 100, step: 10 },
    ],
    [
      { type: 'rating', rateValues: choices },
      { kind: 'single', options },
    ],
    [
      { type: 'ranking', choices },
      { kind: 'ranking', options },
    ],
    [{ type: 'text' }, { kind: 'short-text', longest: 200 }],
    [
      { type: 'text', maxLength: 50 },
      { kind: 'short-text', longest: 50 },
    ],
    [
      { type: 'text', inputType: 'number', min: 0, max: 8, step: 0.5 },
      { kind: 'number', min: 0, max: 8, step: 0.5 },
    ],
    [
      { type: 'comment', description: both('Help', 'Ayuda') },
      { kind: 'long-text', longest: 2000, in_own_words: false, help: { en: 'Help', es: 'Ayuda' } },
    ],
    [
      { type: 'radiogroup', choices: [{ ...choices[0], score: 3 }, choices[1]] },
      { kind: 'single', options: [{ ...options[0], score: 3 }, options[1]] },
    ],
  ];
  test.each(cases)('%j', (element, wanted) => {
    expect(imported(element)).toEqual({ question: { ...kept, ...wanted }, told: [] });
  });
});

const at = 'pages[0].elements[0]';

test.each([
  'html',
  'expression',
  'file',
  'signaturepad',
  'matrix',
  'matrixdynamic',
  'multipletext',
  'image',
  'constructor',
])('a question of the kind %s is left out, and told', (type) => {
  expect(imported({ type })).toEqual({
    question: undefined,
    told: [
      `${at}: is of a kind that surveys do not have here: ${type}`,
      'pages[0]: has no question that is kept',
    ],
  });
});

test.each([
  [{ type: 'text', inputType: 'email' }, 'asks for personal data (email), which no question does here'],
  [{ type: 'radiogroup', choices: ['a'] }, 'has less than two choices of its own'],
  [
    { type: 'checkbox', choicesByUrl: { url: 'https://example.org' } },
    'has less than two choices of its own',
  ],
  [{ type: 'ranking', choices: Array.from({ length: 21 }, (_, i) => i) }, 'has more than 20 choices'],
  [
    { type: 'text', inputType: 'number', min: 0, max: 1, step: 0.3 },
    'has no whole number of steps from its least to its most',
  ],
  [{ type: 'text', inputType: 'number', min: 0, max: 5000 }, 'has more than 1000 steps'],
  [{ type: 'rating', rateMax: 'many' }, 'counts in no steps of 1'],
])('%j is left out, and told', (element, why) => {
  expect(imported(element).told[0]).toBe(`${at}: ${why}`);
});

test.each([
  [{ type: 'text', requiredIf: '{a} = 1' }, `${at}.requiredIf: is not kept`],
  [{ type: 'checkbox', choices, showOtherItem: true }, `${at}.showOtherItem: is not kept`],
  [{ type: 'checkbox', choices, minSelectedChoices: 7 }, `${at}.minSelectedChoices: is not kept`],
  [{ type: 'text', maxLength: 900 }, `${at}.maxLength: is cut to 500 characters`],
  [{ type: 'text', inputType: 'date' }, `${at}.inputType: date is asked for as a text`],
  [{ type: 'text', title: 'Only English' }, `${at}.title: has no Spanish: the English stands in for it`],
  [
    { type: 'text', title: { es: 'Solo español' } },
    `${at}.title: has no English: the Spanish stands in for it`,
  ],
  [
    { type: 'text', title: both('Dear {name}', 'Hola') },
    `${at}.title: holds an answer in braces, which is not filled in here`,
  ],
  [
    { type: 'radiogroup', choices: [{ ...choices[0], visibleIf: 'x' }, choices[1]] },
    `${at}.choices[0].visibleIf: is not kept`,
  ],
])('of %j a line says what was not kept', (element, line) => {
  const { question, told } = imported(element);
  expect(question).toMatchObject({ id: 'q' });
  expect(told).toEqual([line]);
});

describe('a condition', () => {
  const before = {
    type: 'checkbox',
    name: 'Why not',
    title: both('x y', 'x y z'),
    choices: [...choices, 'Other'],
  };
  const rated = { type: 'rating', name: 'rate', title: both('x', 'y') };
  const conditionOf = (visibleIf: string) =>
    imported({ type: 'text', visibleIf }, before, rated).question?.show_if;

  test.each([
    ["{Why not} contains 'sí'", { question: 'why-not', is: ['si'] }],
    ['{Why not} anyof ["No", "Other"]', { question: 'why-not', is: ['no', 'other'] }],
    ["{Why not} = 'No' or {Why not} == 'Other'", { question: 'why-not', is: ['no', 'other'] }],
    ['{rate} = 5', { question: 'rate', is: ['5'] }],
    ['({rate} anyof [4, 5])', { question: 'rate', is: ['4', '5'] }],
  ])('%s is kept', (condition, showIf) => {
    expect(conditionOf(condition)).toEqual(showIf);
  });

  test.each([
    '{rate} > 3',
    '{gone} = 1',
    "{Why not} = 'x'",
    "{rate} = 1 or {Why not} = 'No'",
    '{Why not} = ["No"]',
    '{q} = 1',
    'true',
  ])('%s is told, and the question is asked always', (condition) => {
    const { question, told } = imported({ type: 'text', visibleIf: condition }, before, rated);
    expect(question?.show_if).toBeUndefined();
    expect(told.at(-1)).toBe(
      `pages[0].elements[2]: is asked always, for a condition that is not kept: ${condition}`,
    );
  });

  test('of a panel is that of its questions', () => {
    const panel = {
      type: 'panel',
      name: 'more',
      visibleIf: '{rate} = 1',
      elements: [question({ type: 'text' })],
    };
    const { sections, leftOut } = importSurveyJs(page(rated, panel));
    expect(sections[0]?.questions[1]?.show_if).toEqual({ question: 'rate', is: ['1'] });
    expect(leftOut).toEqual([]);
  });
});

test('a survey without pages is one section, and its language is that of its texts', () => {
  const { sections, leftOut } = importSurveyJs({
    locale: 'es',
    elements: [{ type: 'text', name: 'Año', title: 'Qué año' }],
  });
  expect(sections).toMatchObject([
    {
      id: 'page-1',
      title: { en: 'Page 1', es: 'Página 1' },
      questions: [{ id: 'ano', title: { es: 'Qué año' } }],
    },
  ]);
  expect(leftOut).toEqual([
    { path: 'elements[0].title', why: 'has no English: the Spanish stands in for it' },
  ]);
});

/** Texts that a kit refuses, or of which nothing is left without their HTML. */
const noWords = fc.constantFrom(
  ...[
    '< >',
    '&lt; &gt;',
    '<img src="a.png">',
    '<b></b>',
    '[your title]',
    '{panel.title}',
    'TODO',
    '___',
    '…',
  ],
  ...[
    '(your words go here)',
    '\u200b',
    '\u202e',
    '\ud800',
    '\ufffd',
    '\u2800',
    '\u0007',
    '\r',
    'a\u2028b',
    'a\nb\tc',
  ],
  `[${'a'.repeat(298)}] and more`,
);
const anyWords = fc.oneof(
  fc.string({ maxLength: 700 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  noWords,
  fc.record({ default: noWords, es: fc.oneof(noWords, fc.string()) }),
  fc.jsonValue(),
);
const anyElement = fc.record(
  {
    type: fc.constantFrom(
      'radiogroup',
      'checkbox',
      'rating',
      'ranking',
      'text',
      'comment',
      'boolean',
      'panel',
      'x',
    ),
    name: fc.oneof(fc.string(), noWords, fc.constantFrom('a', 'b', 'constructor')),
    title: anyWords,
    description: anyWords,
    minRateDescription: anyWords,
    choices: fc.oneof(
      fc.array(
        fc.oneof(fc.string(), noWords, fc.integer(), fc.record({ value: fc.string(), text: anyWords })),
        {
          maxLength: 8,
        },
      ),
      fc.jsonValue(),
    ),
    inputType: fc.constantFrom('text', 'number', 'email'),
    min: fc.oneof(fc.integer(), fc.double()),
    max: fc.oneof(fc.integer(), fc.double()),
    step: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.double()),
    maxLength: fc.oneof(fc.integer(), fc.double()),
    rateMin: fc.integer({ min: -200, max: 200 }),
    rateMax: fc.integer({ min: -200, max: 200 }),
    minSelectedChoices: fc.integer({ min: -1, max: 9 }),
    maxSelectedChoices: fc.integer({ min: -1, max: 9 }),
    visibleIf: fc.constantFrom("{a} = 'x'", '{a} = true', '{b} anyof [1, 2]', '{'),
    isRequired: fc.boolean(),
    elements: fc.jsonValue(),
  },
  { requiredKeys: ['type'] },
);
const anySurvey = fc.oneof(
  fc.jsonValue(),
  fc.record({
    pages: fc.array(
      fc.record({ name: fc.string(), title: anyWords, elements: fc.array(anyElement, { maxLength: 6 }) }),
      {
        maxLength: 3,
      },
    ),
  }),
);

test('of any JSON, what is kept is right in a kit', () => {
  fc.assert(
    fc.property(anySurvey, (json) => {
      const { sections } = importSurveyJs(json);
      if (sections.length === 0) return;
      const campaign = { ...charlotte.campaign, share: [] };
      const own = { ...everyKindKit, committee: 'safe-communities', sections, suggestions: [] };
      const parsed = parseKit({ ...charlotte, campaign, surveys: [own], budget: [] });
      expect(parsed.ok ? [] : parsed.error).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function exported(sections: unknown) {
  const kit = survey.parse({ ...everyKindKit, sections, suggestions: [] });
  return exportSurveyJs({ ...surveyOf(kit), title: kit.title, ask: kit.ask }, []).json;
}

test('an export keeps what the import kept', () => {
  fc.assert(
    fc.property(anySurvey, (json) => {
      const { sections } = importSurveyJs(json);
      if (sections.length > 0) expect(importSurveyJs(exported(sections)).sections).toEqual(sections);
    }),
    { numRuns: 300 },
  );
});

test('an export tells what SurveyJS does not have', () => {
  const { title, ask } = everyKindKit;
  const { json, lost } = exportSurveyJs({ ...everyKind, title, ask }, charlotte.city.districts);
  expect(lost.map(({ path }) => path)).toEqual([
    'sections[1].questions[0]',
    'sections[1].questions[0].lines',
    'sections[1].questions[0].unit',
    'sections[1].questions[1].unit',
    'sections[1].questions[3].in_own_words',
    'sections[1].questions[4]',
    'sections[1].questions[5]',
    'suggestions',
  ]);
  expect(json).toMatchObject({
    pages: [
      {
        elements: [
          { type: 'radiogroup', name: 'support', isRequired: true },
          { type: 'checkbox', maxSelectedChoices: 2, visibleIf: "{support} anyof ['no', 'unsure']" },
          { type: 'rating', rateMin: 1, rateMax: 5, visibleIf: "{why-not} anyof ['cost']" },
          { type: 'ranking' },
        ],
      },
      {
        elements: [
          {
            type: 'multipletext',
            items: [{ name: 'police', inputType: 'number', max: 100, step: 0.5 }, {}, {}],
          },
          { type: 'text', inputType: 'number', min: 0.1, max: 8, step: 0.1 },
          { type: 'text', maxLength: 20 },
          { type: 'comment', maxLength: 100 },
          { type: 'text', maxLength: 10 },
          { type: 'dropdown' },
        ],
      },
    ],
  });
});
