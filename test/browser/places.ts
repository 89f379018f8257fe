import type { Page } from 'playwright-core';
import { site } from '../support/address.ts';
import { follow } from '../support/browser.ts';
import { lookAtAll } from '../support/looks.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { freshEmail, mailedLink, type Person, send, signByForm } from '../support/visitor.ts';

/** A page of the site in one state. */
export type Place = {
  name: string;
  /** Without the language. */
  path: string;
  /** What to do on the page to reach the state, such as sending a form. */
  act?: (page: Page) => Promise<unknown>;
  /** Console errors that are expected here, such as Chromium's message about a status. */
  tells?: RegExp;
  /** What may stay in the browser here, such as the cookie of a session. */
  keeps?: RegExp;
};

const charlotte = 'arrest-traffickers';

/** Long words and names, which can break the layout at 320 pixels. */
export const longNamed = {
  given_name: 'María-Fernanda de los Ángeles',
  family_name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
  zip: '28205',
};

export const press = (page: Page, selector: string) => follow(page.locator(selector));

export function publicPlaces(): Place[] {
  const petition = `/petitions/${charlotte}`;
  const kit = '/campaigns/arrest-the-trafficker';
  return [
    { name: 'home', path: '/' },
    { name: 'campaign', path: '/campaigns/arrest-the-trafficker' },
    { name: 'petition', path: petition },
    { name: 'developers', path: '/developers' },
    {
      name: 'developers, all of it open',
      path: '/developers',
      act: (page) => page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`),
    },
    { name: 'checking a count', path: '/verify' },
    {
      name: 'checking a count, with what was found',
      path: '/verify',
      act: (page) => page.evaluate(`document.querySelector('#verify button').click()`),
    },
    { name: 'statements, none yet', path: `/statements/${charlotte}` },
    { name: 'samples, none yet', path: `/samples/${charlotte}` },
    { name: 'questions and answers', path: `${kit}/questions` },
    {
      name: 'a question with errors',
      path: `${kit}/questions`,
      act: (page) => press(page, '#ask button[value=send]'),
    },
    { name: 'a question was sent', path: `${kit}/questions/sent` },
    { name: 'timeline', path: `${kit}/timeline` },
    { name: 'privacy', path: `${kit}/privacy` },
    { name: 'accessibility', path: `${kit}/accessibility` },
    { name: 'accessibility of the whole site', path: '/accessibility' },
    { name: 'share kit', path: `${kit}/share` },
    { name: 'share kit for a partner', path: `${kit}/share?source=faith-bulletin` },
    { name: 'poster', path: `${kit}/print/poster?action=${charlotte}` },
    { name: 'flyer', path: `${kit}/print/flyer?action=budget-input&paper=a4` },
    { name: 'handbills', path: `${kit}/print/handbill?action=needs-assessment` },
    { name: 'petition sheets', path: `${kit}/print/sheet?action=${charlotte}&pages=2` },
    {
      name: 'petition with errors',
      path: petition,
      act: async (page) => {
        await page.locator('#email').fill('laura@home@example.com');
        await page.locator('#zip').fill('28205');
        await press(page, '#sign button[type=submit]');
        await page.getByRole('alert').waitFor();
      },
    },
    { name: 'check your email', path: `${petition}/check-your-email` },
    { name: 'check your email, sent again', path: `${petition}/check-your-email?again=sent` },
    {
      name: 'check your email, with an error',
      path: `${petition}/check-your-email`,
      act: async (page) => {
        await press(page, '#again button');
        await page.getByRole('alert').waitFor();
      },
    },
    { name: 'thank you', path: `${petition}/thank-you` },
    { name: 'no such page', path: '/nothing/here' },
    { name: 'no such petition', path: '/petitions/nothing-here' },
    { name: 'wrong method', path: `${petition}/signatures` },
    { name: 'a confirm link that is not ours', path: '/confirm/AAAA' },
    { name: 'a link to an own page that is not ours', path: '/my/AAAA' },
    { name: 'a staff link that is not ours', path: '/tallies/AAAA' },
    { name: 'a partner’s link that is not ours', path: '/partners/AAAA' },
    { name: 'petition, a partner asks', path: `${petition}?source=faith-form` },
    { name: 'mailbox', path: '/outbox' },
  ];
}

/** The frames for other sites, and the page that explains how to use them. */
export function embedPlaces(): Place[] {
  const frame = `/embed/petitions/${charlotte}`;
  return [
    { name: 'frame of a petition', path: frame },
    { name: 'frame of a petition, compact', path: `${frame}?compact=1&progress=off&accent=1a5c8a` },
    {
      name: 'frame of a petition with errors',
      path: frame,
      act: async (page) => {
        await press(page, '#sign button[type=submit]');
        await page.getByRole('alert').waitFor();
      },
    },
    { name: 'frame, check your email', path: `${frame}/check-your-email` },
    { name: 'counter', path: `${frame}/counter` },
    { name: 'frame of a survey', path: '/embed/surveys/budget-input' },
    { name: 'share and embed a petition', path: `/petitions/${charlotte}/embed` },
    { name: 'share and embed, too pale', path: `/petitions/${charlotte}/embed?accent=ffcc00` },
    { name: 'share and embed a survey', path: '/surveys/budget-input/embed' },
  ];
}

/** The pages of petitions that take no signatures now. */
export async function endedPlaces(): Promise<Place[]> {
  const [closed, upcoming, rejected, removed] = await Promise.all(
    ['closed', 'upcoming', 'rejected', 'removed'].map((state) => openOwnKit(`looks-${state}`)),
  );
  const set = (slug: string | undefined, change: string) =>
    site.db.prepare(`UPDATE actions SET ${change} WHERE slug = ?`).bind(slug).run();
  const day = 86_400_000;
  await set(closed?.petition, `closes_at = ${Date.now() - 30 * day}`);
  await set(upcoming?.petition, `opens_at = ${Date.now() + 30 * day}`);
  await set(
    rejected?.petition,
    `state = 'rejected', rejection = '{"en": "It is a county matter.", "es": "No."}'`,
  );
  await set(removed?.petition, `state = 'removed'`);
  const kits = { closed, upcoming, rejected, removed };
  return Object.entries(kits).map(([state, kit]) => {
    return { name: `petition, ${state}`, path: `/petitions/${kit?.petition}` };
  });
}

/** The path of the link in the newest mail. */
export async function pathInMail(to: string, start: string): Promise<string> {
  return new URL(await mailedLink(to, start)).pathname;
}

/** The confirm page and the supporter's own page for each state of a signature. */
export async function supporterPlaces(): Promise<Place[]> {
  const { petition } = await openOwnKit('looks-supporter', { asksStreet: true });
  const sign = async (person: Partial<Person>, slug = petition) => {
    const email = person.email ?? freshEmail('looks');
    await signByForm(slug, { ...longNamed, street: `${Math.random()} Elm St`, ...person, email });
    return { email, confirm: await pathInMail(email, '/confirm/'), my: await pathInMail(email, '/my/') };
  };
  const counted = async (person: Partial<Person>, slug?: string) => {
    const signed = await sign(person, slug);
    await send(signed.confirm);
    return signed;
  };
  const places: Place[] = [];
  const show = (state: string, links: { confirm: string; my: string }) => {
    places.push({ name: `confirm, ${state}`, path: links.confirm });
    places.push({ name: `own page, ${state}`, path: links.my });
  };

  show('unconfirmed', await sign({}));
  const confirmed = await counted({ show_name: 'yes', comment: 'x'.repeat(300), district: '1' }, charlotte);
  await lookAtAll({ db: site.db, keyring: siteKeyring() }, { slug: charlotte });
  show('confirmed', confirmed);
  places.push({ name: 'own page, corrected', path: `${confirmed.my}?done=corrected` });
  places.push({
    name: 'own page, with errors',
    path: confirmed.my,
    act: async (page) => {
      await page.locator('#given_name').fill('');
      await page.locator('#zip').fill('ABCDE');
      await press(page, '#correct button');
      await page.getByRole('alert').waitFor();
    },
  });
  const withdrawn = await counted({});
  await send(`${withdrawn.my}/withdraw`);
  show('withdrawn', withdrawn);
  places.push({ name: 'own page, just withdrawn', path: `${withdrawn.my}?done=withdrawn` });
  const moved = await counted({});
  places.push({
    name: 'own page, about to end the old links',
    path: moved.my,
    act: (page) => page.locator('details:has(form[action*="/new-link"]) > summary').click(),
  });
  const replaced = await counted({});
  await send(`${replaced.my}/new-link`);
  show('link replaced', replaced);
  places.push({ name: 'own page, link replaced, mailed again', path: `${replaced.my}?sent=yes` });
  const erased = await counted({});
  await send(`${erased.my}/erase`);
  show('erased', erased);

  const again = await counted({ given_name: 'Again' });
  await signByForm(petition, { ...longNamed, given_name: 'Again', email: again.email, street: '' });
  places.push({ name: 'confirm, signed again', path: await pathInMail(again.email, '/confirm/') });

  const twice = await sign({ given_name: 'Twin' });
  const first = await sign({ given_name: 'TWIN', email: twice.email });
  await send(first.confirm);
  show('duplicate', twice);
  const inbox = freshEmail('inbox');
  for (const given_name of ['One', 'Two']) await counted({ given_name, email: inbox, family_name: '' });
  show('shared inbox', await counted({ given_name: 'Three', email: inbox, family_name: '' }));
  const aside = await counted({});
  await end(petition, { state: 'flagged', reason: null });
  show('flagged', aside);
  const struck = await counted({});
  await end(petition, { state: 'invalidated', reason: 'struck-off' });
  show('struck off', struck);
  return [...places, ...(await lateToConfirm())];
}

/** Sets the last confirmed signature to a state that only an organizer can set. */
async function end(slug: string, { state, reason }: { state: string; reason: string | null }) {
  await site.db
    .prepare(
      `UPDATE signatures SET state = ?2, reason = ?3 WHERE id = (
        SELECT id FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?1)
        AND state = 'confirmed' ORDER BY received_at DESC LIMIT 1)`,
    )
    .bind(slug, state, reason)
    .run();
}

async function lateToConfirm(): Promise<Place[]> {
  const { petition } = await openOwnKit('looks-late');
  const email = freshEmail('late');
  await signByForm(petition, { ...longNamed, email });
  const path = await pathInMail(email, '/confirm/');
  await site.db
    .prepare('UPDATE actions SET closes_at = ? WHERE slug = ?')
    .bind(Date.now() - 2 * 86_400_000, petition)
    .run();
  return [{ name: 'confirm, petition closed', path }];
}
