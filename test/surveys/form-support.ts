import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { escaped } from '../signatures/support.ts';
import type { TestApp } from '../support/app.ts';
import type { smallSurvey } from '../support/surveys.ts';
import type { Sent } from './form-fields.ts';

/** Valid answers to the small survey, as its form sends them. They differ from the campaign's suggestions. */
export const rightAnswers: Sent = {
  'answer.fund': 'yes',
  'answer.how': ['tax', 'fee'],
  'answer.order.first': '2',
  'answer.order.second': '1',
  'answer.order.third': '3',
  'answer.budget.parks': '30',
  'answer.budget.training': '70',
  'answer.sure': '4',
  'answer.where': '1',
  'answer.own': 'Please teach every officer.',
};

export const person: Sent = {
  given_name: 'Ana',
  family_name: 'Lopez',
  email: 'ana@answers.example',
  zip: '28202',
};

/** Presses a button of the form and follows the redirect. */
export async function press(app: TestApp, slug: string, sent: Sent, lang = ''): Promise<Response> {
  const response = await sendForm(app, slug, sent, lang);
  const to = response.headers.get('location') ?? '';
  return /\/answers\//.test(to) ? app.request(to) : response;
}

/** Sends the form. Fields that are undefined are left out. */
export async function sendForm(app: TestApp, slug: string, sent: Sent, lang = ''): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(sent)) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  }
  return app.request(`/surveys/${slug}/responses${lang && `?lang=${lang}`}`, { method: 'POST', body });
}

/** Checks that the questions came back with these lines in the summary, each linking to its control. */
export async function expectErrors(response: Response, lines: Record<string, string>): Promise<string> {
  const html = await response.text();
  expect([200, 422]).toContain(response.status);
  expect(html).toContain('<title>Error: ');
  const found = [...html.matchAll(/<li><a href="#([^"]+)">([^<]*)<\/a><\/li>/g)];
  const told = Object.fromEntries(found.map(([, id = '', text]) => [id, text]));
  expect(told).toEqual(Object.fromEntries(Object.entries(lines).map(([id, text]) => [id, escaped(text)])));
  for (const id of Object.keys(lines)) expect([id, html.includes(`id="${id}"`)]).toEqual([id, true]);
  return html;
}

export async function stored(slug: string): Promise<number> {
  const n = await env.DB.prepare(
    'SELECT count(*) AS n FROM responses WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .first<number>('n');
  return n ?? -1;
}

/** The questions of the small survey in two sections. Those that depend on `fund` are in the second one. */
export function inSections(survey: ReturnType<typeof smallSurvey>) {
  const questions = survey.sections[0]?.questions ?? [];
  const both = (text: string) => ({ en: text, es: `${text} (es)` });
  return [
    { id: 'start', title: both('The start'), questions: questions.slice(0, 1) },
    { id: 'only-yes', title: both('Only for yes'), questions: questions.slice(1, 2) },
    { id: 'rest', title: both('The rest'), questions: questions.slice(2) },
  ];
}
