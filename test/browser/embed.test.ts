import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { bodyOf, describeInBrowser, leftBehind, sharedBrowser } from '../support/browser.ts';
import { dateFrom, mondayMorning, oweDigests, passWeek } from '../support/calendar.ts';
import type { PartnerJson } from '../support/coalition.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { openOwnCoalition } from '../support/own-kit.ts';
import { partnerPage } from '../support/partner-links.ts';
import { confirmByMail, cron, freshEmail, mailbox, readJson } from '../support/visitor.ts';
import {
  contentHeight,
  eventually,
  signIn,
  spanish,
  widgetHosts,
  widgetIn,
  within,
} from '../support/widget-hosts.ts';

const browser = sharedBrowser();

const { own, pages, openHost, hostUrl, atStranger, script, link } = widgetHosts('embedded', browser);
let petition = '';
let locked = '';

beforeAll(async () => {
  petition = own.petition;
  locked = await openLocked(new URL(hostUrl()).host);
});

async function openLocked(name: string): Promise<string> {
  const kit = smallKit({ opensOn: dateFrom(new Date(), -60), closesOn: dateFrom(new Date(), 200) });
  const campaign = { ...kit.campaign, embed: { hosts: [name] } };
  const named = JSON.parse(JSON.stringify({ ...kit, campaign }).replaceAll(kit.city.slug, 'embed-locked'));
  const opened = await openKit(site.db, named, new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return named.petitions[0].slug;
}

const listening = `<script>
  window.heard = [];
  for (const what of ['ready', 'signed', 'resize'])
    document.addEventListener('undersigned:' + what, (event) => heard.push({ what, ...event.detail }));
</script>`;

type Heard = { what: string; action: string; source: string | null; height?: number };
const heardBy = (page: Page) => page.evaluate<Heard[]>('heard');

/** The newest signature of the petition. */
async function lastSigned(slug = petition) {
  return site.db
    .prepare(
      `SELECT source, language, state FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)
      ORDER BY received_at DESC, rowid DESC LIMIT 1`,
    )
    .bind(slug)
    .first<{ source: string; language: string; state: string }>();
}

const signedBy = (source: string, language = 'en') => ({ source, language, state: 'unconfirmed' });

describeInBrowser('a petition on a plain page', () => {
  test('fits, signs in the frame, and tells the page about it but nothing about the person', async () => {
    const { page, close } = await openHost('plain', { html: listening + link() + script() });
    const widget = page.locator('undersigned-widget');
    await widgetIn(page).getByRole('heading', { name: 'Sign the petition' }).waitFor();
    await eventually(() => page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(false);
    const fits = async () => {
      const box = await widget.locator('iframe').boundingBox();
      return Math.abs((box?.height ?? 0) - (await within<number>(page, contentHeight))) <= 1;
    };
    await eventually(fits).toBe(true);
    const email = await signIn(widgetIn(page));
    await eventually(async () => (await heardBy(page)).map(({ what }) => what)).toContain('signed');
    await eventually(fits).toBe(true);
    const heard = await heardBy(page);
    expect(heard.filter(({ what }) => what === 'signed')).toEqual([
      { what: 'signed', action: `petitions/${petition}`, source: 'poster' },
    ]);
    expect(JSON.stringify(heard)).not.toMatch(new RegExp(`Ana|${email}|28202`));
    expect(await lastSigned()).toEqual(signedBy('poster'));
    expect(await page.context().cookies()).toEqual([]);
    await close();
  });

  test('stores nothing in the browser, and returns from the last page to the form', async () => {
    const { page, close } = await openHost('keeps', { html: link() + script() });
    await signIn(widgetIn(page));
    expect(await within(page, '[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
      0,
      0,
      '',
    ]);
    await widgetIn(page).getByRole('link', { name: 'Back to the petition' }).click();
    await widgetIn(page).getByRole('heading', { name: 'Sign the petition' }).waitFor();
    expect(await widgetIn(page).locator('[name=source]').inputValue()).toBe('poster');
    await close();
  });

  test('shows errors in the frame with what was typed', async () => {
    const { page, close } = await openHost('errors', { html: link() + script() });
    await widgetIn(page).getByLabel('Given name').fill('Ana');
    await widgetIn(page).getByRole('button', { name: 'Sign the petition' }).click();
    await widgetIn(page).getByRole('alert').waitFor();
    expect(await widgetIn(page).getByLabel('Given name').inputValue()).toBe('Ana');
    await close();
  });
});

describeInBrowser('a petition on pages of every kind', () => {
  test('with a strict policy, which names our address and no more', async () => {
    const policy = `default-src 'none'; frame-src ${site.url}; script-src ${site.url}; base-uri 'none'; require-trusted-types-for 'script'`;
    const { page, close } = await openHost('strict', { html: link() + script(), policy });
    const broken: string[] = [];
    page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
    await page.reload();
    await signIn(widgetIn(page));
    expect(await lastSigned()).toEqual(signedBy('poster'));
    expect(broken.filter((text) => !text.includes('favicon'))).toEqual([]);
    await close();
  });

  test('with a policy that shuts the frame out: the link stays', async () => {
    const policy = `default-src 'none'; script-src ${site.url}`;
    const { page, close } = await openHost('shut', { html: link() + script(), policy });
    await page.locator('undersigned-widget').waitFor();
    expect(await page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(true);
    await close();
  });

  test('without scripts: the link works', async () => {
    const { page, close } = await openHost(
      'scriptless',
      { html: link() + script() },
      { javaScriptEnabled: false },
    );
    await page.getByRole('link', { name: 'Sign it' }).click();
    await page.getByRole('heading', { name: 'Do the small thing' }).waitFor();
    expect(page.url()).toBe(`${site.url}/petitions/${petition}?source=poster`);
    await close();
  });

  test('without scripts: the plain frame signs', async () => {
    const html = `<iframe src="${site.url}/embed/petitions/${petition}?source=poster" title="Sign" width="100%" height="1200"></iframe>`;
    const { page, close } = await openHost('plain-frame', { html }, { javaScriptEnabled: false });
    await signIn(page.frameLocator('iframe'));
    expect(await lastSigned()).toEqual(signedBy('poster'));
    await close();
  });

  test('in a sandboxed frame that has no origin of its own', async () => {
    pages['/pasted'] = { html: listening + link() + script() };
    const html = `<iframe src="/pasted" title="Pasted" sandbox="allow-scripts allow-forms allow-popups" width="100%" height="1400"></iframe>`;
    const { page, close } = await openHost('sandboxed', { html });
    const pasted = page.frameLocator('iframe');
    const frame = pasted.locator('undersigned-widget').frameLocator('iframe');
    await signIn(frame);
    expect(await lastSigned()).toEqual(signedBy('poster'));
    const inside = page.frames().find((one) => one.url().endsWith('/pasted'));
    await eventually(async () =>
      (await inside?.evaluate<Heard[]>('heard'))?.map(({ what }) => what),
    ).toContain('signed');
    await close();
  });

  test('in a shadow root that the page asks for, as a link and as an element', async () => {
    const html = `${listening}<div id="one"></div><div id="two"></div>${script()}
      <script>addEventListener('load', () => {
        const one = document.querySelector('#one').attachShadow({ mode: 'open' });
        one.innerHTML = ${JSON.stringify(link())};
        undersigned.upgrade(one);
        const two = document.querySelector('#two').attachShadow({ mode: 'open' });
        two.innerHTML = '<undersigned-widget petition="${petition}" source="poster" compact>Sign here</undersigned-widget>';
      })</script>`;
    const { page, close } = await openHost('shadow', { html });
    await signIn(widgetIn(page, 0));
    await signIn(widgetIn(page, 1));
    expect((await heardBy(page)).filter(({ what }) => what === 'signed')).toHaveLength(2);
    expect(await lastSigned()).toEqual(signedBy('poster'));
    await close();
  });

  test('three at once, each of its own height, by scripts that are loaded twice', async () => {
    const html = `${listening}${script()}${link()}${link('data-compact data-progress="off"')}
      <div style="width:280px">${link()}</div>${script()}`;
    const { page, close } = await openHost('three', { html });
    for (const n of [0, 1, 2]) await widgetIn(page, n).locator('#sign').waitFor();
    expect(await page.locator('undersigned-widget').count()).toBe(3);
    const heights = async () => {
      const boxes = await Promise.all(
        [0, 1, 2].map((n) => page.locator('undersigned-widget iframe').nth(n).boundingBox()),
      );
      return boxes.map((box) => box?.height ?? 0);
    };
    await eventually(async () => new Set(await heights()).size).toBe(3);
    await signIn(widgetIn(page, 2));
    await eventually(async () => (await heardBy(page)).filter(({ what }) => what === 'signed').length).toBe(
      1,
    );
    expect(await widgetIn(page, 0).locator('#sign').isVisible()).toBe(true);
    await close();
  });

  test('in a sidebar of 280 pixels, without scrolling sideways', async () => {
    const html = `<div style="width:280px">${link()}</div>${script()}`;
    const { page, close } = await openHost('sidebar', { html });
    await widgetIn(page).locator('#sign').waitFor();
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await within(page, sideways)).toBe(0);
    await signIn(widgetIn(page));
    expect(await within(page, sideways)).toBe(0);
    await close();
  });

  test('in Spanish, by the language of the page around it', async () => {
    const html = `<!doctype html><html lang="es-MX"><title>Iglesia</title><body>${link()}${script()}</body></html>`;
    const { page, close } = await openHost('spanish', { html });
    await signIn(widgetIn(page), spanish);
    expect(await lastSigned()).toEqual(signedBy('poster', 'es'));
    await close();
  });

  test('inserted late, taken out and put in again', async () => {
    const html = `${listening}${script()}<main></main>`;
    const { page, close } = await openHost('late', { html });
    await page.waitForFunction('globalThis.undersigned');
    await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(`<p>${link()}</p>`)}`);
    await widgetIn(page).locator('#sign').waitFor();
    await page.evaluate(`{
      const paragraph = document.querySelector('main p');
      paragraph.remove();
      document.querySelector('main').append(paragraph);
    }`);
    expect(await page.locator('undersigned-widget').count()).toBe(1);
    await signIn(widgetIn(page));
    expect(await lastSigned()).toEqual(signedBy('poster'));
    await eventually(async () => (await heardBy(page)).filter(({ what }) => what === 'signed').length).toBe(
      1,
    );
    await close();
  });
});

describeInBrowser('a partner that shows the form on its own site', () => {
  test('finds who signed there on its page, and the committee in its digest', async () => {
    const { petition: shared, committee } = await openOwnCoalition('framed-partner');
    const { page, close } = await openHost('partner', {
      html: link('data-source="church-form"', shared) + script(),
    });
    await confirmByMail(await signIn(widgetIn(page)));
    await close();
    const brought = async () => {
      const { actions } = await readJson<PartnerJson>(`${await partnerPage(shared, 'church')}.json`);
      return actions[0];
    };
    expect(await brought()).toMatchObject({ signed: 1, credited: 1, counted_elsewhere: 0, confirmed: 1 });
    await passWeek(site.db, shared, new Date());
    await oweDigests(site.db, shared, 1);
    await cron(mondayMorning(new Date()));
    const [digest] = await mailbox(committee);
    expect(digest?.text).toMatch(/By partner of the campaign\s+Partner +Number\n +The church +1\n/);
  });
});

describeInBrowser('a survey on a page', () => {
  test('is answered, looked through and sent inside the frame, and keeps no draft', async () => {
    const html = `${listening}<a href="${site.url}/surveys/budget-input" data-undersigned="surveys/budget-input">Answer</a>${script()}`;
    const { page, close } = await openHost('survey', { html });
    const frame = widgetIn(page);
    await frame.getByRole('button', { name: 'Review your answers' }).click();
    await frame.getByLabel('Given name').fill('Ana');
    expect(await within(page, '[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
    await frame.getByLabel('Email address').fill(freshEmail('embedded'));
    await frame.getByLabel('ZIP code').fill('28202');
    const send = frame.locator('p > button[name=step][value=send]');
    await send.click();
    await frame.getByRole('heading', { name: 'Check your email' }).waitFor();
    await eventually(async () => (await heardBy(page)).map(({ what }) => what)).toContain('signed');
    expect((await lastSigned('budget-input'))?.state).toBe('unconfirmed');
    await close();
  });
});

describeInBrowser('somebody hostile', () => {
  test('changes nothing by sending messages', async () => {
    pages['/forger'] = {
      html: `<script>for (const type of ['signed', 'resize']) for (const up of [parent, top])
        for (const id of ['u1', 'u2']) up.postMessage({ v: 1, type, id, height: 3999 }, '*');</script>`,
    };
    const html = `${listening}${link()}${script()}<iframe src="${atStranger().url}/forger" title="Other"></iframe>`;
    const { page, close } = await openHost('forged', { html });
    await widgetIn(page).locator('#sign').waitFor();
    await page.evaluate(`for (const data of [{ v: 1, type: 'signed' }, { v: 1, type: 'resize', height: 3999 }, null, 7])
      postMessage(data, '*')`);
    await eventually(async () => (await heardBy(page)).some(({ what }) => what === 'resize')).toBe(true);
    const heard = await heardBy(page);
    expect(heard.filter(({ what, height }) => what === 'signed' || height === 3999)).toEqual([]);
    await close();
  });

  test('can neither send messages to a frame nor listen to it from another frame', async () => {
    const html = `${link()}${script()}<script>
      window.leaked = [];
      addEventListener('message', (event) => leaked.push(JSON.stringify(event.data)));</script>`;
    const { page, close } = await openHost('told', { html });
    await widgetIn(page).locator('#sign').waitFor();
    await eventually(() => page.evaluate<number>('leaked.length')).toBeGreaterThan(0);
    for (const told of await page.evaluate<string[]>('leaked')) {
      expect(told).toMatch(/^\{"v":1,"id":"u1","type":"(ready|resize)","height":\d+(,"at":[\d.]+)?\}$/);
    }
    await close();
  });

  test('cannot frame a form that only another site may frame, and that site can', async () => {
    const html = link('', locked) + script();
    const allowed = await openHost('allowed', { html });
    await signIn(widgetIn(allowed.page));
    await allowed.close();
    const refused = await openHost('refused', { html }, {}, atStranger());
    await refused.page.locator('undersigned-widget').waitFor();
    await eventually(() => refused.page.frames().some((one) => one.url().startsWith('chrome-error:'))).toBe(
      true,
    );
    expect(await refused.page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(true);
    await refused.close();
  });

  test('cannot frame any page outside /embed', async () => {
    const paths = [
      '/',
      `/petitions/${petition}`,
      `/petitions/${petition}/check-your-email`,
      '/my/AAAA',
      '/confirm/AAAA',
    ];
    const html = paths.map((path) => `<iframe src="${site.url}${path}" title="${path}"></iframe>`).join('');
    const { page, close } = await openHost('clickjack', { html });
    await eventually(() => page.frames().filter((one) => one.url().startsWith('chrome-error:')).length).toBe(
      paths.length,
    );
    await close();
  });

  test('gets nothing through the options of a widget', async () => {
    const bad = `&quot;&gt;&lt;img src=x onerror=top.hit=1&gt;`;
    const options = ['source', 'lang', 'accent', 'progress'].map((name) => `data-${name}="${bad}"`).join(' ');
    const html = `${link(options)}<a href="https://evil.example/" data-undersigned="petitions/${petition}">No</a>
      <a href="${site.url}/" data-undersigned="../my/AAAA">Nor this</a>${script()}`;
    const { page, close } = await openHost('options', { html });
    await signIn(widgetIn(page));
    expect(await page.locator('undersigned-widget').count()).toBe(1);
    expect(await lastSigned()).toEqual(signedBy('other'));
    expect(await page.evaluate('window.hit')).toBeUndefined();
    await close();
  });
});

describeInBrowser('what a widget weighs', () => {
  test('is 2.5 KB for the loader, and 20 KB for a page in the frame with all that it loads', async () => {
    const loader = await fetch(`${site.url}/embed/v1.js`);
    expect(loader.headers.get('cache-control')).toBe('public, max-age=3600, stale-while-revalidate=86400');
    expect(gzipSync(await loader.text()).length).toBeLessThanOrEqual(2.5 * 1024);
    for (const path of ['petitions/arrest-traffickers', 'surveys/budget-input', 'surveys/needs-assessment']) {
      const context = await browser().newContext();
      const page = await context.newPage();
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      await page.goto(`${site.url}/embed/${path}?accent=1a5c8a&lang=es`, { waitUntil: 'networkidle' });
      const weights = await Promise.all(
        responses.map(async (response) => [response.url(), gzipSync(await bodyOf(response)).length] as const),
      );
      expect(weights.some(([url]) => url.endsWith('.css'))).toBe(true);
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
      expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(20 * 1024);
      expect(await page.locator('script:not([async]):not([defer]), script:not([src])').count()).toBe(0);
      expect(await leftBehind(page)).toEqual([]);
      await context.close();
    }
  });
});

describeInBrowser('the page "share and embed"', () => {
  test('shows the form as it will look, and copies the code', async () => {
    const context = await browser().newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${site.url}/petitions/${petition}/embed`);
    await page.getByLabel('Credit goes to').selectOption('poster');
    await page.getByLabel('Your color').fill('1a5c8a');
    await page.getByRole('button', { name: 'Show the code' }).click();
    const preview = page.frameLocator('iframe.preview');
    expect(await preview.locator('[name=source]').inputValue()).toBe('poster');
    const color = "getComputedStyle(document.querySelector('#sign .button')).backgroundColor";
    // The color's style sheet loads separately.
    await expect.poll(() => within(page, color)).toBe('rgb(26, 92, 138)');
    await page.getByRole('button', { name: 'Copy Link and script' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain(
      `data-undersigned="petitions/${petition}" data-source="poster" data-accent="1a5c8a"`,
    );
    const pasted = await openHost('pasted-code', { html: copied });
    await signIn(widgetIn(pasted.page));
    expect(await lastSigned()).toEqual(signedBy('poster'));
    await pasted.close();
    await context.close();
  });
});
