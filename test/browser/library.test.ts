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
import { mondayMorning } from '../support/calendar.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, mailbox, read, signAndConfirm } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();

const journeys = {
  en: {
    answers: {
      city: 'Riverton, Ohio',
      zips: '45001 45002',
      council: 'Riverton City Council',
      name: 'Library open on Saturdays',
      ask: 'Keep the Elm Street library open on Saturdays',
    },
    slug: 'library-open-on-saturdays',
    words: {
      start: 'Start a campaign',
      begin: 'Start it',
      edit: 'Change the texts',
      save: 'Save to the draft',
      publish: 'Publish now',
      meaning: 'The meaning changed',
      asked: 'Say what was changed',
    },
    text: 'The library is where **children read** on Saturdays.',
    shown: 'children read',
    changed: 'The library is where children and their parents read on Saturdays.',
    note: 'We named the parents, too.',
  },
  es: {
    answers: {
      city: 'Riverton, Ohio',
      zips: '45001 45002',
      council: 'Concejo Municipal de Riverton',
      name: 'Biblioteca abierta los domingos',
      ask: 'Que la biblioteca de la calle Elm abra los domingos',
    },
    slug: 'biblioteca-abierta-los-domingos',
    words: {
      start: 'Empezar una campaña',
      begin: 'Empezarla',
      edit: 'Cambiar los textos',
      save: 'Guardar en el borrador',
      publish: 'Publicar ahora',
      meaning: 'Cambió el sentido',
      asked: 'Diga qué se cambió',
    },
    text: 'La biblioteca es donde **los niños leen** los domingos.',
    shown: 'los niños leen',
    changed: 'La biblioteca es donde los niños y sus padres leen los domingos.',
    note: 'Nombramos también a los padres.',
  },
};

describeInBrowser('a campaign for a library in a small town, without a file or a command', () => {
  test.for(['en', 'es'] as const)(
    'is written, published, signed, told to the council and edited after 50 signatures, in %s',
    async (language) => {
      const { answers, slug, words, text, shown, changed, note } = journeys[language];
      await openOwnKit(`before-the-library-${language}`, { petitions: 1 });
      const elsewhere = await campaignNamed(`before-the-library-${language}-campaign`);
      const owner = await organizerIn(siteApp(), elsewhere, { role: 'owner' });
      await site.db
        .prepare('UPDATE organizers SET language = ?2 WHERE id = ?1')
        .bind(owner.id, language)
        .run();
      const { page, faults, close } = await openVisit(browser(), { viewport: desk });
      const [name = '', value = ''] = owner.cookie.split('=');
      await page.context().addCookies([{ name, value, url: site.url }]);
      const council = freshEmail('council');

      await page.goto('/organize');
      await page.getByRole('link', { name: words.start }).click();
      const given = { ...answers, 'council-email': council, email: freshEmail('library'), language };
      for (const [field, answer] of Object.entries(given)) {
        const input = page.locator(`[name="${field}"]`).first();
        await (field === 'language' ? input.selectOption(answer) : input.fill(answer));
      }
      await page.getByRole('button', { name: words.begin }).first().click();
      await page.waitForURL(`**/organize/campaigns/${slug}/write`);
      // Nobody sees it yet.
      expect((await page.request.get(`/petitions/${slug}`)).status()).toBe(404);

      const write = async (body: string) => {
        await follow(page.getByRole('link', { name: words.edit }));
        await follow(page.locator('a[href*="page=petitions"]').first());
        if ((await page.locator(`[name="text.${language}"]`).count()) === 0) {
          await follow(page.locator('a[href*="entry=petitions.0"]').first());
        }
        await page.locator(`[name="text.${language}"]`).fill(body);
        await follow(page.getByRole('button', { name: words.save, exact: true }));
        await page.locator('.notice').first().waitFor();
        await page.locator(`a[href="/organize/campaigns/${slug}/write"]`).first().click();
        await page.getByRole('button', { name: words.publish }).waitFor();
      };
      await write(text);
      for (const viewport of [phone, desk]) {
        await page.setViewportSize(viewport);
        expect(await axeFinds(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      }
      await follow(page.getByRole('button', { name: words.publish }));
      await page.getByRole('button', { name: words.publish }).waitFor({ state: 'detached' });
      expect(await read(`/petitions/${slug}?lang=${language}`)).toContain(`<strong>${shown}</strong>`);

      await signAndConfirm(slug, {
        given_name: 'Ana',
        family_name: 'Ruiz',
        email: freshEmail('reader'),
        zip: '45001',
      });
      await cron(mondayMorning(new Date(), 1));
      const [digest] = await mailbox(council);
      expect(digest?.text).toContain(answers.name);
      expect(digest?.text).toMatch(/(All verified signatures|Todas las firmas verificadas) +1 +\+1/);

      const action = await site.db
        .prepare('SELECT id FROM actions WHERE slug = ?')
        .bind(slug)
        .first<number>('id');
      await storeSignatures(
        site.db,
        { id: action ?? 0 },
        { n: 49, prefix: `library-${language}`, at: new Date(), source: 'direct' },
      );
      await page.goto(`/organize/campaigns/${slug}/write`);
      await write(changed);
      await page.getByRole('button', { name: words.publish }).click();
      await page.locator('.summary').waitFor();
      await page.getByLabel(words.meaning).check();
      await page.locator(`[name="note-${slug}-${language}"]`).fill(note);
      await follow(page.getByRole('button', { name: words.publish }));
      await page.getByRole('button', { name: words.publish }).waitFor({ state: 'detached' });
      const after = await read(`/petitions/${slug}?lang=${language}`);
      expect(after).toContain(changed);
      expect(after).toContain(note);
      const versions = await site.db
        .prepare(
          'SELECT text_version AS version, count(*) AS n FROM signatures WHERE action_id = ? GROUP BY 1',
        )
        .bind(action)
        .all();
      expect(versions.results).toEqual([{ version: 1, n: 50 }]);
      expect(faults).toEqual([]);
      await close();
    },
  );
});
