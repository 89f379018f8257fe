import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { idOf, strategyKit } from '../strategy/support.ts';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  follow,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { textsOfPages } from '../support/pdf.ts';
import { cron } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();
/** `PICTURES=FOLDER` keeps what the pages look like. */
const pictures = process.env.PICTURES;

const words = {
  en: {
    menu: 'Stakeholders and power',
    road: 'Road to the majority',
    enter: 'Enter evidence',
    for: 'For',
    statement: 'Statement',
    save: 'Save',
    problem: 'Who says so: Fill this in',
    none: 'No seat is for it. 4 votes carry it. 4 votes are missing.',
    one: '1 seat is for it. 4 votes carry it. 3 votes are missing.',
    faded: 'Unknown. On',
    table: 'What the map shows',
  },
  es: {
    menu: 'Actores y poder',
    road: 'Camino a la mayoría',
    enter: 'Anotar una prueba',
    for: 'A favor',
    statement: 'Declaración',
    save: 'Guardar',
    problem: 'Quién lo dice: Rellene esto',
    none: 'Ningún escaño está a favor. Bastan 4 votos. Faltan 4 votos.',
    one: '1 escaño está a favor. Bastan 4 votos. Faltan 3 votos.',
    faded: 'Se desconoce. El',
    table: 'Lo que muestra el mapa',
  },
};

async function wellShown(page: Page): Promise<void> {
  for (const viewport of [{ width: 320, height: 640 }, desk]) {
    await page.setViewportSize(viewport);
    expect([page.url(), await axeFinds(page)]).toEqual([page.url(), []]);
    expect([page.url(), await sidewaysScroll(page)]).toEqual([page.url(), 0]);
  }
}

/** The clock of the site cannot be turned, so what is stored is made older by so many days. */
async function passDays(campaignId: number, days: number): Promise<void> {
  const older = (column: string) => `${column} = date(${column}, '-${days} days')`;
  await site.db.batch(
    [
      `UPDATE stakeholder_evidence SET ${older('on_day')} WHERE campaign_id = ?`,
      `UPDATE stakeholders SET ${older('support_on')} WHERE campaign_id = ? AND support_on <> ''`,
      `UPDATE road_days SET ${older('day')} WHERE campaign_id = ?`,
    ].map((sql) => site.db.prepare(sql).bind(campaignId)),
  );
}

async function openOwn(name: string) {
  const kit = strategyKit();
  const named = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, name));
  expect(await openKit(site.db, named, new Date())).toMatchObject({ ok: true });
  return campaignNamed(`${name}-campaign`);
}

describeInBrowser('the road to the majority', () => {
  test.for([
    ['en', 'with JavaScript'],
    ['es', 'with JavaScript'],
    ['en', 'without JavaScript'],
  ] as const)(
    'an editor enters a statement with its source, the road moves, and ninety-one days later it has faded (%s, %s)',
    async ([language, how]) => {
      const javaScriptEnabled = how === 'with JavaScript';
      const say = words[language];
      // axe needs JavaScript.
      const look = javaScriptEnabled ? wellShown : async () => {};
      const campaign = await openOwn(`road-${language}-${javaScriptEnabled}`);
      const app = siteApp();
      const editor = await organizerIn(app, campaign, { role: 'editor' });
      const row = site.db.prepare('UPDATE organizers SET language = ?2 WHERE id = ?1');
      await row.bind(editor.id, language).run();
      const visit = await openVisit(browser(), { viewport: desk, javaScriptEnabled });
      const { page } = visit;
      const [name = '', value = ''] = editor.cookie.split('=');
      await page.context().addCookies([{ name, value, url: site.url }]);

      await page.goto(`/organize/campaigns/${campaign.slug}?lang=${language}`);
      await follow(page.getByRole('link', { name: say.menu }).first());
      await look(page);
      await follow(page.getByRole('link', { name: say.road }));
      expect(await page.locator('.lead').textContent()).toContain(say.none);
      await follow(page.getByRole('link', { name: /^Seat 1/ }).first());
      await follow(page.getByRole('link', { name: say.enter }));
      await page.selectOption('#kind', { label: say.statement });
      await page.selectOption('#support', { label: say.for });
      await page.fill('#link', 'https://council.example/minutes');
      await follow(page.getByRole('button', { name: say.save }));
      expect(await page.getByRole('alert').textContent()).toContain(say.problem);
      expect(await page.inputValue('#link')).toBe('https://council.example/minutes');
      await look(page);
      await page.fill('#said_by', 'Minutes of the council');
      await follow(page.getByRole('button', { name: say.save }));
      expect(await page.locator('table').first().textContent()).toContain('Minutes of the council');
      await look(page);
      await follow(page.getByRole('link', { name: say.road }));
      expect(await page.locator('.lead').textContent()).toContain(say.one);

      await passDays(campaign.id, 90);
      await page.reload();
      expect(await page.locator('.lead').textContent()).toContain(say.one);
      await passDays(campaign.id, 1);
      // A day is counted although nobody enters anything.
      await cron(new Date());
      await page.reload();
      expect(await page.locator('.lead').textContent()).toContain(say.none);
      expect(await page.locator('main').textContent()).toContain(say.faded);
      expect(await page.locator('figure.road svg path.for').count()).toBe(1);
      expect(await page.locator('figure.road ~ table tbody tr').count()).toBe(2);
      await look(page);
      expect(visit.faults).toEqual([]);
      await visit.close();
    },
  );

  test('the map and the grid have their tables, also in the dark and on paper', async () => {
    const campaign = await openOwn('road-printed');
    const app = siteApp();
    const editor = await organizerIn(app, campaign, { role: 'editor' });
    const seat = await idOf(app, campaign, 'Seat 1');
    const shelter = await idOf(app, campaign, 'A shelter');
    await editor.post(`/stakeholders/${shelter}/tie`, { kind: 'advises', other: seat });
    const on = new Date(Date.now() - day).toISOString().slice(0, 10);
    const evidence = { kind: 'vote', on, support: 'leans-for', influence: '3', said_by: 'Minutes' };
    await editor.post(`/stakeholders/${seat}/evidence`, evidence);
    const visit = await openVisit(browser(), { viewport: desk, colorScheme: 'dark' });
    const { page } = visit;
    const [name = '', value = ''] = editor.cookie.split('=');
    await page.context().addCookies([{ name, value, url: site.url }]);
    for (const path of ['power-map', 'power-grid']) {
      await page.goto(`/organize/campaigns/${campaign.slug}/${path}`);
      await wellShown(page);
      expect(await page.locator('.picture svg use[href^="#s-"]').count()).toBe(8);
      expect(await page.locator('.picture svg').getAttribute('aria-hidden')).toBe('true');
      expect(await page.locator('table tbody tr').count()).toBe(8);
      await page.keyboard.press('Tab');
      const pdf = await page.pdf({ format: 'Letter', printBackground: true });
      expect(textsOfPages(pdf).length).toBeLessThanOrEqual(3);
      expect(Math.min(...textsOfPages(pdf))).toBeGreaterThan(0);
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        writeFileSync(`${pictures}/${path}.pdf`, pdf);
      }
    }
    await page.goto(`/organize/campaigns/${campaign.slug}/power-map`);
    expect(await page.locator('table').textContent()).toContain('advises Seat 1 (');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});
