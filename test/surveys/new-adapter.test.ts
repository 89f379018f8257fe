import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { adapter } from '../../worker/surveys/carry/adapters/adapter.ts';
import { fieldShape, fieldsOf } from '../../worker/surveys/carry/adapters/config.ts';
import { addressOf, byName, linkBy, listed } from '../../worker/surveys/carry/adapters/link.ts';

const name = z.string().regex(/^[a-z]+$/, 'must be the name of a field');

/** A tool that no file of the worker knows. */
const townForms = adapter({
  id: 'town-forms',
  label: 'Town Forms',
  capability: 'url',
  config: z.strictObject({
    form: z.string(),
    fields: fieldsOf(z.strictObject({ field: name, ...fieldShape(name) })),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: true,
      write: (values, { field }) => byName(field, values, listed(field)),
      urlOf: (pairs) => addressOf(`https://forms.town.example/${input.config.form}`, pairs),
    }),
});

type Loaded = Awaited<ReturnType<typeof load>>;
let the: Loaded;

/** Loads the worker again, with one more line in the list of adapters. */
async function load() {
  vi.resetModules();
  const { adapters } = await import('../../worker/surveys/carry/adapters/registry.ts');
  (adapters as Map<string, typeof townForms>).set(townForms.id, townForms);

  const { checkKit } = await import('../support/kits.ts');
  const { surveyKit } = await import('../support/surveys.ts');
  const { openSendable, pressOpen } = await import('./sending.ts');
  const { testApp } = await import('../support/app.ts');
  return { checkKit, surveyKit, openSendable, pressOpen, testApp };
}

beforeAll(async () => {
  the = await load();
});
afterAll(() => {
  vi.resetModules();
});

const label = { en: 'By Town Forms', es: 'Con Town Forms' };
const fields = { fund: { field: 'fund', options: { yes: 'Yes', no: 'No' } }, sure: { field: 'sure' } };
const carryBy = (config: unknown) => [{ adapter: 'town-forms', label, config }];

test('a kit that names it is checked by its config', () => {
  const kit = the.surveyKit();
  const problemsOf = (config: unknown) => {
    const checked = the.checkKit({ ...kit, surveys: [{ ...kit.surveys[0], carry: carryBy(config) }] });
    return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
  };
  expect(problemsOf({ form: '7', fields })).toEqual([]);
  expect(problemsOf({ form: '7', fields: { sure: { field: 'Sure 1' } } })).toEqual([
    'surveys[0].carry[0].config.fields.sure.field: must be the name of a field',
  ]);
});

test('the way to it stands on the page, and its link has the answers', async () => {
  const app = the.testApp();
  const context = await the.openSendable(app, {}, carryBy({ form: '7', fields }));
  const page = await app.request(`/surveys/${context.action.slug}/send?answer.sure=4`);
  const html = await page.text();
  expect(html).toContain('Town Forms at forms.town.example');
  expect(page.headers.get('content-security-policy')).toContain('https://forms.town.example');
  expect(await the.pressOpen(app, context, html)).toBe('https://forms.town.example/7?fund=Yes&sure=4');
});
