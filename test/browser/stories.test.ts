import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { partnerToken } from '../../worker/coalition/partner-links.ts';
import { listPartners } from '../../worker/coalition/store.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { firstViewWeights } from '../bench/weights.ts';
import { kitWithStories } from '../stories/support.ts';
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
import { siteKeyring } from '../support/site-keyring.ts';
import { visit as request } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

/** Nothing amiss at the narrowest and on a desk; `PICTURES=FOLDER` keeps what the page looks like. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ narrow: { width: 320, height: 640 }, desk })) {
    await page.setViewportSize(viewport);
    expect([name, await axeFinds(page)]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
}

async function openOwnStories(name: string) {
  const kit = kitWithStories();
  const named = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, name));
  const opened = await openKit(site.db, named, new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const campaign = await campaignNamed(`${name}-campaign`);
  const [partner] = (await listPartners(site.db, campaign.id)).filter(({ slug }) => slug === 'survivors');
  if (!partner) throw new Error('no partner that invites');
  return { campaign, partnerPage: `/partners/${await partnerToken(siteKeyring(), partner)}` };
}

/** Seven days pass for what was agreed to. */
const sevenDaysLater = (campaign: { id: number }) =>
  site.db
    .prepare(
      'UPDATE story_consents SET from_at = from_at - ?2, until_at = until_at - ?2, agreed_at = agreed_at - ?2 WHERE campaign_id = ?1',
    )
    .bind(campaign.id, 7 * day)
    .run();

const words = {
  en: {
    invite: 'Invite somebody',
    make: 'Make a link',
    yes: 'Yes',
    no: 'No',
    begin: 'Begin',
    stopped: 'Nothing was stored.',
    write: 'Write',
    police: 'What could the police have done?',
    name: 'A name to be called by',
    save: 'Save',
    page: 'On the campaign’s page of stories',
    press: 'In the press kit',
    look: 'Look at what would be shown',
    preview: 'Exactly this would be shown',
    sure: 'I am 18 or older',
    agree: 'Yes, show it after seven days',
    waits: 'Will be shown from',
    shown: 'Shown until',
    stories: 'Read the stories',
    read: 'Read this story',
    down: 'Take it down everywhere',
    nowhere: 'Nowhere.',
    gone: 'This story is not shown',
    none: 'No story is shown at the moment.',
  },
  es: {
    invite: 'Invitar a alguien',
    make: 'Crear un enlace',
    yes: 'Sí',
    no: 'No',
    begin: 'Empezar',
    stopped: 'No se guardó nada.',
    write: 'Escribir',
    police: '¿Qué pudo hacer la policía?',
    name: 'Un nombre para llamarle',
    save: 'Guardar',
    page: 'En la página de historias de la campaña',
    press: 'En el material para la prensa',
    look: 'Ver lo que se mostraría',
    preview: 'Se mostraría exactamente esto',
    sure: 'Tengo 18 años o más',
    agree: 'Sí, mostrarlo después de siete días',
    waits: 'Se mostrará desde el',
    shown: 'Se muestra hasta el',
    stories: 'Leer las historias',
    read: 'Leer esta historia',
    down: 'Retirarlo de todas partes',
    nowhere: 'En ninguna parte.',
    gone: 'Esta historia no se muestra',
    none: 'Por ahora no se muestra ninguna historia.',
  },
};

const told = 'They could have asked me one question without him in the room.';

describeInBrowser('a story', () => {
  // Axe does not run in a page without scripts, so the pages are looked at in a second round.
  test.for([
    ['en', 'without a script'],
    ['es', 'without a script'],
    ['en', 'looked at'],
    ['es', 'looked at'],
  ] as const)(
    'is invited, written, previewed and agreed to, appears after seven days and is taken down at once: %s, %s',
    { timeout: 400_000 },
    async ([language, how]) => {
      const javaScriptEnabled = how === 'looked at';
      const look = javaScriptEnabled ? lookAt : async () => {};
      const say = words[language];
      const { campaign, partnerPage } = await openOwnStories(
        `tells-${language}${javaScriptEnabled ? '-looked' : ''}`,
      );
      const inLanguage = `?lang=${language}`;
      const { page, faults, close } = await openVisit(browser(), { javaScriptEnabled });

      await page.goto(partnerPage + inLanguage);
      await follow(page.getByRole('link', { name: say.invite }));
      await follow(page.getByRole('button', { name: say.make }));
      await look(page, `invitations-${language}`);
      const link = (await page.locator('code').textContent()) ?? '';
      const invitation = new URL(link).pathname;

      await page.goto(invitation + inLanguage);
      await look(page, `invitation-${language}`);
      for (const name of ['case', 'program', 'minor', 'details']) {
        await page
          .locator(`#${name}`)
          .getByLabel(name === 'case' ? say.yes : say.no, { exact: true })
          .check();
      }
      await follow(page.getByRole('button', { name: say.begin }));
      await page.getByText(say.stopped).waitFor();
      await look(page, `not-now-${language}`);
      await page.goto(invitation + inLanguage);
      for (const name of ['case', 'program', 'minor', 'details'])
        await page.locator(`#${name}`).getByLabel(say.no, { exact: true }).check();
      await follow(page.getByRole('button', { name: say.begin }));

      await follow(page.getByRole('link', { name: say.write, exact: true }));
      await follow(page.getByRole('button', { name: say.save }));
      await page.getByRole('alert').waitFor();
      await page.getByLabel(say.police).fill(told);
      await page.getByLabel(say.name).fill('Marigold');
      await look(page, `write-${language}`);
      await follow(page.getByRole('button', { name: say.save }));

      const own = page.url();
      await page.getByLabel(say.page).check();
      await page.getByLabel(say.press).check();
      await look(page, `own-${language}`);
      await follow(page.getByRole('button', { name: say.look }));
      await page.getByRole('heading', { name: say.preview }).waitFor();
      await look(page, `preview-${language}`);
      const preview = await page.locator('article').innerHTML();
      await page.getByLabel(say.sure).check();
      await follow(page.getByRole('button', { name: say.agree }));
      await page.getByText(say.waits).first().waitFor();

      const front = `/campaigns/${campaign.slug}`;
      await page.goto(front + inLanguage);
      await page.getByRole('link', { name: say.stories }).click();
      await page.getByText(say.none).waitFor();
      await sevenDaysLater(campaign);
      await page.reload();
      await look(page, `stories-${language}`);
      await follow(page.getByRole('link', { name: say.read }));
      expect(await page.locator('article').innerHTML()).toBe(preview);
      await look(page, `story-${language}`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.not-printed').count()).toBeGreaterThan(0);
      expect(await page.locator('.not-printed:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
      const story = page.url();
      const guide = await organizerIn(siteApp(), campaign, { role: 'owner', hasPasskey: true });
      const id = new URL(story).pathname.split('/').at(-1);
      expect((await guide.post(`/stories/${id}/sheet`, { use: 'press' })).status).toBe(200);

      const desktop = await openVisit(browser());
      const cookie = { name: 'organizer', value: guide.cookie.replace('organizer=', ''), url: site.url };
      await desktop.page.context().addCookies([cookie]);
      const atDesk = `/organize${front}/stories`;
      await desktop.page.goto(atDesk + inLanguage);
      await look(desktop.page, `console-${language}`);
      await desktop.page.goto(`${atDesk}/${id}${inLanguage}`);
      await follow(desktop.page.locator('form[action*="/open"] button'));
      await desktop.page.locator('article').waitFor();
      await look(desktop.page, `console-story-${language}`);
      await desktop.page.goto(`${atDesk}/${id}/sheet${inLanguage}`);
      await follow(desktop.page.locator('form[action*="/sheet"] button'));
      await desktop.page.locator('article').waitFor();
      await look(desktop.page, `sheet-${language}`);
      expect(desktop.faults).toEqual([]);
      await desktop.close();

      await page.goto(own);
      await page.getByText(say.shown).first().waitFor();
      await look(page, `own-shown-${language}`);
      await page.getByRole('button', { name: say.down, exact: true }).click();
      await page.getByText(say.nowhere).waitFor();
      // A minute is promised; the next request already finds nothing.
      await page.goto(story);
      await page.getByRole('heading', { name: say.gone }).waitFor();
      await look(page, `gone-${language}`);
      const places = [`${front}/stories`, front, `${front}/updates.xml`, `/api/v1${front}`];
      for (const path of places) expect(await (await request(path)).text()).not.toContain(told);
      expect((await guide.post(`/stories/${id}/sheet`, { use: 'press' })).status).toBe(409);
      // The browser asks again, also on the way back.
      await page.goBack();
      expect(faults.filter((fault) => !fault.includes('status of 4'))).toEqual([]);
      await close();
    },
  );

  test('weighs at most 20 KB on any of its pages', async () => {
    for (const path of ['/campaigns/arrest-the-trafficker/stories']) {
      const weights = firstViewWeights(await (await request(path)).text());
      const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
      expect(sum, JSON.stringify(weights)).toBeLessThanOrEqual(20 * 1024);
    }
  });
});
