import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { previousWeek } from '../../worker/digests/week-rules.ts';
import { weekIn } from '../../worker/platform/time/clock.ts';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import { describeInBrowser, follow, openVisit, sharedBrowser, sidewaysScroll } from '../support/browser.ts';
import { dateFrom, mondayMorning, newYork, oweDigests, passWeek } from '../support/calendar.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, mailedLink, signAndConfirm } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;
const widths = pictures ? [320, 360, 1280] : [320, 1280];

/** Nothing amiss on a phone, and nothing cut off at a desk; `PICTURES=FOLDER` keeps what the page looks like. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 760 });
    expect(await sidewaysScroll(page)).toBe(0);
    if (width === 320) expect(await axeFinds(page)).toEqual([]);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
}

const words = {
  en: {
    button: 'Announce it',
    wrong: 'Say in one line',
    source: 'Where the seed comes from',
    day: 'Day on which the seed is known',
    size: 'How many people',
    draw: 'Draw the sample',
    seed: 'Seed',
    send: 'Send the mails',
    asking: 'Being asked',
    no: 'No, I did not sign',
    said: 'You answered: no',
    own: 'The page of this signature',
  },
  es: {
    button: 'Anunciarla',
    wrong: 'Diga en una línea',
    source: 'De dónde sale la semilla',
    day: 'Día en que se conoce la semilla',
    size: 'Cuántas personas',
    draw: 'Sacar la muestra',
    seed: 'Semilla',
    send: 'Enviar los correos',
    asking: 'Preguntando',
    no: 'No, yo no firmé',
    said: 'Usted respondió: no',
    own: 'La página de esta firma',
  },
};

const inDb = (sql: string, ...values: unknown[]) =>
  site.db
    .prepare(sql)
    .bind(...values)
    .run();

describeInBrowser('a sample of signatures', () => {
  test.for(['en', 'es'] as const)('is announced, drawn, asked by mail and told, in %s', async (language) => {
    const say = words[language];
    const now = new Date();
    const name = `sample-${language}`;
    const { petition, committee } = await openOwnKit(name);
    const email = freshEmail('drawn');
    for (const one of [email, freshEmail('drawn')]) {
      await signAndConfirm(petition, { given_name: 'Ana', family_name: 'Lopez', zip: '28202', email: one });
    }
    await passWeek(site.db, petition, now);
    const campaign = await campaignNamed(`${name}-campaign`);
    const editor = await organizerIn(siteApp(), campaign, { role: 'editor', hasPasskey: true });
    const { page, faults, close } = await openVisit(browser());
    const [cookie = '', value = ''] = editor.cookie.split('=');
    await page.context().addCookies([{ name: cookie, value, url: site.url }]);
    const path = (to: string) => `${to}?lang=${language}`;
    const home = `/organize/campaigns/${campaign.slug}/samples`;

    await page.goto(path(home));
    await look(page, `samples-empty-${language}`);
    await page.getByLabel(say.size).fill('20');
    await page.getByRole('button', { name: say.button }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain(say.wrong);
    expect(await page.getByLabel(say.size).inputValue()).toBe('20');
    await look(page, `samples-wrong-${language}`);
    await page.getByLabel(say.source).fill('Ten dice thrown at the council’s meeting');
    await page.getByLabel(say.day).fill(dateFrom(mondayMorning(now, 1), 1));
    await page.getByRole('button', { name: say.button }).click();
    await page.getByText('Ten dice thrown').first().waitFor();
    await look(page, `sample-announced-${language}`);
    const one = new URL(page.url()).pathname;

    // The week goes by, and its statement is made.
    const week = previousWeek(weekIn(newYork, now));
    const ofSample = 'action_id = (SELECT id FROM actions WHERE slug = ?1)';
    await inDb(
      `UPDATE samples SET week = ?2, seed_on = ?3, announced_at = announced_at - 604800000 WHERE ${ofSample}`,
      petition,
      week,
      dateFrom(now, 0),
    );
    await oweDigests(site.db, petition, 1);
    await cron(mondayMorning(now));
    await page.goto(path(one));
    await look(page, `sample-to-seed-${language}`);
    await page.getByLabel(say.seed, { exact: true }).fill('3-1-6-6-2-5-1-4-4-2');
    await page.getByRole('button', { name: say.draw }).click();
    await page.getByRole('button', { name: say.send }).waitFor();
    await look(page, `sample-drawn-${language}`);
    await page.getByRole('button', { name: say.send }).click();
    await page.getByText(say.asking, { exact: true }).waitFor();
    await look(page, `sample-asking-${language}`);

    const asked = new URL(await mailedLink(email, '/asked/')).pathname;
    const visit = await openVisit(browser());
    await visit.page.goto(path(asked));
    await look(visit.page, `asked-${language}`);
    await visit.page.getByRole('button', { name: say.no }).press('Enter');
    await visit.page.getByText(say.said).waitFor();
    await look(visit.page, `asked-no-${language}`);
    await follow(visit.page.getByRole('link', { name: say.own }));
    expect(new URL(visit.page.url()).pathname).toMatch(/^\/my\//);
    await visit.close();

    await inDb(`UPDATE samples SET closes_at = ?2 WHERE ${ofSample}`, petition, now.getTime());
    await cron(new Date());
    await page.goto(path(`/samples/${petition}`));
    await look(page, `public-few-${language}`);
    // As if more had been drawn: the picture needs twenty answers.
    const leaves = JSON.stringify(Array.from({ length: 40 }, (_, n) => n * 37));
    await inDb(
      `UPDATE samples SET size = 40, leaves = ?2, asked = 38, yes = 30, no = 2 WHERE ${ofSample}`,
      petition,
      leaves,
    );
    await page.goto(path(`/samples/${petition}`));
    await look(page, `public-closed-${language}`);
    await page.goto(path(one));
    await look(page, `sample-closed-${language}`);
    await cron(mondayMorning(now, 1));
    await page.goto(path(new URL(await mailedLink(committee, '/tallies/')).pathname));
    await look(page, `staff-${language}`);
    await page.goto(path(`/statements/${petition}/${week}`));
    await look(page, `statement-${language}`);
    expect(faults).toEqual([]);
    await close();
  });
});
