import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { type SurveyContext, withSurvey } from '../../worker/surveys/cache.ts';
import type { TestApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { surveyKit } from '../support/surveys.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

export const googleUrl = 'https://docs.google.com/forms/d/e/1FAIpQLSdZoPlopEZyHpBLl4EnX/viewform?usp=pp_url';

/** A link to a form that has four of the questions, and a sheet for a page that asks two. */
export const twoWays = [
  {
    adapter: 'google-forms',
    label: both('By a form'),
    config: {
      form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX',
      fields: {
        fund: { entry: '1', options: { yes: 'Yes, fund it', no: 'No' } },
        how: { entry: '2', options: { tax: 'Tax', grant: 'Grant', fee: 'Fee' } },
        budget: { entry: '3', parts: { parks: '31', training: '32' } },
        sure: { entry: '4' },
        own: { entry: '5' },
      },
    },
  },
  {
    adapter: 'publicinput',
    label: both('By hand'),
    config: {
      url: 'https://publicinput.com/18283',
      embed: { project: 18283, embed: 7 },
      questions: [
        { question: 'budget', text: both('How would you spend it?') },
        { question: 'own', text: both('Anything else?') },
      ],
    },
  },
];

/** A small survey with these ways to the city's own survey. */
export async function openSendable(
  app: TestApp,
  overrides: Parameters<typeof surveyKit>[0] = {},
  carry: unknown[] = twoWays,
): Promise<SurveyContext> {
  const kit = surveyKit(overrides);
  const [survey] = kit.surveys;
  const opened = await openKit(
    app.deps.db,
    { ...kit, surveys: [{ ...survey, carry }] },
    new Date('2026-11-23T15:00:00Z'),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(app.deps.db, survey?.slug ?? '');
  const sendable = context && (await withSurvey(app.deps, context, app.now()));
  if (!sendable) throw new Error('the survey was not opened');
  return sendable;
}

/** The hidden fields of the page's form with that path. */
export function hiddenFields(html: string, path: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="[^"]*/${path}[^"]*"[^>]*>([^]*?)</form>`).exec(html)?.[1];
  if (form === undefined) throw new Error(`no form to ${path}`);
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
  );
}

export async function sendRows(): Promise<number> {
  return (await env.DB.prepare('SELECT count(*) AS n FROM survey_sends').first<number>('n')) ?? -1;
}

/** Presses the first button to the city's survey on a page; returns where it leads. */
export async function pressOpen(app: TestApp, context: SurveyContext, html: string): Promise<string> {
  const fields = hiddenFields(html, 'opened');
  const opened = await app.post(`/surveys/${context.action.slug}/opened`, fields);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
  return opened.headers.get('location') ?? '';
}

export async function pressSent(app: TestApp, context: SurveyContext, html: string): Promise<Response> {
  return app.post(`/surveys/${context.action.slug}/reported`, hiddenFields(html, 'reported'));
}
