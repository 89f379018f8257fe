import { describe, expect, test } from 'vitest';
import { importSurveyJs } from '../../worker/surveys/surveyjs/import-rules.ts';

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

describe('what cannot be asked in the same way is not required', () => {
  const before = {
    type: 'checkbox',
    name: 'why',
    title: both('x y', 'x y z'),
    choices: [...choices, { value: 'Other', text: both('Another', 'Otra') }],
  };
  const required = { type: 'text', isRequired: true };

  test('a condition that is not kept takes "required" with it', () => {
    const { question, told } = imported({ ...required, visibleIf: '{age} > 3' });
    expect(question).toMatchObject({ required: false });
    expect(question).not.toHaveProperty('show_if');
    expect(told).toEqual([
      'pages[0].elements[0]: is asked always, for a condition that is not kept: {age} > 3',
      'pages[0].elements[0].isRequired: is dropped: more people are asked than there',
    ]);
  });

  test('a condition that is kept does not', () => {
    const { question, told } = imported({ ...required, visibleIf: "{why} contains 'No'" }, before);
    expect(question).toMatchObject({ required: true, show_if: { question: 'why', is: ['no'] } });
    expect(told).toEqual([]);
  });

  test('nor does a question without one', () => {
    expect(imported(required).question).toMatchObject({ required: true });
  });

  test('of two conditions, one is not kept', () => {
    const panel = {
      type: 'panel',
      visibleIf: "{why} contains 'Other'",
      elements: [{ ...required, name: 'q', title: both('x', 'y'), visibleIf: "{why} contains 'No'" }],
    };
    const { sections } = importSurveyJs({ elements: [before, panel] });
    expect(sections[0]?.questions[1]).toMatchObject({ required: false, show_if: { is: ['no'] } });
  });

  test('`=` on a checkbox means that choice alone; here it may be one of several', () => {
    const { question, told } = imported({ ...required, visibleIf: "{why} = 'No'" }, before);
    expect(question).toMatchObject({ required: false, show_if: { question: 'why', is: ['no'] } });
    expect(told).toEqual([
      "pages[0].elements[1]: is asked also where other choices were made beside that one: {why} = 'No'",
      'pages[0].elements[1].isRequired: is dropped: more people are asked than there',
    ]);
  });

  test.each([
    { ...required, visible: false },
    { type: 'panel', visible: false, elements: [required] },
  ])('what is hidden is left out: %j', (element) => {
    expect(imported(element)).toEqual({
      question: undefined,
      told: ['pages[0].elements[0]: is hidden: left out', 'pages[0]: has no question that is kept'],
    });
  });
});

describe('words', () => {
  const title = (text: unknown, locale?: string) => {
    const json = { ...(locale && { locale }), elements: [{ type: 'text', name: 'q', title: text }] };
    const { sections, leftOut } = importSurveyJs(json);
    return {
      title: sections[0]?.questions[0]?.title,
      told: leftOut.map(({ path, why }) => `${path}: ${why}`),
    };
  };

  test.each([
    ['<b>How</b> old<br/>are you?', 'How old are you?'],
    ['<p style="color:red">First</p><p>Second</p>', 'First Second'],
    ['Fish &amp; chips &lt;3 &#8211; &ntilde; &unknown;', 'Fish & chips <3 – ñ &unknown;'],
    ['<script>alert(1)</script>Why?<!-- no -->', 'Why?'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ])('%s is the text %s', (html, text) => {
    expect(title(both(html, html)).title).toEqual({ en: text, es: text });
  });

  test('a title of HTML alone, such as a picture, is the name', () => {
    expect(title(both('<img src="x">', '<img src="x">')).title).toEqual({ en: 'q', es: 'q' });
  });

  test.each(['es', 'es-MX', 'es_419', 'ES-mx'])('%s is Spanish', (locale) => {
    expect(title({ [locale]: '¿Qué edad?', default: 'How old?' }).title).toEqual({
      en: 'How old?',
      es: '¿Qué edad?',
    });
    expect(title('¿Qué edad?', locale).told).toEqual([
      'elements[0].title: has no English: the Spanish stands in for it',
    ]);
  });

  test('a survey in a third language says so once', () => {
    const { title: kept, told } = title('Wie alt sind Sie?', 'de');
    expect(kept).toEqual({ en: 'Wie alt sind Sie?', es: 'Wie alt sind Sie?' });
    expect(told).toEqual([
      'locale: is "de", and a kit is in English and Spanish: where neither is written, such texts stand in both places and have to be translated',
    ]);
  });

  test('a survey in a third language with both beside it loses only that language, and says so', () => {
    const told = [
      ['locale: texts in de are not kept'],
      ['elements[0].title: has no Spanish: the English stands in for it', 'locale: texts in de are not kept'],
    ];
    const written = [
      { default: 'Wie alt?', en: 'How old?', es: '¿Qué edad?' },
      { de: 'Wie alt?', en: 'How old?' },
    ];
    expect(written.map((text) => title(text, 'de').told)).toEqual(told);
    expect(title(written[0], 'de').title).toEqual({ en: 'How old?', es: '¿Qué edad?' });
  });

  test('a number is the same in every language', () => {
    expect(title({ default: '7', en: 'Seven', es: 'Siete' }, 'de').told).toEqual([]);
  });

  test('texts in a third language beside the two are told of', () => {
    expect(title({ ...both('How old?', '¿Qué edad?'), fr: 'Quel âge ?' }).told).toEqual([
      'locale: texts in fr are not kept',
    ]);
  });
});

test('two hundred and fifty choices are kept, and one more is told of', () => {
  const many = (n: number) => ({ type: 'dropdown', choices: Array.from({ length: n }, (_, i) => i) });
  expect((imported(many(250)).question as { options: unknown[] }).options).toHaveLength(250);
  expect(imported(many(251)).told[0]).toBe('pages[0].elements[0]: has more than 250 choices');
});

test.each([
  [[], 'is no survey of SurveyJS: that is an object with "pages" or "elements" in it'],
  ['text', 'is no survey of SurveyJS: that is an object with "pages" or "elements" in it'],
  [{ LimeSurveyDocType: 'Survey' }, 'is no survey of SurveyJS: it has neither "pages" nor "elements"'],
  [{ json: { pages: [] } }, 'holds its survey under "json": import that part alone'],
  [{ campaign: {}, surveys: [] }, 'is a kit, and no survey of SurveyJS: "export" goes the other way'],
])('%j is told for what it is', (json, why) => {
  expect(importSurveyJs(json)).toEqual({ sections: [], leftOut: [{ path: '(the file)', why }] });
});

test('panels within panels are read to a depth, and deeper ones are told of', () => {
  const nested = (depth: number) => {
    let element: object = question({ type: 'text' });
    for (let n = 0; n < depth; n += 1) element = { type: 'panel', elements: [element] };
    return importSurveyJs(page(element));
  };
  expect(nested(20).sections[0]?.questions).toHaveLength(1);
  for (const depth of [21, 20_000]) {
    const { sections, leftOut } = nested(depth);
    expect(sections).toEqual([]);
    expect(leftOut[0]?.why).toBe('stands within more than 20 panels: left out with what is in it');
  }
});

describe('what has no words for readers is named, and told', () => {
  const why = 'is left out, because it has no words for readers';

  test.each([
    ['< >', ': < >'],
    ['&lt; &gt;', ': < >'],
    ['[your title]', ': [your title]'],
    ['{panel.title}', ': {panel.title}'],
    ['TODO', ': TODO'],
    ['<img src="map.png">', ''],
    ['\u200b', ''],
  ])('a title, a help and a choice: %j', (words, shown) => {
    const { question, told } = imported({
      type: 'radiogroup',
      name: 'bus-stop',
      title: words,
      description: words,
      choices: [...choices, { value: 'Other', text: words }],
    });
    const options = [{}, {}, { id: 'other', label: { en: 'Other', es: 'Other' } }];
    expect(question).toMatchObject({ title: { en: 'bus-stop', es: 'bus-stop' }, options });
    expect(question).not.toHaveProperty('help');
    const paths = ['title', 'description', 'choices[2]'].map((key) => `pages[0].elements[0].${key}`);
    expect(told).toEqual(paths.map((path) => `${path}: ${why}${shown}`));
  });

  test('a section is named by its number, and a question by its id, where the name is no word either', () => {
    const element = { type: 'text', name: '___', title: '___' };
    const { sections, leftOut } = importSurveyJs({
      pages: [{ name: 'p', title: '...', elements: [element] }],
    });
    expect(sections[0]).toMatchObject({
      title: { en: 'Page 1', es: 'Página 1' },
      questions: [{ id: 'question', title: { en: 'question', es: 'question' } }],
    });
    expect(leftOut.map(({ path }) => path)).toEqual(['pages[0].elements[0].title', 'pages[0].title']);
  });

  test('of two languages the one with words stands for both', () => {
    const { question, told } = imported({ type: 'text', title: both('TODO', '¿Dónde vive?') });
    expect(question).toMatchObject({ title: { en: '¿Dónde vive?', es: '¿Dónde vive?' } });
    expect(told).toEqual([
      `pages[0].elements[0].title: ${why}: TODO`,
      'pages[0].elements[0].title: has no English: the Spanish stands in for it',
    ]);
  });

  test('a title of several lines becomes one, without characters that nobody sees', () => {
    const { question } = imported({
      type: 'text',
      title: both('Where\r\n\tdo you \u202elive?', '¿Dónde\nvive?'),
    });
    expect(question).toMatchObject({ title: { en: 'Where do you live?', es: '¿Dónde vive?' } });
  });
});
