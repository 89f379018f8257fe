import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, sharedBrowser, sidewaysScroll } from '../support/browser.ts';
import { eventually, widgetHosts, within } from '../support/widget-hosts.ts';

const browser = sharedBrowser();
const { own, openHost } = widgetHosts('no-forms', browser);

const words = {
  en: { other: 'Español', says: 'does not let it send a form' },
  es: { other: 'English', says: 'no le permite enviar formularios' },
};

describeInBrowser('a frame whose sandbox forbids forms', () => {
  test.for([
    ['petition', 'en', 320],
    ['petition', 'es', 1280],
    ['survey', 'es', 320],
    ['survey', 'en', 1280],
  ] as const)(
    'leads to the other language by a link, with its source: %s in %s at %i pixels',
    async ([kind, lang, width]) => {
      const path = kind === 'petition' ? `petitions/${own.petition}` : 'surveys/needs-assessment';
      const html = `<iframe src="${site.url}/embed/${path}?source=poster&lang=${lang}" sandbox="allow-scripts" title="Sign" width="100%" height="700"></iframe>`;
      const { page, said, close } = await openHost(
        `${kind}-${lang}`,
        { html },
        { viewport: { width, height: 800 } },
      );
      const frame = page.frameLocator('iframe');
      const other = lang === 'en' ? 'es' : 'en';
      const stands = async (language: 'en' | 'es') => {
        await frame.getByText(words[language].says).waitFor();
        expect(await within(page, 'document.documentElement.lang')).toBe(language);
        expect(await frame.locator('form:visible, button:visible').count()).toBe(0);
        const address = new URL((await frame.locator('[data-stuck] a').textContent()) ?? '');
        expect(`${address.origin}${address.pathname}`).toBe(`${site.url}/${path}`);
        expect(Object.fromEntries(address.searchParams)).toEqual({ lang: language, source: 'poster' });
        expect([
          await sidewaysScroll(page),
          await within(page, 'document.documentElement.scrollWidth'),
        ]).toEqual([0, await within(page, 'document.documentElement.clientWidth')]);
      };
      await stands(lang);
      const toOther = frame.getByRole('link', { name: words[lang].other });
      expect(await toOther.getAttribute('lang')).toBe(other);
      await toOther.focus();
      await page.keyboard.press('Enter');
      await stands(other);
      await frame.getByRole('link', { name: words[other].other }).click();
      await stands(lang);
      await eventually(() =>
        said.filter((text) => !/favicon|origin-keyed|form submission/i.test(text)),
      ).toEqual([]);
      await close();
    },
  );
});
