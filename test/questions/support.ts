import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';

export const typed = 'How much does the training cost the city?';

export type Campaign = { id: number; slug: string };

/** The hidden token of the form on the page. */
export async function askToken(app: TestApp, campaign: Campaign): Promise<string> {
  const page = await (await app.request(`/campaigns/${campaign.slug}/questions`)).text();
  return /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

export async function ask(
  app: TestApp,
  campaign: Campaign,
  fields: Record<string, string> = {},
  query = '',
): Promise<Response> {
  return app.post(`/campaigns/${campaign.slug}/questions${query}`, {
    ...{ question: typed, name: 'Ana', email: 'ana@asks.example', agree: 'yes', step: 'send' },
    form_token: await askToken(app, campaign),
    ...fields,
  });
}

/** The path of the newest mailed link to a question's page. */
export async function ownQuestion(app: TestApp, email: string): Promise<string> {
  const mails = await app.mailTo(email);
  const links = mails.flatMap(({ links: found }) => found).map((href) => new URL(href).pathname);
  return links.find((path) => path.startsWith('/questions/')) ?? '';
}

/** Asked and confirmed. Returns the path of its own page. */
export async function askedAndConfirmed(
  app: TestApp,
  campaign: Campaign,
  fields: Record<string, string> = {},
): Promise<string> {
  const sent = await ask(app, campaign, fields);
  expect(sent.status).toBe(303);
  const own = await ownQuestion(app, fields.email ?? 'ana@asks.example');
  expect((await app.post(`${own}/confirm`, {})).status).toBe(303);
  return own;
}

export const answer = {
  'asked.en': 'What does the training cost?',
  'asked.es': '¿Cuánto cuesta la capacitación?',
  'answer.en': 'About **$1.2 million** in the first year.',
  'answer.es': 'Cerca de **$1.2 millones** el primer año.',
  source: 'City budget 2027, page 41',
  source_url: 'https://budget.example/2027.pdf',
  answered_on: '2026-11-25',
};
