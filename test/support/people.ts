import { expect } from 'vitest';
import { anaOf, type TestApp } from './app.ts';
import { press } from './press.ts';

type Fields = Record<string, string>;

/** Fills in the page's form and sends it. */
export async function signByForm(app: TestApp, slug: string, fields: Fields = {}): Promise<Response> {
  const form_token = await app.formToken(slug);
  return app.post(`/petitions/${slug}/signatures`, { ...anaOf(slug), ...fields, form_token });
}

/** The path of the confirm link in the newest mail to the address. */
export async function confirmPath(app: TestApp, email: string): Promise<string> {
  return linkIn(app, email, '/confirm/');
}

/** The path of the link to the supporter's own page in the newest mail to the address. */
export async function ownPath(app: TestApp, email: string): Promise<string> {
  return linkIn(app, email, '/my/');
}

async function linkIn(app: TestApp, email: string, start: string): Promise<string> {
  const mails = await app.mailTo(email);
  const link = mails.flatMap(({ links }) => links).find((href) => new URL(href).pathname.startsWith(start));
  if (!link) throw new Error(`no mail to ${email} links to ${start}`);
  return new URL(link).pathname;
}

/** Signs and presses the button that the mail links to. */
export async function signAndConfirm(app: TestApp, slug: string, fields: Fields = {}): Promise<Response> {
  const signed = await signByForm(app, slug, fields);
  expect(signed.status).toBe(303);
  return press(app, await confirmPath(app, fields.email ?? anaOf(slug).email));
}

export type PublicCounts = Record<
  'received' | 'confirmed' | 'unconfirmed' | 'duplicate' | 'flagged' | 'withdrawn' | 'invalidated',
  number
>;

export async function publicCounts(app: TestApp, slug: string): Promise<PublicCounts> {
  const response = await app.request(`/api/v1/petitions/${slug}`);
  return ((await response.json()) as { counts: PublicCounts }).counts;
}
