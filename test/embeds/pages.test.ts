import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';

let app: TestApp;
let page = '';
let slug = '';

beforeEach(async () => {
  app = testApp();
  const kit = coalitionKit();
  kit.campaign.sources.push(own('share-x', 'share'), own('thank-you', 'link'), own('newsletter', 'link'));
  slug = kit.petitions[0]?.slug ?? '';
  page = `/petitions/${slug}/embed`;
  const opened = await openKit(env.DB, kit, aWednesday);
  expect(opened.ok).toBe(true);
});

const own = (slug: string, kind: string) => ({
  ...{ slug, kind, partner: undefined },
  name: { en: slug, es: slug },
});
const text = async (path: string) => (await app.request(path)).text();
const shown = (html: string, id: string) =>
  (new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('the page "share and embed"', () => {
  test('gives the link with the script, and the frame, as chosen', async () => {
    const html = await text(`${page}?source=church-form&in=es&accent=%231A5C8A&compact=yes&progress=off`);
    const { publicUrl } = app.deps.settings;
    expect(shown(html, 'snippet-link')).toBe(
      `<a href="${publicUrl}/petitions/${slug}?source=church-form&amp;lang=es" data-undersigned="petitions/${slug}" data-source="church-form" data-lang="es" data-accent="1a5c8a" data-compact data-progress="off">Firmar la petición</a>\n<script async src="${publicUrl}/embed/v1.js"></script>`,
    );
    expect(shown(html, 'snippet-frame')).toContain(
      `<iframe src="${publicUrl}/embed/petitions/${slug}?source=church-form&amp;lang=es&amp;compact=1&amp;progress=off&amp;accent=1a5c8a"`,
    );
    expect(html).toContain(`<code>frame-src ${publicUrl}; script-src ${publicUrl}</code>`);
  });

  test('refuses a color on which white text does not read, and offers the nearest', async () => {
    const html = await text(`${page}?accent=ffcc00&source=church-form`);
    expect(html).toContain('<title>Error: ');
    const [, nearest = ''] = /Use #([0-9a-f]{6})/.exec(html) ?? [];
    expect(html).toContain(`?accent=${nearest}&amp;source=church-form`);
    expect(shown(html, 'snippet-link')).not.toContain('data-accent');
    expect(await text(`${page}?accent=${nearest}`)).toContain(`data-accent=&quot;${nearest}&quot;`);
    expect(await text(`${page}?accent=reddish`)).toContain('Write the color as six digits');
  });

  test('shows the frame itself, which lets it in', async () => {
    const response = await app.request(page);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(html).toContain(`src="/embed/petitions/${slug}"`);
    expect(html).toContain('People sign on your page');
    expect(await text(`${page}?lang=es`)).toContain('La gente firma en su página');
    expect(await text(`/petitions/${slug}`)).toContain(`href="${page}"`);
  });

  test('offers the names that somebody has, by partner, and not what the site counts for itself', async () => {
    const offered = async (query = '') =>
      [...(await text(page + query)).matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value);
    const names = ['poster', 'newsletter', 'church-form', 'church-flyer', 'clinic-poster', 'club-link'];
    expect(await offered()).toEqual(expect.arrayContaining(names));
    for (const counted of ['share-x', 'thank-you', 'direct', 'other']) {
      expect(await offered()).not.toContain(counted);
    }
    expect(await offered('?source=share-x')).toContain('share-x');
  });

  test('takes no source that the campaign does not know', async () => {
    const html = await text(`${page}?source=%22%3E%3Cscript%3Ealert(1)`);
    expect(html).not.toContain('alert(1)');
    expect(shown(html, 'snippet-link')).not.toContain('data-source');
  });
});

describe('oEmbed', () => {
  const ask = (query: Record<string, string>) => app.request(`/oembed?${new URLSearchParams(query)}`);
  const address = () => `${app.deps.settings.publicUrl}/petitions/${slug}`;

  test('gives a counter for an address of a petition, no wider than asked for', async () => {
    const response = await ask({ url: `${address()}?source=church-form`, maxwidth: '300' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 300,
      height: expect.any(Number),
      title: 'A small petition',
      html: expect.stringContaining(`/embed/petitions/${slug}/counter?source=church-form"`),
    });
  });

  test('follows a short address, the language in the address, and the source and language of the page', async () => {
    const { publicUrl } = app.deps.settings;
    await env.DB.prepare(
      "INSERT INTO short_links (code, campaign_id, target) SELECT 'door', id, ? FROM campaigns LIMIT 1",
    )
      .bind(`/petitions/${slug}?source=church-form`)
      .run();
    const short = await (await ask({ url: `${publicUrl}/s/door?lang=es` })).json<{ html: string }>();
    expect(short.html).toContain('counter?source=church-form&amp;lang=es"');
    const page = await text(`/petitions/${slug}?source=church-form&lang=es`);
    const [, href = ''] = /json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    const { searchParams } = new URL(href.replaceAll('&amp;', '&'));
    expect(searchParams.get('url')).toBe(`${address()}?lang=es&source=church-form`);
  });

  test('leaves a quoted link beside a frame that is no wider than its place', async () => {
    const { html } = await (await ask({ url: `${address()}?source=church-form` })).json<{ html: string }>();
    expect(html).toMatch(
      /^<blockquote><a href="[^"]+\?source=church-form">[^<]+<\/a><\/blockquote><iframe [^>]+><\/iframe>$/,
    );
    expect(html).toContain('width="100%"');
  });

  test('knows no other address, and no other format', async () => {
    expect((await ask({ url: 'https://evil.example/petitions/x' })).status).toBe(404);
    expect((await ask({ url: `${address()}-not` })).status).toBe(404);
    expect((await ask({})).status).toBe(404);
    expect((await ask({ url: address(), format: 'xml' })).status).toBe(501);
  });

  test('is found from the page itself', async () => {
    const [, href = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(
        await text(`/petitions/${slug}`),
      ) ?? [];
    const { pathname, search } = new URL(href.replaceAll('&amp;', '&'));
    expect((await app.request(pathname + search)).status).toBe(200);
  });

  test('counts without a form', async () => {
    const html = await text(`/embed/petitions/${slug}/counter?source=church-form&lang=es`);
    expect(html).not.toContain('<form');
    expect(html).toContain(`href="/petitions/${slug}?lang=es&amp;source=church-form" target="_blank"`);
  });
});
