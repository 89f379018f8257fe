import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, follow, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openOwnShifts } from '../support/own-kit.ts';
import { freshEmail, mailedLink } from '../support/visitor.ts';
import { weightOf } from '../support/weight.ts';
import { volunteerWords as words } from './volunteer-words.ts';

const browser = sharedBrowser();

type Language = keyof typeof words;
type Looked = (page: Page, name: string) => Promise<void>;

const pressOn = (page: Page) => (name: string | RegExp) =>
  follow(page.getByRole('button', { name, exact: true }));

async function fillPerson(page: Page, language: Language, email: string) {
  const say = words[language];
  await page.getByLabel(say.name, { exact: true }).fill('Ana');
  await page.getByLabel(say.email, { exact: true }).fill(email);
  await page.getByLabel(say.zip, { exact: true }).fill('28202');
  await page.getByRole('radio').first().check();
}

/** From the overview of the training to the certificate. */
async function learn(page: Page, language: Language, looked: Looked) {
  const say = words[language];
  const press = pressOn(page);
  await press(say.begin);
  await press(say.toQuestions);
  for (const _question of ['a', 'b']) {
    await page.getByLabel(say.right, { exact: true }).check();
    await press(say.answer);
    await press(say.goOn);
  }
  await page.getByLabel(say.onCertificate).fill('Ana');
  await press(say.make);
  await page.getByRole('button', { name: say.save }).waitFor();
  await looked(page, 'certificate');
}

/** The certificate as its page shows it. */
async function textOf(page: Page, language: Language): Promise<string> {
  await page.locator('summary', { hasText: words[language].certificate }).click();
  return page.getByLabel(words[language].certificate, { exact: true }).inputValue();
}

/** As if both shifts had ended an hour ago, in what pages read and in what the database decides by. */
async function endShifts(slug: string) {
  const hour = 3_600_000;
  const [starts, ends] = [3, 1].map((ago) => new Date(Date.now() - ago * hour));
  const ofEvent = 'WHERE action_id = (SELECT id FROM actions WHERE slug = ?1)';
  await site.db.batch([
    site.db
      .prepare(`UPDATE event_slots SET starts_at = ?2, ends_at = ?3 ${ofEvent}`)
      .bind(slug, starts?.getTime(), ends?.getTime()),
    site.db
      .prepare(
        `UPDATE events SET content = json_set(content, '$.slots[0].startsAt', ?2, '$.slots[0].endsAt', ?3,
          '$.slots[1].startsAt', ?2, '$.slots[1].endsAt', ?3) ${ofEvent}`,
      )
      .bind(slug, starts?.toISOString(), ends?.toISOString()),
  ]);
}

describeInBrowser('a volunteer', () => {
  test.for([
    ['en', true],
    ['es', false],
  ] as const)(
    'signs up, takes the training, has a place, changes the shift and reports hours, in %s, with a script: %s',
    { timeout: 400_000 },
    async ([language, javaScriptEnabled]) => {
      const slug = await openOwnShifts(`browser-volunteer-${language}`);
      const say = words[language];
      const email = freshEmail('volunteers');
      const { page, faults, close } = await openVisit(browser(), { viewport: phone, javaScriptEnabled });
      // axe needs a script.
      const looked: Looked = (at, name) =>
        javaScriptEnabled ? look(at, `volunteer-${name}-${language}`) : Promise.resolve();
      const press = pressOn(page);

      await page.goto(`/events/${slug}?lang=${language}`);
      expect(await weightOf(page.url())).toBeLessThanOrEqual(20);
      await looked(page, 'event');
      await fillPerson(page, language, email);
      await press(say.signUp);
      await page.getByRole('link', { name: say.agreeFirst }).waitFor();
      await looked(page, 'event-errors');
      await page.getByText(say.norms).click();
      await page.getByText(say.norm).waitFor();
      await looked(page, 'event-norms');
      await page.getByLabel(say.agree).check();
      await press(say.signUp);
      await page.getByRole('heading', { name: say.check }).waitFor();

      await page.goto(await mailedLink(email, '/confirm/'));
      await page.getByRole('link', { name: say.show }).waitFor();
      await looked(page, 'confirm');
      await press(say.confirm);
      await page.getByText(say.notYet).first().waitFor();
      await looked(page, 'thanks');

      const own = await mailedLink(email, '/my/');
      await page.goto(own);
      await page.getByText(say.unmet).waitFor();
      expect(await page.getByText('12 Secret Street').count()).toBe(0);
      await looked(page, 'own-missing');
      await follow(page.getByRole('link', { name: say.show }));
      expect(await weightOf(page.url())).toBeLessThanOrEqual(20);
      await looked(page, 'conditions');
      await press(say.showThis);
      await page.getByRole('link', { name: say.missing }).waitFor();
      await looked(page, 'conditions-errors');

      const opens = page.context().waitForEvent('page');
      await page.getByRole('link', { name: say.take }).click();
      const training = await opens;
      await learn(training, language, looked);
      if (javaScriptEnabled) {
        const saves = training.waitForEvent('download');
        await training.getByRole('button', { name: say.save }).click();
        const saved = await saves;
        // The form lists only such files.
        expect(saved.suggestedFilename()).toMatch(/\.txt$/);
        await page.getByLabel(say.file).setInputFiles(await saved.path());
      } else {
        await page.getByLabel(say.paste).fill(await textOf(training, language));
      }
      await training.close();
      await press(say.showThis);
      await page.getByText(say.has).waitFor();
      await page.getByText('12 Secret Street').waitFor();
      await looked(page, 'own-place');

      await follow(page.getByRole('link', { name: say.change }));
      await looked(page, 'change');
      await page.getByRole('radio', { name: say.second }).check();
      await press(say.keep);
      await page.getByText(say.second).first().waitFor();
      await page.getByText(say.has).waitFor();
      expect(await page.getByRole('link', { name: say.report }).count()).toBe(0);

      await endShifts(slug);
      const report = page.getByRole('link', { name: say.report });
      const reports = async () => {
        await page.goto(own);
        return report.count();
      };
      await expect.poll(reports, { timeout: 30_000 }).toBe(1);
      await looked(page, 'own-after');
      await follow(report);
      await looked(page, 'hours');
      await page.getByLabel(say.hours, { exact: true }).fill('2.3');
      await press(say.keep);
      await page.getByRole('link', { name: say.wrong }).waitFor();
      await looked(page, 'hours-errors');
      await page.getByLabel(say.hours, { exact: true }).fill('2.25');
      await press(say.keep);
      await page.getByText(say.reported).waitFor();
      await looked(page, 'hours-reported');
      await follow(page.getByRole('link', { name: say.back }));
      await page.getByRole('link', { name: say.changeHours }).waitFor();
      expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await close();
    },
  );

  test.for([
    ['en', true],
    ['es', false],
  ] as const)(
    'who has the certificate first signs up with it and has a place at once, in %s, with a script: %s',
    { timeout: 400_000 },
    async ([language, javaScriptEnabled]) => {
      const name = `browser-certified-${language}`;
      await openOwnShifts(name);
      const say = words[language];
      const email = freshEmail('certified');
      const { page, faults, close } = await openVisit(browser(), { viewport: phone, javaScriptEnabled });
      const looked: Looked = (at, picture) =>
        javaScriptEnabled ? look(at, `volunteer-${picture}-${language}`) : Promise.resolve();
      const press = pressOn(page);

      await page.goto(`/campaigns/${name}-campaign/training?lang=${language}`);
      await learn(page, language, () => Promise.resolve());
      const certificate = await textOf(page, language);
      await press(say.signUpWith);
      expect(await page.getByLabel(say.paste).inputValue()).toBe(certificate);
      await looked(page, 'certified');
      await fillPerson(page, language, email);
      await page.getByLabel(say.agree).check();
      await press(say.signUp);
      await page.getByRole('heading', { name: say.check }).waitFor();
      await page.goto(await mailedLink(email, '/confirm/'));
      await looked(page, 'certified-confirm');
      expect(await page.getByRole('link', { name: say.show }).count()).toBe(0);
      await press(say.confirm);
      await page.goto(await mailedLink(email, '/my/'));
      await page.getByText(say.has).waitFor();
      expect(faults).toEqual([]);
      await close();
    },
  );
});
