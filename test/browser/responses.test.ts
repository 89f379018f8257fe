import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import type { TestApp } from '../support/app.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  openVisit,
  phone,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { dateFrom, mondayMorning } from '../support/calendar.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnAsking } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { cron, mailbox, mailedLink } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

/** Nothing amiss at both widths; `PICTURES=FOLDER` keeps what the page looks like. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ phone, desk })) {
    await page.setViewportSize(viewport);
    expect(await axeFinds(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
}

const words = {
  en: {
    yes: 'Yes',
    look: 'We will look into it by a day that we name',
    due: 'Day by which you will act',
    text: 'In your own words',
    publish: 'Publish the answer',
    needed: 'Name the day by which',
    done: 'Your answer is public now',
    overdue: 'overdue by',
    digest: /A commitment about “[^”]+” is overdue by/,
    missed: 'Missed',
    source: 'Commitment: Source',
    shown: 'Missed, as of',
  },
  es: {
    yes: 'Sí',
    look: 'Lo estudiaremos antes de una fecha que indicamos',
    due: 'Fecha límite para actuar',
    text: 'Con sus propias palabras',
    publish: 'Publicar la respuesta',
    needed: 'Indique la fecha',
    done: 'Su respuesta ya está publicada',
    overdue: 'de retraso',
    digest: /Un compromiso sobre «[^»]+» lleva \d+ días de retraso/,
    missed: 'No cumplido',
    source: 'Compromiso: Fuente',
    shown: 'No cumplió, según consta',
  },
};

describeInBrowser('a committee', () => {
  test.for(['en', 'es'] as const)(
    'answers two asks, commits to a date and misses it, in %s',
    async (language) => {
      const say = words[language];
      const { petition, committee } = await openOwnAsking(`answers-${language}`);
      await site.db
        .prepare(
          'UPDATE thresholds SET reached_at = ?2 WHERE signatures = 3 AND action_id = (SELECT id FROM actions WHERE slug = ?1)',
        )
        .bind(petition, Date.now())
        .run();
      await cron(new Date());
      const link = new URL(await mailedLink(committee, '/answer/')).pathname;
      const { page, faults, close } = await openVisit(browser());
      const path = (to: string) => `${to}${to.includes('?') ? '&' : '?'}lang=${language}`;

      await page.goto(path(`/petitions/${petition}`));
      if (language === 'en') await look(page, 'petition-waiting');
      await page.goto(path(link));
      await look(page, `answer-empty-${language}`);
      const ask = (at: number) => page.locator('form#answers > section').nth(at);
      await ask(0).getByLabel(say.look).check();
      await ask(0).getByLabel(say.text).fill('We will hear the chief.');
      await ask(1).getByLabel(say.yes, { exact: true }).check();
      await page.getByRole('button', { name: say.publish }).click();
      await page.getByText(say.needed).first().waitFor();
      await look(page, `answer-wrong-${language}`);
      expect(await ask(0).getByLabel(say.text).inputValue()).toBe('We will hear the chief.');
      await ask(0).getByLabel(say.due).fill(dateFrom(new Date(), 3));
      await page.getByRole('button', { name: say.publish }).click();
      await page.getByText(say.done).waitFor();
      await look(page, `answer-done-${language}`);

      // A week goes by.
      await site.db
        .prepare(
          'UPDATE answers SET due_on = ?2 WHERE due_on IS NOT NULL AND action_id = (SELECT id FROM actions WHERE slug = ?1)',
        )
        .bind(petition, dateFrom(new Date(), -4))
        .run();
      await expect
        .poll(async () => {
          await page.goto(path(`/petitions/${petition}`));
          return page.locator('#asks').textContent();
        })
        .toContain(say.overdue);
      await look(page, `petition-overdue-${language}`);
      await site.db
        .prepare(
          'UPDATE committees SET language = ?2 WHERE id = (SELECT committee_id FROM actions WHERE slug = ?1)',
        )
        .bind(petition, language)
        .run();
      await cron(mondayMorning(new Date(), 1));
      const [digest] = await mailbox(committee);
      expect(digest?.text.replace(/\s+/g, ' ')).toMatch(say.digest);
      await page.goto(path(new URL(await mailedLink(committee, '/tallies/')).pathname));
      await page.getByText(say.overdue).first().waitFor();
      await look(page, `staff-overdue-${language}`);

      const campaign = await site.db
        .prepare('SELECT id, slug FROM campaigns WHERE slug = ?')
        .bind(`answers-${language}-campaign`)
        .first<{ id: number; slug: string }>();
      if (!campaign) throw new Error('no campaign');
      const app = { deps: { db: site.db, keyring: siteKeyring() }, now: () => new Date() };
      const editor = await organizerIn(app as unknown as TestApp, campaign, { role: 'editor' });
      await site.db
        .prepare('UPDATE organizers SET language = ? WHERE id = ?')
        .bind(language, editor.id)
        .run();
      const [name = '', value = ''] = editor.cookie.split('=');
      await page.context().addCookies([{ name, value, url: site.url }]);
      const home = `/organize/campaigns/${campaign.slug}`;
      await page.goto(path(home));
      await page.goto(path(`${home}/responses`));
      await page.getByText(say.overdue).first().waitFor();
      await look(page, `console-list-${language}`);
      await page.goto(path(`${home}/responses/${petition}/safety`));
      await page.getByText(say.overdue).first().waitFor();
      await look(page, `console-one-${language}`);
      await page.getByLabel(say.source).fill('https://city.example/minutes');
      await page.getByRole('button', { name: say.missed, exact: true }).click();
      await page.getByText(say.shown).first().waitFor();
      await page.goto(path(`${home}/answer-mailings/${petition}`));
      await look(page, `console-mail-${language}`);
      await page.goto(path(`/petitions/${petition}/answers`));
      await page.getByText(say.shown).first().waitFor();
      await look(page, `answers-${language}`);
      expect(faults).toEqual([]);
      await close();
    },
  );
});
