import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  follow,
  openVisit,
  phone,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { mailbox, mailedLink } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

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
    question: 'Your question',
    email: 'Your email address',
    agree: 'The organizers may publish',
    send: 'Send my question',
    wrong: 'Check the box so that',
    sent: 'Check your email',
    confirm: 'Send my question to the organizers',
    waits: 'It waits for the organizers',
    answer: 'Answer it',
    publish: 'Publish',
    done: 'A question was answered',
    told: 'Your question about',
    answered: 'It was answered:',
    deleted: 'Your question was deleted.',
    erase: 'Delete my question',
  },
  es: {
    question: 'Su pregunta',
    email: 'Su correo electrónico',
    agree: 'La organización puede publicar',
    send: 'Enviar mi pregunta',
    wrong: 'Marque la casilla',
    sent: 'Revise su correo',
    confirm: 'Enviar mi pregunta a la organización',
    waits: 'Espera a la organización',
    answer: 'Responder',
    publish: 'Publicar',
    done: 'Se respondió una pregunta',
    told: 'Su pregunta sobre',
    answered: 'Ya tiene respuesta:',
    deleted: 'Su pregunta se borró.',
    erase: 'Borrar mi pregunta',
  },
};

describeInBrowser('a question', () => {
  test.for(['en', 'es'] as const)(
    'is asked, confirmed, answered in public and told to who asked, in %s',
    async (language) => {
      const say = words[language];
      await openOwnKit(`questions-${language}`, { petitions: 1 });
      const campaign = await campaignNamed(`questions-${language}-campaign`);
      const email = `asks-${language}@questions.example`;
      const path = (to: string) => `${to}${to.includes('?') ? '&' : '?'}lang=${language}`;
      // Without a script, as for anybody whose browser runs none.
      const { page, faults, close } = await openVisit(browser(), { javaScriptEnabled: language === 'en' });
      await page.goto(path(`/campaigns/${campaign.slug}/questions`));
      await page.getByLabel(say.question).fill('What does the training cost the city?');
      await page.getByLabel(say.email).fill(email);
      await page.getByRole('button', { name: say.send }).click();
      await page.getByText(say.wrong).first().waitFor();
      if (language === 'en') await look(page, 'ask-wrong');
      await page.getByLabel(say.agree).check();
      await page.getByRole('button', { name: say.send }).click();
      await page.getByRole('heading', { name: say.sent }).waitFor();

      const own = path(new URL(await mailedLink(email, '/questions/')).pathname);
      await page.goto(own);
      if (language === 'en') await look(page, 'own');
      await page.getByRole('button', { name: say.confirm }).click();
      await page.getByText(say.waits).waitFor();

      const owner = await organizerIn(siteApp(), campaign, { role: 'editor' });
      await site.db
        .prepare('UPDATE organizers SET language = ?2 WHERE id = ?1')
        .bind(owner.id, language)
        .run();
      const [name = '', value = ''] = owner.cookie.split('=');
      const desktop = await openVisit(browser());
      await desktop.page.context().addCookies([{ name, value, url: new URL(page.url()).origin }]);
      await desktop.page.goto(path(`/organize/campaigns/${campaign.slug}/questions`));
      await look(desktop.page, `queue-${language}`);
      await follow(desktop.page.getByRole('link', { name: say.answer, exact: true }));
      for (const [field, text] of [
        ['asked.en', 'What does it cost?'],
        ['asked.es', '¿Cuánto cuesta?'],
        ['answer.en', 'About **$1.2 million**.'],
        ['answer.es', 'Cerca de **$1.2 millones**.'],
        ['source', 'City budget 2027, page 41'],
      ] as const) {
        await desktop.page.locator(`[name="${field}"]`).fill(text);
      }
      await look(desktop.page, `answer-${language}`);
      await desktop.page.getByRole('button', { name: say.publish }).click();
      await desktop.page.getByText(say.done).waitFor();
      await look(desktop.page, `queue-done-${language}`);

      await page.goto(path(`/campaigns/${campaign.slug}/questions`));
      await page.getByText('City budget 2027').waitFor();
      if (language === 'en') await look(page, 'answers');
      await page.goto(path(`/campaigns/${campaign.slug}`));
      if (language === 'en') await look(page, 'campaign');
      expect((await mailbox(email)).some(({ subject }) => subject.startsWith(say.told))).toBe(true);
      await page.goto(own);
      await page.getByText(say.answered).waitFor();
      await page.getByRole('button', { name: say.erase }).click();
      await page.getByText(say.deleted).waitFor();
      expect([...faults, ...desktop.faults]).toEqual([]);
      await Promise.all([close(), desktop.close()]);
    },
  );
});
