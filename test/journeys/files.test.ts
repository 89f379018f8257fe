import { expect, test } from 'vitest';
import { leadsTo, read, visit } from '../support/visitor.ts';

test.each([
  ['/favicon.svg', 'image/svg+xml'],
  ['/favicon.ico', /^image\/(x-icon|vnd\.microsoft\.icon)$/],
  ['/apple-touch-icon.png', 'image/png'],
])('browsers get the icon that they ask for: %s', async (path, type) => {
  const icon = await visit(path);
  expect([icon.status, icon.headers.get('content-type')]).toEqual([
    200,
    typeof type === 'string' ? type : expect.stringMatching(type),
  ]);
});

test('the oldest name of the icon leads to it, and pages name the new ones', async () => {
  const asked = await visit('/apple-touch-icon-precomposed.png');
  expect([asked.status, leadsTo(asked)]).toEqual([301, '/apple-touch-icon.png']);
  // Phones look for it at this address without being told, and some browsers would load it at first view.
  expect(await read('/')).not.toContain('rel="apple-touch-icon"');
});

test('a crawler is told where the site map is', async () => {
  expect(await read('/robots.txt')).toMatch(/^User-agent: \*\n(.*\n)*Sitemap: .*\/sitemap\.xml\n$/);
  expect(await read('/sitemap.xml')).toContain('<urlset');
});
