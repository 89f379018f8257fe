import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { errorMessage } from '../../web/components/field-errors.ts';
import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import { linkToken } from '../../worker/signatures/links.ts';
import { findSignature } from '../../worker/signatures/store.ts';
import type { TestApp } from '../support/app.ts';
import { press } from '../support/press.ts';

export type Channel = 'form' | 'json';
export type Fields = Record<string, unknown>;

export const pathOf = { form: formPath, json: jsonPath };

export function formPath(slug: string): string {
  return `/petitions/${slug}/signatures`;
}

export function jsonPath(slug: string): string {
  return `/api/v1/petitions/${slug}/signatures`;
}

/** A token of the petition's form, as the page would contain it now. */
export function formToken({ deps, now }: TestApp, slug: string): Promise<string> {
  return makeFormToken(deps.keyring, slug, now());
}

/** Signs by form or by JSON. Fields that are undefined are left out. */
export async function send(app: TestApp, slug: string, channel: Channel, fields: Fields): Promise<Response> {
  if (channel === 'json') return app.postJson(jsonPath(slug), fields);
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const values = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  return app.post(formPath(slug), { form_token: await formToken(app, slug), ...values });
}

/** A text as pages write it into HTML. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export type Wrong = { field: string; code: string };

const visible = [
  'given_name',
  'family_name',
  'email',
  'website',
  'zip',
  'district',
  'comment',
  'show_name',
  'keep_informed',
];

/** Checks that the form came back: an announced summary, an error at each field, and a title that says so. */
export async function expectFormBack(response: Response, wrong: Wrong[], status = 422): Promise<string> {
  const html = await response.text();
  expect(response.status).toBe(status);
  expect(html).toContain('<title>Error: ');
  expect(html).toMatch(/role="alert"/);
  const lines = [...html.matchAll(/<li><a href="#([a-z_]+)">([^<]*)<\/a><\/li>/g)].map(
    ([, href, text]) => `${href}: ${text}`,
  );
  const expected = wrong.map((error) => {
    const target = visible.includes(error.field) ? error.field : 'sign';
    return `${target}: ${escaped(errorMessage('en', error))}`;
  });
  expect(lines).toEqual(expected);
  for (const { field } of wrong.filter(({ field }) => visible.includes(field))) {
    expect(html).toContain(`id="${field}-error"`);
  }
  return html;
}

/** Checks that the answer is problem+json and names the fields. */
export async function expectProblem(response: Response, wrong: Wrong[]): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    status: 422,
    title: 'Some fields need to be put right',
    errors: wrong.map((error) => ({ field: error.field, message: errorMessage('en', error) })),
  });
  expect(response.status).toBe(422);
}

/** The numbers of signatures and of mails about them. */
export async function rowCounts(): Promise<{ signatures: number; mails: number }> {
  const row = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM signatures) AS signatures, (SELECT count(*) FROM outbox) AS mails`,
  ).first<{ signatures: number; mails: number }>();
  return row ?? { signatures: -1, mails: -1 };
}

/** The newest signature of the petition. */
export async function newestId(slug: string): Promise<string> {
  const id = await env.DB.prepare(
    `SELECT id FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)
    ORDER BY rowid DESC LIMIT 1`,
  )
    .bind(slug)
    .first<string>('id');
  if (!id) throw new Error('nothing is stored');
  return id;
}

type Purpose = 'confirm' | 'my';

/** The path in the mailed link of the newest signature. */
export async function linkTo(app: TestApp, purpose: Purpose, slug: string): Promise<string> {
  return pathOfLink(app, purpose, await newestId(slug));
}

/** The path that only the mail about a signature contains. */
export async function pathOfLink(app: TestApp, purpose: Purpose, id: string): Promise<string> {
  const signature = await findSignature(env.DB, id);
  const token = signature
    ? linkToken(app.deps.keyring, purpose, signature)
    : app.deps.keyring.token(purpose, id);
  return `/${purpose}/${await token}`;
}

/** What the newest signer of the petition would download. */
export async function held(app: TestApp, slug: string): Promise<Record<string, unknown>> {
  const response = await app.request(`${await linkTo(app, 'my', slug)}/data.json`);
  return response.json();
}

/** Every row of every table. */
export async function dump(): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name",
  ).all<{ name: string }>();
  const rows = await env.DB.batch(tables.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`)));
  return JSON.stringify(tables.map(({ name }, index) => [name, rows[index]?.results]));
}

/**
 * Checks that the answer is not stored anywhere, and that links on it do not reveal its address. The browser that sent a
 * form may keep the answer for "Back".
 */
export function expectPrivate({ headers, status }: Response, isFormBack = status >= 400): void {
  const caching = !isFormBack ? /^private, no-store$/ : /^private, no-(store|cache)$/;
  expect(headers.get('cache-control')).toMatch(caching);
  // A redirect to another page of ours has none: for Firefox it would not come from us any more.
  expect(headers.get('referrer-policy')).toBe(status === 303 ? null : 'no-referrer');
  expect(headers.get('x-robots-tag')).toBe('noindex');
}

export type Links = { id: string; confirm: string; mine: string };

/** Signs by JSON, and returns the paths of the links, which only the mail contains. */
export async function signedAs(app: TestApp, slug: string, fields: Fields): Promise<Links> {
  expect((await app.postJson(jsonPath(slug), fields)).status).toBe(202);
  const id = await newestId(slug);
  return { id, confirm: await pathOfLink(app, 'confirm', id), mine: await pathOfLink(app, 'my', id) };
}

/** The same, and confirms. */
export async function confirmedAs(app: TestApp, slug: string, fields: Fields): Promise<Links> {
  const links = await signedAs(app, slug, fields);
  expect((await press(app, links.confirm)).status).toBe(303);
  return links;
}
