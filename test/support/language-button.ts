import { fieldsOf } from '../surveys/form-fields.ts';
import type { TestApp } from './app.ts';

/** What the form with this id would send if nothing in it were touched, the first of each name. */
export function formFields(html: string, id: string): Record<string, string> {
  const at = html.search(new RegExp(`<form[^>]* id="${id}"`));
  if (at < 0) throw new Error(`the page has no form ${id}`);
  const fields = Object.entries(fieldsOf(html.slice(at)));
  return Object.fromEntries(fields.map(([name, value]) => [name, String([value].flat()[0] ?? '')]));
}

/** The button that takes what was typed along to the other language. */
export function languageButton(html: string): { form: string; path: string; step: string } {
  const [tag = ''] = /<button[^>]*\sformaction=[^>]*lang="(en|es)"[^>]*>/.exec(html) ?? [];
  const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const path = attribute('formaction').replaceAll('&amp;', '&');
  return { form: attribute('form'), path, step: attribute('value') };
}

/** Presses it as a browser does, after something more was typed. */
export async function pressLanguage(
  app: TestApp,
  html: string,
  changed: Record<string, string> = {},
): Promise<Response> {
  const { form, path, step } = languageButton(html);
  return app.post(path, { ...formFields(html, form), ...changed, step });
}
