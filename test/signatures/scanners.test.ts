import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { watchDb } from '../support/watched-db.ts';
import { confirmedAs, dump, signedAs } from './support.ts';

/** Every statement that may write. */
const written: string[] = [];
const db = watchDb({
  call(work, said) {
    written.push(...said.map(({ sql }) => sql).filter((sql) => !onlyReads(sql)));
    return work();
  },
});
const app = testApp({}, { db });
const origin = new URL(app.deps.settings.publicUrl).origin;
let slug = '';

function onlyReads(sql: string): boolean {
  return /^\s*(SELECT|WITH)\b/.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE) /.test(sql);
}

/** One person who waits, one who was reminded, one who counts, one who signed twice, one who withdrew. */
beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
  const person = (name: string, zip = '28202') => {
    return { given_name: name, family_name: 'Gil', email: `${name}@${slug}.example`, zip, show_name: true };
  };
  await signedAs(app, slug, person('Reminded', '28205'));
  await app.cron('2026-11-27T15:01:00Z');
  await signedAs(app, slug, person('Waits', '28205'));
  await confirmedAs(app, slug, person('Counts'));
  await signedAs(app, slug, person('Counts'));
  const { mine } = await confirmedAs(app, slug, person('Withdrew'));
  await app.mailTo('anybody');
  await app.post(`${mine}/withdraw`, {});
});

async function mailedLinks(): Promise<string[]> {
  const names = ['Reminded', 'Waits', 'Counts', 'Withdrew'];
  const mails = await Promise.all(names.map((name) => app.mailTo(`${name}@${slug}.example`)));
  return [...new Set(mails.flat().flatMap(({ links }) => links))].filter((link) => link.startsWith(origin));
}

const attributes = /\s(?:href|src|action)="([^"]*)"/g;

/** Every address of ours on a page, including forms and downloads. */
function leadsTo(html: string, from: string): string[] {
  return [...html.matchAll(attributes)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), from))
    .filter((url) => url.origin === origin)
    .map((url) => url.origin + url.pathname + url.search);
}

/** The address of a sheet redirects to a numbered sheet, and a form's address redirects to the form. */
function leadsOn(path: string): number | undefined {
  if (path.endsWith('/print/sheet')) return 302;
  return /\/(signatures|responses|resend|opened|reported|correct|withdraw|erase|new-link|replace)$/.test(path)
    ? 303
    : undefined;
}

test('whatever follows the links of our mails, and all that they lead to, changes nothing', async () => {
  const mailed = await mailedLinks();
  // "Counts" confirmed before the mail was sent, but still got the links, and signed again. The mail to "Withdrew"
  // stays.
  expect(mailed.filter((link) => link.includes('/confirm/'))).toHaveLength(5);
  expect(mailed.filter((link) => link.includes('/my/')).length).toBeGreaterThanOrEqual(3);
  const before = await dump();
  written.length = 0;
  // Some scanners remove the query, and some send a HEAD request.
  const todo = mailed.flatMap((link) => [link, link.split('?')[0] ?? link]);
  const seen = new Set<string>();
  for (let url = todo.pop(); url !== undefined; url = todo.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const { pathname, search } = new URL(url);
    for (const method of ['HEAD', 'GET']) {
      const response = await app.request(pathname + search, { method });
      expect([200, 404, 405, 410, leadsOn(pathname)], `${method} ${pathname}${search}`).toContain(
        response.status,
      );
      const html = await response.text();
      if (response.headers.get('content-type')?.startsWith('text/html')) todo.push(...leadsTo(html, url));
    }
    expect(written, pathname).toEqual([]);
  }
  await app.afterAnswers();
  expect(written).toEqual([]);
  expect(await dump()).toBe(before);
  const paths = [...seen].map((url) => new URL(url).pathname.replace(/\/(confirm|my)\/[^/]+/, '/$1/TOKEN'));
  expect(new Set(paths)).toContain('/my/TOKEN/data.json');
  expect(new Set(paths)).toContain('/my/TOKEN/erase');
  expect(new Set(paths)).toContain('/confirm/TOKEN');
  expect(new Set(paths)).toContain(`/petitions/${slug}/signatures`);
});

test('after all the scanners, the button still works', async () => {
  const before = await publicCounts(app, slug);
  const mails = await app.mailTo(`Waits@${slug}.example`);
  const confirm = mails.flatMap(({ links }) => links).find((link) => link.includes('/confirm/')) ?? '';
  written.length = 0;
  expect((await app.post(new URL(confirm).pathname, {})).status).toBe(303);
  expect(written.join()).toContain('UPDATE signatures');
  const after = await publicCounts(app, slug);
  expect(after).toEqual({ ...before, confirmed: before.confirmed + 1, unconfirmed: before.unconfirmed - 1 });
});

test('the secret of a mailed link is in its path, and is sent to no other site', async () => {
  for (const link of await mailedLinks()) {
    const { pathname, search } = new URL(link);
    expect(search).toMatch(/^(\?lang=(en|es))?$/);
    if (!/^\/(confirm|my)\//.test(pathname)) continue;
    const token = pathname.split('/')[2] ?? '';
    const response = await app.request(pathname + search);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await response.text();
    for (const [, address = ''] of html.matchAll(attributes)) {
      if (new URL(address, link).origin !== origin) expect(address).not.toContain(token);
    }
  }
});
