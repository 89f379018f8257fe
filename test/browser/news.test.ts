import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { linkToken } from '../../worker/signatures/links.ts';
import { site } from '../support/address.ts';
import type { TestApp } from '../support/app.ts';
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
import { storeReaders } from '../support/readers.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { visit } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

/** The other pages of news are in console-pages.test.ts. */
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
    write: 'Write a mail',
    subject: 'Subject, in',
    text: 'Text, in',
    count: 'Save and count who gets it',
    ready: '500 people get it.',
    go: 'Send it…',
    now: 'Send it to 500 people now',
    half: '200 of 500 sent',
    pause: 'Pause',
    paused: 'Paused. 200 of 500 sent.',
    resume: 'Go on',
    stop: 'Stop the news',
    stopped: 'You get no news',
    done: 'Sent. It began',
    figures: ['Counted before it went 500', 'Sent 497', 'Left before their turn 3'],
  },
  es: {
    write: 'Escribir un correo',
    subject: 'Asunto, en',
    text: 'Texto, en',
    count: 'Guardar y contar quién lo recibe',
    ready: 'Lo reciben 500 personas.',
    go: 'Enviarlo…',
    now: 'Enviarlo ahora a 500 personas',
    half: '200 de 500 enviados',
    pause: 'Poner en pausa',
    paused: 'En pausa. 200 de 500 enviados.',
    resume: 'Seguir',
    stop: 'No recibir más noticias',
    stopped: 'Usted no recibe noticias',
    done: 'Enviado. Empezó',
    figures: ['Contados antes de enviar 500', 'Enviados 497', 'Se fueron antes de su turno 3'],
  },
};

/** Of the people on the list, in the order in which they get it. */
async function listed(mailing: string, from: number, n: number): Promise<string[]> {
  const { results } = await site.db
    .prepare(
      'SELECT signature_id AS id FROM mailing_people WHERE mailing_id = ? ORDER BY key LIMIT ? OFFSET ?',
    )
    .bind(Number(mailing), n, from)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A person whose data cannot be opened holds up the mails that are written together with theirs. */
async function holdUp(id: string): Promise<() => Promise<unknown>> {
  const set = (sealed: unknown) =>
    site.db.prepare('UPDATE signatures SET sealed = ? WHERE id = ?').bind(sealed, id).run();
  const sealed = await site.db
    .prepare('SELECT sealed FROM signatures WHERE id = ?')
    .bind(id)
    .first<number[]>('sealed');
  await set(new Uint8Array([1, 2, 3]));
  return () => set(new Uint8Array(sealed ?? []));
}

async function begin(language: 'en' | 'es') {
  await openOwnKit(`news-${language}`, { petitions: 1 });
  const campaign = await site.db
    .prepare(
      'SELECT campaigns.id, campaigns.slug, actions.id AS action FROM campaigns JOIN actions ON campaign_id = campaigns.id WHERE campaigns.slug = ?',
    )
    .bind(`news-${language}-campaign`)
    .first<{ id: number; slug: string; action: number }>();
  if (!campaign) throw new Error('no campaign');
  const app = { deps: { db: site.db, keyring: siteKeyring() }, now: () => new Date() } as unknown as TestApp;
  const action = { action: { id: campaign.action } };
  await storeReaders(app, action, { n: 250, prefix: `journey-${language}-en` });
  await storeReaders(app, action, { n: 250, prefix: `journey-${language}-es`, language: 'es' });
  const editor = await organizerIn(app, campaign, { role: 'editor', hasPasskey: true });
  await site.db.prepare('UPDATE organizers SET language = ? WHERE id = ?').bind(language, editor.id).run();
  return { campaign, editor };
}

describeInBrowser('an organizer', () => {
  test.for(['en', 'es'] as const)(
    'mails news to 500 people, pauses it at 200, and goes on for those who still want it, in %s',
    async (language) => {
      const say = words[language];
      const { campaign, editor } = await begin(language);
      const { page, faults, close } = await openVisit(browser());
      const [name = '', value = ''] = editor.cookie.split('=');
      await page.context().addCookies([{ name, value, url: site.url }]);
      const shows = (text: string) =>
        expect
          .poll(
            async () => {
              await page.reload();
              return (await page.locator('main').textContent())?.replace(/\s+/g, ' ');
            },
            { timeout: 60_000, interval: 500 },
          )
          .toContain(text);
      const press = (label: string) => follow(page.getByRole('button', { name: label, exact: true }));

      await page.goto(`/organize/campaigns/${campaign.slug}/news`);
      await press(say.write);
      const subjects = page.getByLabel(say.subject);
      const texts = page.getByLabel(say.text);
      await subjects.nth(0).fill('The vote is on June 14');
      await subjects.nth(1).fill('La votación es el 14 de junio');
      await texts.nth(0).fill('**Come** to the hearing.');
      await press(say.count);
      // The text in the other language is missing: nothing is counted, nothing is lost.
      await page.locator('.summary').waitFor();
      await texts.nth(1).fill('**Venga** a la audiencia.');
      await press(say.count);
      await page.getByText(say.ready).waitFor();
      const mailing = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const letGo = await holdUp((await listed(mailing, 250, 1))[0] ?? '');

      await follow(page.getByRole('link', { name: say.go }));
      await press(say.now);
      await shows(say.half);
      await press(say.pause);
      await page.getByText(say.paused).waitFor();
      await look(page, `news-paused-${language}`);

      const leaving = await listed(mailing, 240, 3);
      const linkOf = async (id: string) => {
        const subject = { id, actionId: campaign.action, inboxKey: null, linkGeneration: 1 };
        return `/my/${await linkToken(siteKeyring(), 'my', subject)}/news?lang=${language}&mail=${mailing}`;
      };
      const console = page.url();
      await page.goto(await linkOf(leaving[0] ?? ''));
      await look(page, `news-preferences-${language}`);
      await press(say.stop);
      await page.getByRole('heading', { name: say.stopped }).waitFor();
      for (const id of leaving.slice(1)) {
        const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
        expect((await visit(await linkOf(id), { method: 'POST', body })).status).toBe(200);
      }
      await letGo();

      await page.goto(console);
      await press(say.resume);
      await shows(say.done);
      const figures = (await page.locator('main').textContent())?.replace(/\s+/g, ' ') ?? '';
      const told = figures.replace(/(\D)(\d)/g, '$1 $2').replace(/\s+/g, ' ');
      for (const figure of say.figures) expect(told).toContain(figure);
      await look(page, `news-done-${language}`);

      const { results } = await site.db
        .prepare("SELECT ref FROM outbox WHERE mailing_id = ? AND state IN ('sent', 'delivered')")
        .bind(Number(mailing))
        .all<{ ref: string }>();
      expect(new Set(results.map(({ ref }) => ref)).size).toBe(497);
      expect(results.filter(({ ref }) => leaving.includes(ref))).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );
});
