import { expect, test } from 'vitest';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';
import { everyKindKit } from './every-kind.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the survey anywhere
type Broken = any;

/** Without surveys and without anything that refers to them. */
const {
  surveys: _,
  budget: _budget,
  ...plain
} = { ...charlotte, campaign: { ...charlotte.campaign, share: [] } };

/** Numbering starts at 0 in each section. Section 0: support, why-not, how-much, order; section 1: budget, ... */
const questionsOf = (survey: Broken, section: number) => survey.sections[section].questions;

function problemsOf(breakIt: (survey: Broken, kit: Broken) => void): string[] {
  const survey: Broken = structuredClone({ ...everyKindKit, committee: 'safe-communities' });
  const kit: Broken = { ...structuredClone(plain), surveys: [survey] };
  breakIt(survey, kit);
  const parsed = parseKit(kit);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

const first = 'surveys[0].sections[0].questions';
const second = 'surveys[0].sections[1].questions';
const link = { code: 'one', source: 'poster' };
const words = { en: 'x', es: 'x' };
const suggest = (question: string, answer: unknown) => (survey: Broken) => {
  survey.suggestions = [{ question, answer, reason: words }];
};
const linkTo = (answers: Record<string, unknown>) => (survey: Broken) => {
  survey.links = [{ ...link, answers }];
};

test('a survey with every kind of question is right', () => {
  expect(problemsOf(() => {})).toEqual([]);
});

test.each([
  ['support', 'no'],
  ['why-not', ['cost', 'other']],
  ['how-much', 5],
  ['order', ['c', 'b', 'a']],
  ['budget', { police: 99.5, parks: 0.5 }],
  ['hours', 7.3],
  ['name', 'x'.repeat(20)],
])('%s may be suggested as %j', (question, answer) => {
  expect(problemsOf(suggest(question, answer))).toEqual([]);
});

test('a link fills in choices and numbers', () => {
  expect(
    problemsOf(linkTo({ support: 'no', 'why-not': ['cost'], order: ['c', 'b', 'a'], hours: 1 })),
  ).toEqual([]);
});

const answerAt = 'surveys[0].suggestions[0].answer';
const cases: [string, (survey: Broken, kit: Broken) => void, string][] = [
  [
    'for no committee',
    (survey) => (survey.committee = 'parks'),
    'surveys[0].committee: is not a committee of this council',
  ],
  [
    'under a slug used twice',
    (_, kit) => kit.surveys.push(kit.surveys[0]),
    'surveys[1].slug: every-kind is used twice',
  ],
  [
    "under a petition's slug",
    (survey, kit) => (survey.slug = kit.petitions[0].slug),
    'surveys[0].slug: is the slug of a petition',
  ],
  [
    'that closes first',
    (survey) => (survey.closes_on = '2025-12-31'),
    'surveys[0].closes_on: is before opens_on',
  ],
  ['without a question', (survey) => (survey.sections[1].questions = []), `${second}: must not be empty`],
  [
    'with a section used twice',
    (survey) => (survey.sections[1].id = 'first'),
    'surveys[0].sections[1].id: first is used twice',
  ],
  [
    'with a question used twice',
    (survey) => (questionsOf(survey, 1)[1].id = 'budget'),
    `${second}[1].id: budget is used twice`,
  ],
  [
    'with an id in capitals',
    (survey) => (questionsOf(survey, 1)[1].id = 'Hours'),
    `${second}[1].id: must be 1 to 40 lower-case letters, digits and hyphens`,
  ],
  [
    'with an id of JavaScript',
    (survey) => (questionsOf(survey, 1)[1].id = 'constructor'),
    `${second}[1].id: has a meaning of its own`,
  ],
  [
    'of a kind that is none',
    (survey) => (questionsOf(survey, 0)[3].kind = 'essay'),
    `${first}[3].kind: must be one of single, multiple, scale, ranking, allocation, number, short-text, long-text, zip, district`,
  ],
  [
    "with another kind's key",
    (survey) => (questionsOf(survey, 0)[0].at_most = 1),
    `${first}[0].at_most: is not a key of a kit`,
  ],
  [
    'with one option',
    (survey) => (questionsOf(survey, 0)[3].options.length = 1),
    `${first}[3].options: must have at least 2 entries`,
  ],
  [
    'with an option used twice',
    (survey) => (questionsOf(survey, 0)[3].options[2].id = 'a'),
    `${first}[3].options[2].id: a is used twice`,
  ],
  [
    'with a line used twice',
    (survey) => (questionsOf(survey, 1)[0].lines[2].id = 'fire'),
    `${second}[0].lines[2].id: fire is used twice`,
  ],
  [
    'with more choices than options',
    (survey) => (questionsOf(survey, 0)[1].at_most = 4),
    `${first}[1].at_most: is more than there are options`,
  ],
  [
    'with limits crossed',
    (survey) => Object.assign(questionsOf(survey, 0)[1], { at_least: 3, at_most: 2 }),
    `${first}[1].at_least: is more than may be chosen`,
  ],
  [
    'with a scale upside down',
    (survey) => (questionsOf(survey, 0)[2].to = 1),
    `${first}[2].to: must be more than from`,
  ],
  [
    'with an endless scale',
    (survey) => (questionsOf(survey, 0)[2].to = 100),
    `${first}[2].to: is more than 20 steps from the first: ask for a number`,
  ],
  [
    'with min over max',
    (survey) => (questionsOf(survey, 1)[1].max = 0),
    `${second}[1].max: must be more than min`,
  ],
  [
    'with too fine steps',
    (survey) => (questionsOf(survey, 1)[1].step = 0.001),
    `${second}[1].step: makes more than 1000 steps`,
  ],
  [
    'with steps that miss',
    (survey) => (questionsOf(survey, 1)[0].step = 0.3),
    `${second}[0].total: is not a whole number of steps away`,
  ],
  [
    'with four decimals',
    (survey) => (questionsOf(survey, 1)[0].lines[0].today = 0.0001),
    `${second}[0].lines[0].today: must have at most three decimals`,
  ],
  [
    'with an amount below 0',
    (survey) => (questionsOf(survey, 1)[0].lines[0].today = -1),
    `${second}[0].lines[0].today: must be at least 0`,
  ],
  [
    'that asks for own words twice',
    (survey) => questionsOf(survey, 0).push({ ...questionsOf(survey, 1)[3], id: 'more' }),
    `${second}[3].in_own_words: is asked for once in a survey`,
  ],
  [
    'with a condition on what comes later',
    (survey) => (questionsOf(survey, 0)[1].show_if.question = 'order'),
    `${first}[1].show_if.question: is not a question asked before`,
  ],
  [
    'with a condition on itself',
    (survey) => (questionsOf(survey, 0)[1].show_if.question = 'why-not'),
    `${first}[1].show_if.question: is not a question asked before`,
  ],
  [
    'with a condition on an order',
    (survey) => (questionsOf(survey, 1)[2].show_if = { question: 'order', is: ['a'] }),
    `${second}[2].show_if.question: is of kind ranking: it cannot be compared`,
  ],
  [
    'with a condition on no answer',
    (survey) => questionsOf(survey, 0)[1].show_if.is.push('perhaps'),
    `${first}[1].show_if.is[2]: is not an answer to that question`,
  ],
  [
    'with a condition off the scale',
    (survey) => (questionsOf(survey, 0)[3].show_if = { question: 'how-much', is: ['6'] }),
    `${first}[3].show_if.is[0]: is not an answer to that question`,
  ],
  [
    'that suggests for no question',
    suggest('gone', 'yes'),
    'surveys[0].suggestions[0].question: is not a question of this survey',
  ],
  [
    'that suggests twice',
    (survey) => survey.suggestions.push(survey.suggestions[0]),
    'surveys[0].suggestions[3].question: support is used twice',
  ],
  ['that suggests no option', suggest('support', 'maybe'), `${answerAt}: must be one of the options`],
  [
    'that suggests too many',
    suggest('why-not', ['cost', 'time', 'other']),
    `${answerAt}: must be 1 to 2 options`,
  ],
  [
    'that suggests an option twice',
    suggest('why-not', ['cost', 'cost']),
    `${answerAt}: must be a list of options, each once`,
  ],
  ['that suggests off the scale', suggest('how-much', 6), `${answerAt}: must be a number of the scale`],
  [
    'that suggests half an order',
    suggest('order', ['a', 'b']),
    `${answerAt}: must name each option once, from the first place on`,
  ],
  [
    'that suggests a budget that does not sum',
    suggest('budget', { police: 99 }),
    `${answerAt}: sums to 99, not to 100`,
  ],
  [
    'that suggests a line that is none',
    suggest('budget', { army: 100 }),
    `${answerAt}: names army, which is no line of the question`,
  ],
  [
    'that suggests between the steps',
    suggest('budget', { police: 99.7, fire: 0.3 }),
    `${answerAt}: gives police an amount that is not in the steps from 0 to 100`,
  ],
  [
    'that suggests a list as a budget',
    suggest('budget', ['police']),
    `${answerAt}: must be the amount of each line`,
  ],
  [
    'that suggests between the numbers',
    suggest('hours', 1.25),
    `${answerAt}: must be a number in the steps from min to max`,
  ],
  [
    'that suggests too long a text',
    suggest('name', 'x'.repeat(21)),
    `${answerAt}: must not be longer than 20 characters`,
  ],
  [
    "that suggests somebody's own words",
    suggest('words', 'I think'),
    `${answerAt}: asks for somebody's own words: no answer can be given for them`,
  ],
  [
    'that suggests where somebody lives',
    suggest('where', '28202'),
    `${answerAt}: asks where somebody lives: no answer can be given for them`,
  ],
  [
    'that suggests true',
    suggest('support', true),
    `${answerAt}: must be a text, a number, a list of ids, or the amount of each line`,
  ],
  [
    'with a code used twice',
    (survey) => (survey.links = [link, link]),
    'surveys[0].links[1].code: one is used twice',
  ],
  [
    'with a code in capitals',
    (survey) => (survey.links = [{ ...link, code: 'One' }]),
    'surveys[0].links[0].code: must be 1 to 40 lower-case letters, digits and hyphens',
  ],
  [
    'with a link from nowhere',
    (survey) => (survey.links = [{ ...link, source: 'moon' }]),
    'surveys[0].links[0].source: is not a source of this campaign',
  ],
  [
    'with a link that answers wrongly',
    linkTo({ support: 'maybe' }),
    'surveys[0].links[0].answers.support: must be one of the options',
  ],
  [
    'with a link that answers nothing',
    linkTo({ gone: 'yes' }),
    'surveys[0].links[0].answers.gone: is not a question of this survey',
  ],
  [
    'with a text in a link',
    linkTo({ name: 'Ada' }),
    'surveys[0].links[0].answers.name: is a text, which no address carries',
  ],
];

test.each(cases)('a survey %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  const problems = problemsOf(breakIt);
  expect(problems).toContain(problem);
  expect(problems.filter((one) => one.startsWith('surveys')).length).toBe(problems.length);
});

test('a petition and a survey of a kit have no code together', () => {
  const problems = problemsOf((survey, kit) => {
    survey.links = [link];
    kit.petitions[0].links = [{ code: link.code, source: link.source }];
  });
  expect(problems).toEqual(['surveys[0].links[0].code: one is used twice']);
});

test('a code is used once by all surveys of a kit', () => {
  const problems = problemsOf((survey, kit) => {
    survey.links = [link];
    kit.surveys.push({ ...survey, slug: 'another' });
  });
  expect(problems).toEqual(['surveys[1].links[0].code: one is used twice']);
});

test('a broken question is told of as itself, and says nothing of what refers to it', () => {
  const problems = problemsOf((survey) => delete questionsOf(survey, 0)[0].options);
  expect(problems).toEqual([`${first}[0].options: is missing`]);
});

test.each([
  7,
  {},
  [null],
  [{ sections: [null, { questions: [7, { id: 7 }] }], links: [null] }],
  [{ links: 7, suggestions: {} }],
])('surveys of %j are refused, not thrown at', (surveys) => {
  expect(parseKit({ ...plain, surveys }).ok).toBe(false);
});

test('a kit without surveys has none', () => {
  expect(parseKit(plain)).toMatchObject({ ok: true, value: { surveys: [] } });
});
