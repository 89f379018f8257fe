import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { date, datePage } from './date-kind.tsx';

type Loaded = Awaited<ReturnType<typeof load>>;
let the: Loaded;

/** Loads the worker again, with one more line in each of the two lists. */
async function load() {
  vi.resetModules();
  const { kinds } = await import('../../../worker/surveys/kinds/registry.ts');
  const { kindPages } = await import('../../../worker/surveys/kinds/pages/registry.ts');
  kinds.push(date as never);
  Object.assign(kindPages, { date: datePage });

  const { checkKit } = await import('../../support/kits.ts');
  const { exportSurveyJs } = await import('../../../worker/surveys/surveyjs/export-rules.ts');
  const { importSurveyJs } = await import('../../../worker/surveys/surveyjs/import-rules.ts');
  const { surveyKit } = await import('../../support/surveys.ts');
  const weeks = await import('../digest/survey-weeks.ts');
  const forms = await import('../form-support.ts');
  const { openSendable, pressOpen } = await import('../sending.ts');
  const { answerCounts, expectAnswersBalance, responseOf } = await import('../support.ts');
  const { testApp } = await import('../../support/app.ts');
  return {
    ...{
      checkKit,
      exportSurveyJs,
      importSurveyJs,
      surveyKit,
      weeks,
      forms,
      openSendable,
      pressOpen,
      testApp,
    },
    ...{ answerCounts, expectAnswersBalance, responseOf },
  };
}

beforeAll(async () => {
  the = await load();
});
afterAll(() => {
  vi.resetModules();
});

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const moved = {
  id: 'moved',
  kind: 'date',
  title: both('When did you move here?'),
  first: '2026-01-01',
  last: '2026-06-30',
};
const section = { id: 'all', title: both('All'), questions: [moved] };
const asked = { sections: [section], suggestions: [] };

function problemsOf(survey: object): string[] {
  const kit = the.surveyKit();
  const checked = the.checkKit({ ...kit, surveys: [{ ...kit.surveys[0], ...asked, ...survey }] });
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}

test('a kit is checked by it: its keys, the answers that are suggested, and what may be compared', () => {
  expect(problemsOf({})).toEqual([]);
  const at = 'surveys[0].sections[0].questions[0]';
  expect(problemsOf({ sections: [{ ...section, questions: [{ ...moved, last: 'soon' }] }] })).toEqual([
    expect.stringContaining(`${at}.last: `),
  ]);
  expect(
    problemsOf({ suggestions: [{ question: 'moved', answer: '2027-01-01', reason: both('Why not') }] }),
  ).toEqual(['surveys[0].suggestions[0].answer: must be a day from 2026-01-01 to 2026-06-30']);
  expect(problemsOf({ sections: [{ ...section, questions: [{ ...moved, kind: 'essay' }] }] })).toEqual([
    `${at}.kind: must be one of single, multiple, scale, ranking, allocation, number, short-text, long-text, zip, district, date`,
  ]);
});

test('a form asks it, takes a right answer and gives a wrong one back in words of its own', async () => {
  const app = the.testApp();
  const { context } = await the.weeks.surveyOfNovember({ survey: asked });
  const { slug } = context.action;
  const html = await (await app.request(`/surveys/${slug}?answer.moved=2026-05-04`)).text();
  expect(html).toContain('A day from 2026-01-01 to 2026-06-30.');
  expect(html).toContain('name="answer.moved" type="text" value="2026-05-04"');

  const wrong = await the.forms.press(app, slug, { 'answer.moved': 'in May', step: 'review' });
  await the.forms.expectErrors(wrong, { 'answer.moved': '“When did you move here?”: Enter a day' });
  const review = await (
    await the.forms.press(app, slug, { 'answer.moved': '2026-05-04', step: 'review' })
  ).text();
  expect(review).toContain('<li>Monday, May 4, 2026</li>');
});

test('the public JSON has it, and its answers come as JSON', async () => {
  const { app, context } = await the.weeks.surveyOfNovember({ survey: asked });
  const path = `/api/v1/surveys/${context.action.slug}`;
  const json = await (await app.request(path)).json<{ sections: [{ questions: object[] }] }>();
  expect(json.sections[0].questions).toMatchObject([
    { id: 'moved', kind: 'date', first: '2026-01-01', last: '2026-06-30' },
  ]);
  const person = { given_name: 'Ana', email: 'ana@dates.example', zip: '28202' };
  const wrong = await app.postJson(`${path}/responses`, { ...person, answers: { moved: 'May' } });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { errors: [{ field: 'answers.moved', message: 'Enter a day' }] },
  ]);
  const right = await app.postJson(`${path}/responses`, { ...person, answers: { moved: '2026-05-04' } });
  expect(right.status).toBe(202);
  expect(JSON.stringify(await (await app.request('/openapi.json')).json())).toContain(
    'date: the day, YYYY-MM-DD',
  );
});

test('its answers are counted, and told on the staff page, in the mail and in the downloads', async () => {
  const { app, context, path, tallies, contactEmail } = await the.weeks.surveyOfNovember({ survey: asked });
  for (let n = 0; n < 12; n += 1) {
    await the.weeks.answer(app, context, `2026-11-24T${10 + n}:00:00Z`, {
      answers: { moved: '2026-05-04' },
      place: n < 7 ? '1' : '2',
    });
  }
  expect(await the.answerCounts(context)).toEqual([
    'moved 2026-05 12',
    'moved@1 2026-05 7',
    'moved@2 2026-05 5',
    'moved~answered  12',
    'moved~answered@1  7',
    'moved~answered@2  5',
  ]);
  await the.expectAnswersBalance(context);

  await app.cron('2026-11-30T12:15:00Z');
  expect((await tallies())[0]?.questions).toMatchObject([
    {
      kind: 'date',
      answered: 12,
      months: [{ id: '2026-05', n: 12 }],
      byArea: [
        { place: '1', answered: 7, rows: [{ id: '2026-05', n: 7, mean: null }] },
        { place: '2', answered: 5, rows: [{ id: '2026-05', n: 5, mean: null }] },
      ],
    },
  ]);
  const page = await (await app.request(path)).text();
  for (const text of ['<li>Month 2026-05: 12</li>', 'All in one month.', '7 (100%)']) {
    expect(page).toContain(text);
  }
  const [mail] = await app.mailTo(contactEmail);
  expect(mail?.text).toMatch(/Month 2026-05 +12/);
  const csv = await (await app.request(`${path}/surveys/${context.action.slug}.csv`)).text();
  expect(csv).toContain('moved,When did you move here?,1,\t2026-05,Month 2026-05,7,');
  const json = JSON.stringify(await (await app.request(`${path}.json`)).json());
  expect(json).toContain('"months":[{"id":"2026-05","n":12}]');
});

test('their owner reads it on their own page, and changes it', async () => {
  const { app, context } = await the.weeks.surveyOfNovember({ survey: asked });
  const { mine } = await the.responseOf(app, context, { answers: { moved: '2026-05-04' } });
  expect(await (await app.request(mine)).text()).toContain('<bdi>Monday, May 4, 2026</bdi>');
  const fields = { survey_version: context.survey.version, 'answer.moved': '2026-03-02' };
  expect((await app.post(`${mine}/answers`, fields)).status).toBe(303);
  expect(await (await app.request(mine)).text()).toContain('<bdi>Monday, March 2, 2026</bdi>');
});

test('it goes to SurveyJS and comes back', () => {
  const question = { ...moved, help: null, required: false, showIf: null };
  const survey = { sections: [{ ...section, help: null, questions: [question as never] }], suggestions: [] };
  const words = { title: both('A survey'), ask: both('Say when') };
  const { json, lost } = the.exportSurveyJs({ ...survey, carry: [], ...words }, []);
  expect(lost).toEqual([]);
  const { sections, leftOut } = the.importSurveyJs(json);
  expect([sections[0]?.questions, leftOut]).toEqual([[{ ...moved, required: false }], []]);
});

test('a link carries it to the city’s own survey', async () => {
  const app = the.testApp();
  const carry = [
    {
      adapter: 'jotform',
      label: both('By a form'),
      config: { url: 'https://form.jotform.com/1', fields: { moved: { field: 'moved' } } },
    },
  ];
  const context = await the.openSendable(app, { survey: asked }, carry);
  const html = await (
    await app.request(`/surveys/${context.action.slug}/send?answer.moved=2026-05-04`)
  ).text();
  expect(html).toContain('opens the survey with one answer filled in');
  expect(await the.pressOpen(app, context, html)).toBe('https://form.jotform.com/1?moved=2026-05-04');
});
