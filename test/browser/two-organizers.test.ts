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
import { read } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();

const words = {
  en: {
    save: 'Save to the draft',
    merged: 'Somebody else saved the draft in the meantime. Both changes are kept.',
    conflict: 'Somebody else changed the same place in the meantime.',
    theirs: (who: string, text: string) => `In the version of ${who}: ${text}`,
    see: 'See the pages as they will look',
    draft: 'Draft.',
    make: 'Make a link',
    end: 'End the link',
    ended: 'The link has ended',
  },
  es: {
    save: 'Guardar en el borrador',
    merged: 'Otra persona guardó el borrador mientras tanto. Se conservaron los dos cambios.',
    conflict: 'Otra persona cambió lo mismo mientras tanto.',
    theirs: (who: string, text: string) => `En la versión de ${who}: ${text}`,
    see: 'Ver las páginas como quedarán',
    draft: 'Borrador.',
    make: 'Hacer un enlace',
    end: 'Terminar el enlace',
    ended: 'El enlace terminó',
  },
};

async function wellShown(page: Page): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    expect(await axeFinds(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }
}

/** An editor of the campaign who has the console open in a browser of their own, in their language. */
async function editorOf(campaign: { id: number; slug: string }, language: 'en' | 'es') {
  const editor = await organizerIn(siteApp(), campaign, { role: 'editor' });
  await site.db.prepare('UPDATE organizers SET language = ?2 WHERE id = ?1').bind(editor.id, language).run();
  const visit = await openVisit(browser(), { viewport: desk });
  const [name = '', value = ''] = editor.cookie.split('=');
  await visit.page.context().addCookies([{ name, value, url: site.url }]);
  return { ...visit, email: editor.email };
}

describeInBrowser('two organizers of one draft', () => {
  test.for(['en', 'es'] as const)(
    'see each other’s changes and lose nothing; their draft is seen as it will look, also by its private link, in %s',
    async (language) => {
      const say = words[language];
      const { petition } = await openOwnKit(`together-${language}`, { petitions: 1 });
      const campaign = await campaignNamed(`together-${language}-campaign`);
      const [ana, bob] = [await editorOf(campaign, language), await editorOf(campaign, language)];
      const home = `/organize/campaigns/${campaign.slug}/write`;
      const form = `${home}/edit?page=petitions&entry=petitions.0`;
      const field = (of: { page: Page }, name: string) => of.page.locator(`[name="${name}.${language}"]`);
      const save = async (of: { page: Page }) => {
        await follow(of.page.getByRole('button', { name: say.save, exact: true }));
        await of.page.locator('.notice').first().waitFor();
      };
      for (const { page } of [ana, bob]) await page.goto(form);

      // Different places: both are kept, and the second sees what the first wrote.
      await field(ana, 'title').fill('The pool stays open, says Ana');
      await save(ana);
      await field(bob, 'text').fill('Bob counts **forty** swimmers.');
      await save(bob);
      await bob.page.getByText(say.merged).waitFor();
      expect(await field(bob, 'title').inputValue()).toBe('The pool stays open, says Ana');

      // The same place: the second is shown the words of the first beside their own, which are still in the form.
      await ana.page.goto(form);
      expect(await field(ana, 'text').inputValue()).toBe('Bob counts **forty** swimmers.');
      await field(ana, 'ask').fill('Ana asks for Saturdays.');
      await save(ana);
      await field(bob, 'ask').fill('Bob asks for Sundays.');
      await save(bob);
      await bob.page.getByText(say.conflict).waitFor();
      await bob.page.getByText(say.theirs(ana.email, 'Ana asks for Saturdays.')).first().waitFor();
      await wellShown(bob.page);
      expect(await field(bob, 'ask').inputValue()).toBe('Bob asks for Sundays.');
      await field(bob, 'ask').fill('Ana asks for Saturdays. Bob asks for Sundays.');
      await save(bob);

      // The very pages, by an editor.
      await ana.page.goto(home);
      await follow(ana.page.getByRole('link', { name: say.see }));
      await ana.page.getByText(say.draft, { exact: true }).waitFor();
      const pages = ana.page.locator('aside a[aria-current="page"]');
      expect(await pages.count()).toBe(1);
      await follow(ana.page.locator(`aside a[hreflang="${language}"][href*="petitions"]`));
      const main = (page: Page) => page.locator('main').textContent();
      expect(await main(ana.page)).toContain('Ana asks for Saturdays. Bob asks for Sundays.');
      expect(await ana.page.locator('main strong', { hasText: 'forty' }).count()).toBe(1);
      await wellShown(ana.page);
      expect(await ana.page.locator('main form:not([inert])').count()).toBe(0);

      // The same by the private link, without an account, until it ends.
      await ana.page.goto(home);
      await follow(ana.page.getByRole('button', { name: say.make }));
      const link = (await ana.page.locator('#link .address a').getAttribute('href')) ?? '';
      const friend = await openVisit(browser());
      await friend.page.goto(`${new URL(link).pathname}?lang=${language}`);
      await follow(friend.page.getByRole('link', { name: say.see }));
      await follow(friend.page.locator(`aside a[hreflang="${language}"][href*="petitions"]`));
      await friend.page.getByText(say.draft, { exact: true }).waitFor();
      expect(await main(friend.page)).toContain('Ana asks for Saturdays. Bob asks for Sundays.');
      await wellShown(friend.page);
      expect(await read(`/petitions/${petition}`)).not.toContain('Bob asks');
      await follow(ana.page.getByRole('button', { name: say.end }));
      await ana.page.getByRole('button', { name: say.make }).waitFor();
      await friend.page.reload();
      await friend.page.getByText(say.ended).first().waitFor();
      expect([ana.faults, bob.faults, friend.faults]).toEqual([[], [], []]);
      for (const { close } of [ana, bob, friend]) await close();
    },
  );
});
