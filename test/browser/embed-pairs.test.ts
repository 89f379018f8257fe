import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, sharedBrowser, sidewaysScroll } from '../support/browser.ts';
import { eventually, frameIn, widgetHosts, within } from '../support/widget-hosts.ts';
import { embeddedByWordPress, wordPress } from '../support/wordpress.ts';

const browser = sharedBrowser();
const { own, pages, openHost, hostUrl, script } = widgetHosts('pairs', browser);

type Combination = { width: 320 | 1280; lang: 'en' | 'es'; colorScheme: 'light' | 'dark' };

/** Two opposites, so that a host sees every value. The four together have every pair of values. */
const opposites: [Combination, Combination][] = [
  [
    { width: 320, lang: 'en', colorScheme: 'light' },
    { width: 1280, lang: 'es', colorScheme: 'dark' },
  ],
  [
    { width: 320, lang: 'es', colorScheme: 'light' },
    { width: 1280, lang: 'en', colorScheme: 'dark' },
  ],
  [
    { width: 320, lang: 'en', colorScheme: 'dark' },
    { width: 1280, lang: 'es', colorScheme: 'light' },
  ],
  [
    { width: 320, lang: 'es', colorScheme: 'dark' },
    { width: 1280, lang: 'en', colorScheme: 'light' },
  ],
];

const loader = () => readFileSync(join(import.meta.dirname, '../../web/public/embed/v1.js'), 'utf8');
const petition = () => `${site.url}/petitions/${own.petition}`;
const link = (lang: string) =>
  `<a href="${petition()}?source=poster" data-undersigned="petitions/${own.petition}" data-source="poster" data-lang="${lang}">Sign it</a>`;
const follows = '<meta name="color-scheme" content="light dark">';

async function counter(lang: string): Promise<string> {
  const query = new URLSearchParams({ url: `${petition()}?source=poster&lang=${lang}`, maxwidth: '500' });
  const { html } = (await (await fetch(`${site.url}/oembed?${query}`)).json()) as { html: string };
  return embeddedByWordPress(html) + wordPress;
}

type Host = {
  html: (lang: string) => string | Promise<string>;
  headers?: Record<string, string>;
  /** Where the frame cannot know the page's colors, it stays light. */
  isLight?: boolean;
  /** What is shown where it shows no form. */
  shows?: string;
};

const hosts: Record<string, Host> = {
  script: { html: (lang) => link(lang) + script() },
  module: { html: (lang) => `${link(lang)}<script type="module" src="${site.url}/embed/v1.js"></script>` },
  inline: { html: (lang) => `${link(lang)}<script>${loader()}</script>` },
  cached: { html: (lang) => `<script src="/cache/pairs.js?ver=6.1"></script>${link(lang)}` },
  srcdoc: {
    html: (lang) =>
      `<iframe title="Built" width="100%" height="1500" srcdoc="${`${follows}<base href='${hostUrl()}'>${link(lang)}${script()}`.replaceAll('"', '&quot;')}"></iframe>`,
  },
  isolated: {
    html: (lang) => link(lang) + script(),
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
  },
  element: {
    html: (lang) =>
      `<undersigned-widget petition="${own.petition}" source="poster" lang="${lang}"><a href="${petition()}">Sign it</a></undersigned-widget>${script()}`,
  },
  'mounted-later': {
    html: (lang) =>
      `${script()}<main></main><script>addEventListener('load', () => { document.querySelector('main').innerHTML = ${JSON.stringify(link(lang))}; })</script>`,
  },
  'plain-frame': {
    html: (lang) =>
      `<iframe src="${site.url}/embed/petitions/${own.petition}?source=poster&lang=${lang}&scheme=auto" title="Sign" width="100%" height="1700"></iframe>`,
  },
  'forms-only': {
    html: (lang) =>
      `<iframe sandbox="allow-scripts allow-forms" src="${site.url}/embed/petitions/${own.petition}?source=poster&lang=${lang}&scheme=auto" title="Sign" width="100%" height="1700"></iframe>`,
  },
  wordpress: { html: counter, isLight: true, shows: '.button' },
};

const backgrounds = { light: 'rgb(253, 252, 249)', dark: 'rgb(23, 22, 19)' };
const background = 'getComputedStyle(document.body).backgroundColor';

test('the combinations have every value with every other', () => {
  const pairs = opposites
    .flat()
    .flatMap(({ width, lang, colorScheme }) => [
      `${width} ${lang}`,
      `${width} ${colorScheme}`,
      `${lang} ${colorScheme}`,
    ]);
  expect(new Set(pairs).size).toBe(12);
  expect(Object.keys(hosts).length).toBeGreaterThanOrEqual(opposites.length);
});

describeInBrowser('the widget at 320 and 1280 pixels, in English and Spanish, light and dark', () => {
  test.for(Object.entries(hosts).map(([name, host], n) => [name, host, n] as const))(
    'stands in a page of another site: %s',
    async ([name, { html, headers, isLight, shows = '#sign' }, n]) => {
      pages['/cache/pairs.js'] = { html: loader(), type: 'text/javascript' };
      for (const { width, lang, colorScheme } of opposites[n % opposites.length]!) {
        const { page, close } = await openHost(
          `pairs-${name}-${lang}`,
          { html: `${follows}${await html(lang)}`, ...(headers && { headers }) },
          { viewport: { width, height: 900 }, colorScheme },
        );
        await eventually(() => frameIn(page) !== undefined).toBe(true);
        await eventually(() => frameIn(page)?.locator(shows).first().isVisible() ?? false).toBe(true);
        expect(await within(page, 'document.documentElement.lang')).toBe(lang);
        expect(await within(page, background)).toBe(backgrounds[isLight ? 'light' : colorScheme]);
        expect([
          await sidewaysScroll(page),
          await within(page, 'document.documentElement.scrollWidth'),
        ]).toEqual([0, await within(page, 'document.documentElement.clientWidth')]);
        if (shows === '#sign') expect(await within(page, `document.forms[0].source.value`)).toBe('poster');
        await close();
      }
    },
  );
});
