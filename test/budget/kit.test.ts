import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { mostLines, mostText } from '../../worker/budget/rules.ts';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import { problemWords } from '../../worker/kits/problem-words.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { smallKit } from '../support/factories.ts';
import { openKit, parseKit } from '../support/kits.ts';
import { both, figure, kitWithBudget, someLine } from './support.ts';

const app = testApp();
const line = 'budget[0].lines[0]';

const broken: BrokenKit[] = [
  [
    'a number without a source',
    ({ budget }) => (budget[0].lines[0].adopted = { amount: 5, year: 2026 }),
    `${line}.adopted.source: is missing: a number needs its source and year`,
  ],
  [
    'a number without a year',
    ({ budget }) => (budget[0].residents = { amount: 5, source: both('Census') }),
    'budget[0].residents.year: is missing: a number needs its source and year',
  ],
  [
    'an address of a source with a password in it',
    ({ budget }) => (budget[0].residents = figure(1, { url: 'https://me:secret@example.org/' })),
    'budget[0].residents.url: must be an https address without a user name and password',
  ],
  [
    'a number below zero',
    ({ budget }) => (budget[0].lines[0].asked = figure(-1)),
    `${line}.asked.amount: must be at least 0`,
  ],
  [
    'a part of a cent',
    ({ budget }) => (budget[0].lines[0].asked = figure(0.125)),
    `${line}.asked.amount: must have at most two decimals`,
  ],
  [
    'a town without people',
    ({ budget }) => (budget[0].residents = figure(0)),
    'budget[0].residents.amount: must be a whole number from 1',
  ],
  [
    'half a person',
    ({ budget }) => (budget[0].residents = figure(0.5)),
    'budget[0].residents.amount: must be a whole number from 1',
  ],
  [
    'a number as a text',
    ({ budget }) => (budget[0].unit.cost = { ...figure(1), amount: '$1' }),
    'budget[0].unit.cost.amount: must be a number',
  ],
  [
    'a survey that there is not',
    ({ budget }) => (budget[0].lines[0].answers.survey = 'other'),
    `${line}.answers.survey: is not a survey of this kit`,
  ],
  [
    'a question that there is not',
    ({ budget }) => (budget[0].lines[0].answers.question = 'other'),
    `${line}.answers.question: is not a question of that survey`,
  ],
  [
    'a question whose answers are no amounts',
    ({ budget }) => (budget[0].lines[0].answers = { survey: 'budget-input', question: 'fund-training' }),
    `${line}.answers.question: is of kind single: its answers are no amounts`,
  ],
  [
    'a question with lines, and none of them',
    ({ budget }) => delete budget[0].lines[0].answers.line,
    `${line}.answers.line: is missing`,
  ],
  [
    'a line that the question has not',
    ({ budget }) => (budget[0].lines[0].answers.line = 'other'),
    `${line}.answers.line: is not a line of that question`,
  ],
  [
    'two lines of one name',
    ({ budget }) => (budget[0].lines[1].slug = budget[0].lines[0].slug),
    'budget[0].lines[1].slug: trafficking-training is used twice',
  ],
  [
    'a comparison without a line',
    ({ budget }) => (budget[0].lines = []),
    'budget[0].lines: must not be empty',
  ],
  [
    'a claim without a source',
    ({ budget }) => (budget[0].concerns[0].sources = []),
    'budget[0].concerns[0].sources: must not be empty',
  ],
  [
    'a name that is too long',
    ({ budget }) => (budget[0].lines[0].name.en = 'x'.repeat(121)),
    `${line}.name.en: must not be longer than 120 characters`,
  ],
  ['a text in one language', ({ budget }) => delete budget[0].lead.es, 'budget[0].lead.es: is missing'],
];

test.each(broken)('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  expect(problemsOf(breakIt)).toEqual([problem]);
});

test('a comparison has as many lines as its page can show with long names, and no more', () => {
  const lines = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      someLine(`line-${i}`, { name: both('n'.repeat(115)), adopted: figure(i) }),
    );
  expect(parseKit(kitWithBudget({ lines: lines(mostLines) })).ok).toBe(true);
  const parsed = parseKit(kitWithBudget({ lines: lines(mostLines + 1) }));
  expect(!parsed.ok && parsed.error.map(({ path }) => path)).toEqual(['budget[0].lines']);
});

const heavy = Array.from({ length: 5 }, () => ({
  heading: both('Why'),
  text: both('word '.repeat(290)),
  sources: [{ name: both('Us') }],
}));

test.each([
  [
    'a proposal of the year of the budget before it',
    { lines: [someLine('a', { adopted: figure(1), proposed: figure(2) })] },
    { path: 'lines[0].proposed.year', message: 'must be later than the year of what was adopted' },
  ],
  [
    'a year that is far off',
    { residents: figure(1, { year: 2029 }) },
    { path: 'residents.year', message: 'must be at most 2028' },
  ],
  [
    'more text than a light page holds',
    { concerns: heavy },
    {
      path: '',
      message: `is too long for one page: shorten its texts, or make two comparisons of it; all together may have ${mostText} bytes in each language`,
    },
  ],
])('%s is refused, in words of both languages', async (_what, comparison, { path, message }) => {
  const opened = await openKit(env.DB, kitWithBudget(comparison), aWednesday);
  const at = path === '' ? 'budget[0]' : `budget[0].${path}`;
  expect(opened).toEqual({ ok: false, error: [{ path: at, message }] });
  expect(problemWords(message, 'en')).toBe(message);
  expect(problemWords(message, 'es')).toMatch(/^(debe ser|es demasiado larga)/);
});

test('a comparison at the address of another campaign’s is refused', async () => {
  const kit = kitWithBudget();
  const { slug } = kit.budget[0]!;
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const message = `is a comparison of the campaign ${kit.campaign.slug}`;
  expect(await openKit(env.DB, kitWithBudget({ slug }), aWednesday)).toEqual({
    ok: false,
    error: [{ path: 'budget[0].slug', message }],
  });
});

test('a kit without a comparison has it nowhere', async () => {
  const kit = smallKit();
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const path = `/campaigns/${kit.campaign.slug}`;
  for (const page of [path, `/petitions/${kit.petitions[0]!.slug}`]) {
    expect(await (await app.request(page)).text()).not.toContain('/budget/');
  }
  expect(await (await app.request(`/api/v1${path}`)).json()).toMatchObject({ budget: [] });
  expect((await app.request(`/budget/${kit.city.slug}-budget`)).status).toBe(404);
});

test('what is taken out of a kit is gone, and the export gives back the file', async () => {
  const kit = kitWithBudget();
  const [{ slug } = { slug: '' }] = kit.budget;
  await openKit(env.DB, kit, aWednesday);
  const id = (await findCampaignBySlug(env.DB, kit.campaign.slug)) ?? 0;
  expect((await readAsItStands(env.DB, id, await shippedHouse.kitSections()))?.json).toEqual(
    JSON.parse(JSON.stringify(kit)),
  );
  expect(await (await app.request('/sitemap.xml')).text()).toContain(`/budget/${slug}<`);
  expect((await app.request(`/budget/${slug}`)).status).toBe(200);
  const { budget: _, ...without } = kit;
  const opened = await openKit(env.DB, without, aWednesday);
  expect(opened.ok && opened.value.changes).toContain(`budget comparison ${slug} removed`);
  expect(await (await app.request('/sitemap.xml')).text()).not.toContain(`/budget/${slug}<`);
  app.setNow(new Date(aWednesday.getTime() + 60_000).toISOString());
  expect((await app.request(`/budget/${slug}`)).status).toBe(404);
});

test('the campaign’s page, its JSON, its petition and its survey lead to it', async () => {
  const kit = kitWithBudget();
  await openKit(env.DB, kit, aWednesday);
  const path = `/campaigns/${kit.campaign.slug}`;
  const page = `/budget/${kit.budget[0]!.slug}`;
  for (const from of [path, `/petitions/${kit.petitions[0]!.slug}`, `/surveys/${kit.surveys[0]!.slug}`]) {
    expect(await (await app.request(`${from}?source=poster`)).text()).toContain(
      `href="${page}?source=poster"`,
    );
  }
  expect(await (await app.request(`/embed/petitions/${kit.petitions[0]!.slug}`)).text()).not.toContain(page);
  expect(await (await app.request(`/api/v1${path}`)).json()).toMatchObject({
    budget: [
      {
        ...{ title: 'The budget', page },
        lines: [
          {
            adopted: {
              amount: 100_000,
              source: { name: 'Adopted budget', url: null, page: '84', year: 2026 },
            },
            ...{ asked: { amount: 150_000 }, answers: null },
          },
          { slug: 'parks', proposed: null },
        ],
        residents: { amount: 60_000 },
        unit: { name: 'one officer trained', cost: { amount: 400 } },
      },
    ],
  });
});

test('Charlotte has no number without a source, and every myth has one', () => {
  const text = JSON.stringify(charlotte.budget);
  expect(text.match(/"amount":(?!null)/g)).toBeNull();
  expect(charlotte.campaign.answered_questions.map(({ kind }) => kind)).toEqual([
    'myth',
    'myth',
    'myth',
    'myth',
  ]);
  for (const { source } of charlotte.campaign.answered_questions) expect(source).toMatch(/\d{4}$/);
});
