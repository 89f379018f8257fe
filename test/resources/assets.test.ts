import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { kitWithServices } from './support.ts';

const path = `/campaigns/${charlotte.campaign.slug}/assets`;
const app = testApp();

test('what an owner lets be shown is shown with its phase and partner, and nothing else, anywhere', async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
  for (const [language, phase] of Object.entries({
    en: 'Phase I: enact the policy',
    es: 'Fase I: aprobar la norma',
  })) {
    const html = await (await app.request(`${path}?lang=${language}`)).text();
    expect(html).toContain(phase);
    for (const { name, ...asset } of charlotte.assets) {
      expect(html.includes(name[language as 'en'])).toBe(asset.public === true);
    }
  }
  const others = ['', '/resources', '/resources/steps', '/share', '/privacy'];
  const pages = others.map((page) => `/campaigns/${charlotte.campaign.slug}${page}`);
  for (const page of [...pages, `/api/v1${pages[0]}`, '/sitemap.xml', '/hsds/3.1/services']) {
    expect(await (await app.request(page)).text()).not.toContain('Hotels that train');
  }
});

test('the table counts each district, also those with nothing, and what is of the whole city', async () => {
  const html = await (await app.request(path)).text();
  // Bars from zero, and one of one does not fill the width.
  const bars = [...html.matchAll(/<rect[^>]* width="([^"]+)"/g)].map(([, width]) => width);
  expect(bars).toEqual(['20.00%', '20.00%', '20.00%', '0.00%', '20.00%', '0.00%', '0.00%', '20.00%']);
  const rows = [...html.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>(\d+)<\/td>/g)];
  expect(rows.map(([, label, n]) => [label, Number(n)])).toEqual([
    ['District 1', 1],
    ['District 2', 1],
    ['District 3', 1],
    ['District 4', 0],
    ['District 5', 1],
    ['District 6', 0],
    ['District 7', 0],
    ['The whole city', 1],
  ]);
});

test('a campaign that shows nothing has no such page', async () => {
  const [hidden] = charlotte.assets.filter((asset) => asset.public !== true);
  const { district: _, phase: __, ...asset } = hidden ?? {};
  const kit = { ...kitWithServices([]), assets: [asset] };
  expect(await openKit(env.DB, kit, aWednesday)).toMatchObject({ ok: true });
  expect((await app.request(`/campaigns/${kit.campaign.slug}/assets`)).status).toBe(404);
  expect(await (await app.request(`/campaigns/${kit.campaign.slug}`)).text()).not.toContain('/assets"');
});
