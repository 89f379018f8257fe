import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../../worker/platform/deps.ts';
import type { AppEnv } from '../../../worker/platform/http/app-env.ts';
import { drainOutbox } from '../../../worker/platform/mail/drain.ts';
import { linksIn } from '../../../worker/platform/mail/links.ts';
import type { RenderMails } from '../../../worker/platform/mail/mail.ts';
import { forgetStatement } from '../../../worker/platform/mail/outbox.ts';
import { mailboxRoutes } from '../../../worker/platform/mail/routes.tsx';
import { drainDeps, emptyOutbox, enqueue, letters, render, rows } from './support.ts';

const now = new Date('2026-11-02T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

beforeEach(emptyOutbox);

function appIn(environment: 'local' | 'production', renderer: RenderMails = render) {
  const deps = drainDeps(null);
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const settings = { ...deps.settings, environment };
    c.set('deps', { ...deps, settings } as unknown as Deps);
    c.set('now', now);
    c.set('language', 'en');
    await next();
  });
  app.get('/outbox/other', (c) => c.text('other'));
  return app.route(
    '/',
    mailboxRoutes(() => renderer),
  );
}

type Listed = { id: string; to: string; state: string };

async function listed(path: string): Promise<Listed[]> {
  const response = await appIn('local').request(path);
  expect(response.status).toBe(200);
  return response.json();
}

describe('the local mailbox', () => {
  test('shows a mail at once, before any drain, and reading changes nothing', async () => {
    await enqueue(letters('ana'), now);
    const before = await rows();
    expect(await listed('/outbox.json')).toEqual([
      {
        id: before[0]?.id,
        to: 'ana@example.org',
        subject: 'To ana',
        html: '<p>ana</p>',
        text: 'ana',
        links: [],
        state: 'waiting',
        created_at: '2026-11-02T12:00:00.000Z',
      },
    ]);
    expect(await rows()).toEqual(before);
  });

  test('shows what was sent as it was sent, newest first', async () => {
    await enqueue(letters('ana'), now);
    await drainOutbox(drainDeps(null), now, async (entries) => {
      const mails = await render(entries);
      return new Map([...mails].map(([id, mail]) => [id, mail && { ...mail, subject: 'As it was' }]));
    });
    await enqueue(letters('ben'), later(1));
    expect(await listed('/outbox.json')).toMatchObject([
      { to: 'ben@example.org', state: 'waiting' },
      { to: 'ana@example.org', state: 'sent', subject: 'As it was' },
    ]);
  });

  test('shows the other mails when one cannot be written', async () => {
    await enqueue(letters('ana', 'broken', 'cruz'), now);
    const app = appIn('local', (entries) => {
      if (entries.some(({ ref }) => ref === 'broken')) throw new Error('broken');
      return render(entries);
    });
    const shown = await (await app.request('/outbox.json')).json<Listed[]>();
    expect(shown.map(({ to }) => to).toSorted()).toEqual(['ana@example.org', 'cruz@example.org']);
    expect((await app.request('/outbox?lang=en')).status).toBe(200);
  });

  test('finds an address whatever its case, and no other', async () => {
    await enqueue(letters('ana', 'anabel'), now);
    expect(await listed('/outbox.json?to=ANA@Example.org')).toMatchObject([{ to: 'ana@example.org' }]);
    expect(await listed('/outbox.json?to=nobody@example.org')).toEqual([]);
  });

  test('leaves out what was cancelled or forgotten, and shows no more than 200', async () => {
    await enqueue(letters(...Array.from({ length: 201 }, (_, index) => `r${index}`)), now);
    expect(await listed('/outbox.json')).toHaveLength(200);
    await forgetStatement(
      env.DB,
      (await rows()).map(({ ref }) => ref),
    ).run();
    expect(await listed('/outbox.json')).toEqual([]);
  });

  test('has a page', async () => {
    await enqueue(letters('ana'), now);
    const page = await appIn('local').request('/outbox?lang=en');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('To ana');
  });

  test('has pages of 20, of all mails and of one address', async () => {
    await enqueue(letters(...Array.from({ length: 25 }, (_, index) => `p${index}`)), now);
    const read = async (path: string) => (await appIn('local').request(path)).text();
    const first = await read('/outbox?lang=en');
    expect(first.match(/<iframe/g)).toHaveLength(20);
    expect(first).toContain('Newest first');
    expect(first.match(/class="mail flow"/g)).toHaveLength(20);
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await read(older);
    expect(second.match(/<iframe/g)).toHaveLength(5);
    expect(second).toContain('To p0');
    expect(second).toContain('Back to the newest');
    expect(await read('/outbox?to=p0@example.org')).not.toContain('rel="next"');
    expect(await listed('/outbox.json')).toHaveLength(25);
  });

  test('is nowhere but in local', async () => {
    const app = appIn('production');
    expect((await app.request('/outbox')).status).toBe(404);
    expect((await app.request('/outbox.json')).status).toBe(404);
  });
});

describe('the links of a mail', () => {
  test('are those of its HTML, decoded, then those that only its text has', () => {
    const html =
      '<a href="https://x.org/a?b=1&amp;c=%22&#38;d">a</a><A class="x" HREF=\'https://x.org/o&#39;n\'>b</A>';
    const text =
      'See https://x.org/a?b=1&c=%22&d, or (https://x.org/t). Also https://x.org/w_(x) and <https://x.org/y>!';
    expect(linksIn({ html, text })).toEqual([
      'https://x.org/a?b=1&c=%22&d',
      "https://x.org/o'n",
      'https://x.org/t',
      'https://x.org/w_(x)',
      'https://x.org/y',
    ]);
  });

  test('are each told once, and there may be none', () => {
    const link = '<a href="https://x.org/a">https://x.org/a</a>';
    expect(linksIn({ html: link + link, text: 'https://x.org/a.' })).toEqual(['https://x.org/a']);
    expect(linksIn({ html: '<p>href="no"</p>'.replaceAll('"', '&quot;'), text: '' })).toEqual([]);
  });
});
