import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import { person, press, rightAnswers, stored } from './form-support.ts';
import { allAnswers, confirmedResponse, expectAnswersBalance, rowOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;
const slug = () => context.action.slug;
const both = (text: string) => ({ en: text, es: text });
const config = { form_id: '1FAIpQLSdAbCdEfGh', fields: { fund: { entry: '1', options: { yes: 'Y' } } } };

beforeEach(async () => {
  app = testApp();
  const carry = [{ adapter: 'google-forms', label: both('City form'), config }];
  context = await openSurvey(app, { survey: { carry } });
});

const names = [
  ...['__proto__', 'constructor', 'constructor.x', 'toString', 'hasOwnProperty.y', '', '.', '..', 'fund.'],
  ...['fund.__proto__', 'budget.__proto__', 'budget.constructor', 'order.constructor', 'how.constructor'],
  ...['sure.valueOf', 'fund\u0000', 'fund\r\nX: y'],
];
const script = `<script>"'\r\n\u0000`;

describe('names that objects have of their own, and names of nothing', () => {
  test.each(['review', 'next', 'back', undefined, '__proto__'])('pressing %s', async (step) => {
    for (const name of names) {
      const fields = { [`answer.${name}`]: '1', section: '__proto__', edit: step && undefined };
      const { status } = await press(app, slug(), { ...person, ...rightAnswers, ...fields, step });
      expect([name, [200, 303, 422].includes(status)]).toEqual([name, true]);
    }
  });

  test('in an address', async () => {
    for (const name of names) {
      for (const page of ['', '/send']) {
        const query = `answer.${encodeURIComponent(name)}=${encodeURIComponent(script)}`;
        const response = await app.request(`/surveys/${slug()}${page}?${query}`);
        expect([name, response.status]).toEqual([name, 200]);
        expect(await response.text()).not.toContain(script.slice(0, 9));
      }
    }
  });

  test('in JSON', async () => {
    for (const name of names) {
      const body = `{"given_name":"A","email":"a@b.example","zip":"28202","__proto__":{"x":1},
        "answers":{"fund":"yes",${JSON.stringify(name)}:{"__proto__":1,"constructor":{"a":[1]}}}}`;
      const headers = { 'content-type': 'application/json' };
      const path = `/api/v1/surveys/${slug()}/responses`;
      const { status } = await app.request(path, { method: 'POST', headers, body });
      expect([name, status]).toEqual([name, 422]);
    }
    expect(await stored(slug())).toBe(0);
  });
});

test('ten thousand fields are answered like a few', async () => {
  const fields = ['answer.fund', 'answer.how', 'answer.order.first', 'answer.budget.parks', 'email', 'x'];
  const body = new URLSearchParams({ step: 'review' });
  for (let n = 0; n < 10_000; n += 1) body.append(fields[n % fields.length] ?? '', `v${n}`);
  const ways = { responses: 422, send: 303, opened: 303, reported: 413 };
  for (const [way, status] of Object.entries(ways)) {
    const response = await app.request(`/surveys/${slug()}/${way}`, { method: 'POST', body });
    expect([way, response.status]).toEqual([way, status]);
  }
});

test('no way but those of the kit is opened', async () => {
  for (const way of ['-1', '1', '0.5', 'length', '__proto__', '//evil.example']) {
    expect([way, (await app.post(`/surveys/${slug()}/opened`, { way })).status]).toEqual([way, 400]);
  }
  for (const code of ['//evil.example', '%2f%2fevil.example', '%5cevil.example', '__proto__', '%00', '%ff']) {
    expect([code, (await app.request(`/s/${code}`)).status]).toEqual([code, 404]);
  }
});

test('a token of another survey, or for another purpose, counts nothing', async () => {
  const mine = await confirmedResponse(app, context);
  const theirs = await confirmedResponse(app, await openSurvey(app));
  for (const path of [theirs.mine, mine.confirm]) {
    const own = path.split('/').at(-1) ?? '';
    await app.post(`/surveys/${slug()}/reported`, { own });
    const opened = await app.post(`/surveys/${slug()}/opened`, { own });
    expect(opened.headers.get('location')).not.toContain('entry');
  }
  expect(await env.DB.prepare('SELECT count(*) AS n FROM survey_sends').first('n')).toBe(0);
});

test.each(['withdraw', 'erase', 'correct'])('answers that change while others %s balance', async (act) => {
  const { mine, id } = await confirmedResponse(app, context, { person: { zip: '28299', district: '1' } });
  const fields = { survey_version: context.survey.version, 'answer.fund': 'no' };
  const statuses = await Promise.all([
    app.post(`${mine}/answers`, fields),
    app.post(`${mine}/${act}`, { given_name: 'Ana', zip: '28299', district: '2' }),
    app.post(`${mine}/answers`, { ...fields, 'answer.sure': '2' }),
  ]);
  expect(statuses.every(({ status }) => [303, 409, 410].includes(status))).toBe(true);
  await expectAnswersBalance(context);
  const after = { withdraw: ['withdrawn', '1'], erase: ['withdrawn', '1'], correct: ['confirmed', '2'] }[act];
  const row = await rowOf(id);
  expect([row?.state, row?.place]).toEqual(after);
  if (act === 'erase') expect(row).toMatchObject({ sealed: null, words_state: null });
});

test('answers of a strange shape are refused in words, or are none', async () => {
  const shapes = [
    ...[[], {}, 1, true, 'x', [[]], [{}], { a: [] }, { parks: {} }, { parks: [30] }, [null], { parks: null }],
    ...[-0, 1e21, 1e-7, { parks: 1e300, training: -1e300 }, '\ud800', ['first', null], '9'.repeat(9000)],
  ];
  for (const id of Object.keys(allAnswers)) {
    for (const shape of shapes) {
      const answers = { fund: 'yes', [id]: shape };
      const fields = { given_name: 'A', email: `a@${slug()}.example`, zip: '28202', answers };
      const response = await app.postJson(`/api/v1/surveys/${slug()}/responses`, fields);
      const told = `${response.status} ${await response.text()}`;
      expect([id, shape, told]).toEqual([id, shape, expect.stringMatching(/^(202|422) /)]);
      expect(told).not.toMatch(/undefined|NaN|\[object|\{[a-z]+\}/);
    }
  }
});
