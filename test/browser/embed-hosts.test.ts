import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, follow, sharedBrowser, sidewaysScroll } from '../support/browser.ts';
import {
  contentHeight,
  english,
  eventually,
  frameIn,
  signIn,
  spanish,
  widgetHosts,
  widgetIn,
  within,
} from '../support/widget-hosts.ts';
import { embeddedByWordPress, strippedForAuthors, wordPress } from '../support/wordpress.ts';

const browser = sharedBrowser();
const { own, openHost, script, link } = widgetHosts('hosted', browser);

const smallPhone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };
const away = 'https://www.weather.gov/';
/** Its campaign cares for readers at risk, so its pages have a quick exit. */
const withExit = 'arrest-traffickers';
const plainFrame = (query = '', attributes = '', slug = own.petition) =>
  `<iframe src="${site.url}/embed/petitions/${slug}?source=poster${query}" title="Sign" width="100%" height="1700" ${attributes}></iframe>`;
const tall = '<div style="height:2400px"></div>';

/** Tests do not reach the internet, so the exit leads to an empty page. */
async function letLeave(page: Page) {
  await page.context().route('**/embed/exit', (route) => route.fulfill({ body: 'gone' }));
  await page.context().route(`${away}**`, (route) => route.fulfill({ body: 'gone' }));
}

/** How many pixels of an element in a frame are visible in the window. */
async function seen(page: Page, selector: string): Promise<number> {
  const frame = frameIn(page);
  const box = await frame?.locator(selector).first().boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box ? Math.min(box.y + box.height, height) - Math.max(box.y, 0) : 0;
}

async function counterIn(lang: string) {
  const url = `${site.url}/petitions/${withExit}?source=poster&lang=${lang}`;
  const response = await fetch(`${site.url}/oembed?${new URLSearchParams({ url, maxwidth: '500' })}`);
  return (await response.json()) as { html: string; height: number };
}

describeInBrowser('an address on a line of its own in WordPress', () => {
  test.for([
    ['en', smallPhone, 'Español'],
    ['es', desk, 'English'],
  ] as const)(
    'in %s shows the whole counter, stays one in the other language, and leads on',
    async ([lang, viewport, other]) => {
      const { html } = await counterIn(lang);
      const body = `<div style="max-width:500px">${embeddedByWordPress(html)}</div>${wordPress}`;
      const { page, close } = await openHost(`wordpress-${lang}`, { html: body }, { viewport });
      await letLeave(page);
      const frame = page.frameLocator('iframe');
      await eventually(() => page.locator('blockquote').isVisible()).toBe(false);
      const fits = async () => {
        const box = await page.locator('iframe').boundingBox();
        return Math.abs((box?.height ?? 0) - (await within<number>(page, contentHeight)));
      };
      await eventually(fits).toBeLessThanOrEqual(4);
      expect(await sidewaysScroll(page)).toBe(0);
      await frame.getByRole('link', { name: other }).click();
      await frame.getByRole('link', { name: lang === 'en' ? 'English' : 'Español' }).waitFor();
      expect(await frame.locator('form').count()).toBe(0);
      await frame.locator('.button').click();
      await page.waitForURL(`${site.url}/petitions/${withExit}?*source=poster*`);
      await page.goBack();
      await frame.locator('[data-exit]').click();
      await page.waitForURL('**/embed/exit');
      await close();
    },
  );

  test('is a link where no script runs', async () => {
    const { html } = await counterIn('en');
    const body = embeddedByWordPress(html) + wordPress;
    const { page, close } = await openHost('wordpress-still', { html: body }, { javaScriptEnabled: false });
    await follow(page.locator('blockquote a'));
    expect(page.url()).toBe(`${site.url}/petitions/${withExit}?source=poster&lang=en`);
    await close();
  });

  test('declares the height that the counter has', async () => {
    const page = await browser().newPage();
    for (const slug of [own.petition, withExit]) {
      for (const [lang, width] of [
        ['en', 280],
        ['es', 320],
        ['en', 400],
        ['es', 480],
      ] as const) {
        const url = `${site.url}/petitions/${slug}?lang=${lang}`;
        const query = new URLSearchParams({ url, maxwidth: String(width) });
        const { height } = (await (await fetch(`${site.url}/oembed?${query}`)).json()) as { height: number };
        await page.setViewportSize({ width, height: 400 });
        await page.goto(`${site.url}/embed/petitions/${slug}/counter?lang=${lang}`);
        const needed = await page.evaluate<number>(contentHeight);
        expect(height, `${slug} ${lang} ${width}: ${needed}`).toBeGreaterThanOrEqual(needed);
        expect(height, `${slug} ${lang} ${width}: ${needed}`).toBeLessThanOrEqual(needed + 100);
      }
    }
    await page.close();
  });
});

describeInBrowser('a sandbox', () => {
  test('that forbids forms says so and gives the address; there the exit empties the frame and says how to leave', async () => {
    const html = plainFrame('', 'sandbox="allow-scripts"', withExit);
    const { page, close } = await openHost('no-forms', { html }, { viewport: smallPhone });
    const frame = page.frameLocator('iframe');
    await frame.getByText('does not let it send a form').waitFor();
    expect(await frame.getByRole('button', { name: english.sign }).isVisible()).toBe(false);
    const address = `${site.url}/petitions/${withExit}?source=poster`;
    expect(await frame.getByRole('link', { name: address }).isVisible()).toBe(true);
    await frame.getByRole('link', { name: 'Exit this page' }).click();
    await frame.getByText('Close this tab to leave the page.').waitFor();
    expect((await frame.locator('body').textContent())?.trim()).toBe('Close this tab to leave the page.');
    await close();
  });

  test('that allows only forms: signing works, a blocked link is shown as an address, the exit empties the frame', async () => {
    const html = plainFrame('&lang=es', 'sandbox="allow-scripts allow-forms"', withExit);
    const { page, close } = await openHost('forms-only', { html });
    const frame = page.frameLocator('iframe');
    await signIn(frame, spanish);
    await frame.getByRole('link', { name: 'Abrir en otra pestaña' }).click();
    await frame.getByText('Abra esta dirección en otra pestaña').waitFor();
    await frame.locator('[data-exit]').click();
    await frame.getByText('cierre esta pestaña').waitFor();
    expect((await frame.locator('body').textContent())?.trim()).toBe(
      'Para salir de la página, cierre esta pestaña.',
    );
    await close();
  });

  test('without scripts: a link clears the frame', async () => {
    const html = plainFrame('', 'sandbox', withExit);
    const { page, close } = await openHost('no-scripts', { html });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'Clear this box' }).click();
    await frame.getByText('Close this tab to leave the page.').waitFor();
    expect(await frame.locator('body').textContent()).not.toContain('petition');
    await close();
  });

  test('does not exist on a plain page: there the exit leaves the page, and Back does not return to it', async () => {
    const { page, close } = await openHost('exit', { html: link('', withExit) + script() });
    await letLeave(page);
    await widgetIn(page).getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL(away);
    expect(await page.evaluate('history.length')).toBe(2);
    await close();
  });
});

describeInBrowser('what the reader has to see', () => {
  test.for([
    ['script', 'en', english, () => `${tall}${link()}${tall}${script()}`],
    ['plain-frame', 'es', spanish, () => `${tall}${plainFrame('&lang=es')}${tall}`],
  ] as const)('comes into view on a phone: %s', async ([name, lang, words, html]) => {
    const host = `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Host</title><body>${html()}`;
    const { page, said, close } = await openHost(`view-${name}`, { html: host }, { viewport: smallPhone });
    await page.evaluate('scrollTo(0, 2300)');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: words.sign }).click();
    await frame.getByRole('alert').waitFor();
    await eventually(() => seen(page, '.summary h2')).toBeGreaterThan(20);
    await eventually(() => seen(page, '.summary')).toBeGreaterThan(100);
    await expect.poll(() => within(page, 'document.activeElement.className')).toBe('summary');
    await signIn(frame, words);
    await eventually(() => seen(page, 'h1')).toBeGreaterThan(20);
    expect(said.filter((text) => text.includes('autofocus'))).toEqual([]);
    await close();
  });

  test('the height is there before the frame is in view', async () => {
    const { page, close } = await openHost('height', { html: tall + link() + tall + script() });
    const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0;
    await page.locator('undersigned-widget').waitFor();
    await page.evaluate('scrollTo(0, 1000)');
    await eventually(height).toBeGreaterThan(600);
    const before = await height();
    await page.evaluate('scrollTo(0, 2300)');
    await widgetIn(page).locator('#sign').waitFor();
    expect(await height()).toBe(before);
    await close();
  });
});

describeInBrowser('the snippet of a frame without a script', () => {
  test.for(['petitions/OWN', 'surveys/needs-assessment', 'surveys/budget-input'])(
    'says a height that is enough, with errors too, and not far more: %s',
    async (named) => {
      const path = named.replace('OWN', own.petition);
      const page = await browser().newPage({ viewport: { width: 280, height: 600 } });
      for (const [lang, compact] of [
        ['en', ''],
        ['es', '&compact=1'],
      ]) {
        await page.goto(`${site.url}/${path}/embed?in=${lang}${compact}`);
        const snippet = await page.locator('#snippet-frame').inputValue();
        const said = Number(/ height="(\d+)"/.exec(snippet)?.[1]);
        await page.goto(`${site.url}/embed/${path}?lang=${lang}${compact}`);
        const form = await page.evaluate<number>(contentHeight);
        await page.locator('main form .button:not(.secondary)').first().click();
        await page.locator('.summary, #review').waitFor();
        const needed = Math.max(form, await page.evaluate<number>(contentHeight));
        expect(said, `${path} ${lang}: ${needed}`).toBeGreaterThanOrEqual(needed);
        expect(said, `${path} ${lang}: ${needed}`).toBeLessThanOrEqual(needed * 1.25);
      }
      await page.close();
    },
  );
});

describeInBrowser('a link stays', () => {
  test('if a site removes the script or the frame, with its source', async () => {
    const embedPage = await (await fetch(`${site.url}/petitions/${own.petition}/embed?source=poster`)).text();
    const { page, close } = await openHost('stripped', { html: '' });
    await page.setContent(embedPage);
    for (const id of ['snippet-link', 'snippet-frame', 'snippet-element']) {
      const snippet = await page.locator(`#${id}`).inputValue();
      const { page: stripped, close: done } = await openHost(`stripped-${id}`, {
        html: strippedForAuthors(snippet),
      });
      await follow(stripped.getByRole('link', { name: 'Sign the petition' }));
      expect(stripped.url(), id).toBe(`${site.url}/petitions/${own.petition}?source=poster`);
      await done();
    }
    await close();
  });

  test('and is shown again if the frame does not load', async () => {
    const { page, close } = await openHost('broken-post', { html: link() + script() });
    const shown = () => page.getByRole('link', { name: 'Sign it' }).isVisible();
    await widgetIn(page).locator('#sign').waitFor();
    await eventually(shown).toBe(false);
    await page.route('**/signatures*', (route) => route.abort());
    await widgetIn(page).getByRole('button', { name: english.sign }).click();
    await eventually(shown).toBe(true);
    await close();
  });

  test('and is not needed if Back leads to an answer with errors, which the browser shows once more', async () => {
    const { page, close } = await openHost('back', { html: link() + script() });
    await widgetIn(page).getByRole('button', { name: english.sign }).click();
    await widgetIn(page).getByRole('alert').waitFor();
    await signIn(widgetIn(page));
    await page.evaluate('history.back()');
    await widgetIn(page).getByRole('alert').waitFor();
    expect(await page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(false);
    await close();
  });

  test('inside the column of a block theme, as the frame does', async () => {
    const embedPage = await (await fetch(`${site.url}/petitions/${own.petition}/embed`)).text();
    const [, escaped = ''] = /id="snippet-frame"[^>]*>([^<]*)</.exec(embedPage) ?? [];
    const snippet = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    const theme =
      '<style>.column > * { max-width: 400px; margin-left: auto !important; margin-right: auto !important }</style>';
    const html = `${theme}<div class="column">${snippet.replaceAll('&amp;', '&')}</div>`;
    const { page, close } = await openHost('block-theme', { html }, { viewport: desk });
    const box = await page.locator('iframe').boundingBox();
    expect(box?.width).toBe(400);
    expect(Math.abs((box?.x ?? 0) + 200 - desk.width / 2)).toBeLessThan(12);
    await close();
  });
});

const typed = (page: Page) => widgetIn(page).getByLabel(english.given, { exact: true });

describeInBrowser('a framework', () => {
  test('mounts, unmounts and mounts again, and finds the nodes that it made', async () => {
    const html = `${script()}<main></main><script>
      function mount() {
        const main = document.querySelector('main');
        main.innerHTML = ${JSON.stringify(`<p>Before</p>${link()}<p>After</p>`)};
        const nodes = [...main.childNodes];
        return () => { for (const node of nodes) main.removeChild(node); };
      }
      const unmount = mount();
      addEventListener('load', () => setTimeout(() => {
        unmount();
        window.left = document.querySelector('main').childElementCount;
        const again = mount();
        document.querySelector('main').insertBefore(document.createElement('hr'), document.querySelector('main a'));
      }, 300));</script>`;
    const { page, said, close } = await openHost('strict-mode', { html });
    await eventually(() => page.evaluate('window.left')).toBeLessThanOrEqual(1);
    await widgetIn(page).locator('#sign').waitFor();
    await eventually(() => page.locator('undersigned-widget').count()).toBe(1);
    expect(await widgetIn(page).locator('[name=source]').inputValue()).toBe('poster');
    expect(said).toEqual([]);
    await close();
  });

  test('keeps what was typed if it moves a node, and restores its own copy with one widget', async () => {
    const html = `<main>${link()}</main><footer></footer>${script()}`;
    const { page, close } = await openHost('moves', { html });
    await typed(page).fill('Ana');
    const canMove = await page.evaluate<boolean>(`(() => {
      if (!document.body.moveBefore) return false;
      document.querySelector('footer').moveBefore(document.querySelector('undersigned-widget'), null);
      document.querySelector('footer').moveBefore(document.querySelector('a'), null);
      return true;
    })()`);
    if (canMove) expect(await typed(page).inputValue()).toBe('Ana');
    await page.evaluate(`(async () => {
      const copy = document.body.cloneNode(true);
      await document.startViewTransition(() => document.body.replaceWith(copy)).finished;
    })()`);
    await typed(page).fill('Eva');
    expect(await page.locator('undersigned-widget').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(false);
    await close();
  });

  test('renders the element, with the link in it', async () => {
    const element = `<undersigned-widget petition="${own.petition}" source="poster" compact="1"><a href="${site.url}/petitions/${own.petition}?source=poster">Sign it</a></undersigned-widget>`;
    const { page, close } = await openHost('element', { html: element + script() });
    await typed(page).waitFor();
    await eventually(() => page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(false);
    expect(await page.locator('undersigned-widget').getAttribute('style')).toBeNull();
    await close();
  });
});

describeInBrowser('the loader works', () => {
  test('on a page that is cross-origin isolated', async () => {
    const headers = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    };
    const html = `${link('data-accent="1a5c8a"')}${script()}`;
    const { page, said, close } = await openHost('isolated', { html, headers });
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    await signIn(widgetIn(page));
    expect(said.filter((text) => !text.includes('favicon'))).toEqual([]);
    await close();
  });

  test('in the colors of the page around it, and as wide as a row lets it', async () => {
    const background = 'getComputedStyle(document.body).backgroundColor';
    const [light, dark] = ['rgb(253, 252, 249)', 'rgb(23, 22, 19)'];
    const pagesOf = {
      white: ['', light],
      'dark-site': ['<style>body { background: #111; color: #eee }</style>', dark],
      visitors: ['<meta name="color-scheme" content="light dark">', dark],
    } as const;
    for (const [name, [head, expected]] of Object.entries(pagesOf)) {
      const row = `<div style="display:flex"><p>Sign with us</p>${link()}</div>`;
      const { page, close } = await openHost(
        `scheme-${name}`,
        { html: head + row + script() },
        { colorScheme: 'dark' },
      );
      await widgetIn(page).locator('#sign').waitFor();
      expect(await within(page, background), name).toBe(expected);
      expect((await page.locator('iframe').boundingBox())?.width, name).toBeGreaterThan(600);
      await close();
    }
  });
});
