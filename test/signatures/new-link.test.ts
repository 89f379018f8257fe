import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { confirmPath, ownPath, publicCounts } from '../support/people.ts';
import { press } from '../support/press.ts';
import { confirmedAs, dump, pathOfLink, signedAs } from './support.ts';

/* A supporter whose mail somebody else may have read ends the links in it. The new one goes to their address alone. */

let app: TestApp;
let slug = '';
const email = () => anaOf(slug).email;
const textOf = async (path: string) => (await app.request(path)).text();
const at = (minutes: number) => app.setNow(new Date(app.now().getTime() + minutes * 60_000));

beforeEach(async () => {
  app = testApp();
  slug = (await openPetition(env.DB)).action.slug;
});

describe('a new link', () => {
  test('is asked for on the own page, is mailed, and takes the place of the old one', async () => {
    const { mine, id } = await confirmedAs(app, slug, { ...anaOf(slug), comment: 'My words' });
    const counts = await publicCounts(app, slug);
    expect(await textOf(mine)).toContain(`action="${mine}/new-link"`);
    const asked = await app.post(`${mine}/new-link`, {});
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${mine}?sent=yes`]);

    const old = await app.request(`${mine}?sent=yes`);
    const page = await old.text();
    expect(old.status).toBe(410);
    expect(old.headers.get('cache-control')).toBe('private, no-store');
    expect(page).toContain('<h1>This link was replaced</h1>');
    expect(page).toContain('The link in our newest email works.');
    expect(page).not.toMatch(/Lopez|28202|My words/);
    expect(await textOf(`${mine}?lang=es`)).toContain('<h1>Este enlace se cambió por otro</h1>');

    const [mail, ...others] = await app.mailTo(email());
    expect(mail?.subject).toBe('Your new link: A small petition');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('earlier emails about it no longer work');
    expect(others.map(({ subject }) => subject)).not.toContain(mail?.subject);
    const fresh = await ownPath(app, email());
    expect(fresh).toBe(await pathOfLink(app, 'my', id));
    expect(fresh).not.toBe(mine);
    expect(mail?.links.some((link) => link.includes('/confirm/'))).toBe(false);
    expect(await textOf(fresh)).toContain('My words');
    expect((await app.post(`${fresh}/withdraw`, {})).headers.get('location')).toBe(`${fresh}?done=withdrawn`);
    expect(await publicCounts(app, slug)).toEqual({ ...counts, confirmed: 0, withdrawn: 1 });
  });

  test('of a form that waits brings the button to confirm again; the old button counts nothing', async () => {
    const { confirm, mine } = await signedAs(app, slug, anaOf(slug));
    await app.post(`${mine}/new-link`, {});
    const before = await dump();
    const refused = await press(app, confirm);
    expect(refused.status).toBe(410);
    expect(await refused.text()).toContain('<h1>This link was replaced</h1>');
    expect((await app.post(`${confirm}/change`, anaOf(slug))).status).toBe(410);
    expect(await dump()).toBe(before);
    const fresh = await confirmPath(app, email());
    expect((await press(app, fresh)).headers.get('location')).toBe(`/petitions/${slug}/thank-you`);
    // Pressing the old one a second time is no success: it leads to what its owner answered.
    expect((await press(app, confirm)).status).toBe(410);
  });

  test('ends the links of everything that the inbox has here: any of them would lead to the rest', async () => {
    const luis = await confirmedAs(app, slug, { ...anaOf(slug), given_name: 'Luis' });
    const ana = await signedAs(app, slug, anaOf(slug));
    const other = await signedAs(app, slug, { ...anaOf(slug), email: `other@${slug}.example` });
    await app.post(`${ana.mine}/new-link`, {});
    for (const path of [luis.confirm, luis.mine, ana.confirm, ana.mine]) {
      expect((await app.request(path)).status).toBe(410);
    }
    expect((await app.request(other.mine)).status).toBe(200);
    const list = await textOf(await confirmPath(app, email()));
    expect(list).toContain('Ana Lopez');
    expect(list).toContain('Luis Lopez');
  });

  test('ends the link of what was erased before as well', async () => {
    const erased = await signedAs(app, slug, { ...anaOf(slug), given_name: 'Luis' });
    const { mine } = await signedAs(app, slug, anaOf(slug));
    await app.post(`${erased.mine}/erase`, {});
    expect(await textOf(erased.confirm)).toContain('Ana Lopez');
    await app.post(`${mine}/new-link`, {});
    const page = await app.request(erased.confirm);
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain('Lopez');
  });

  test('can be mailed again by the old one: once a minute, five a day with all others, and only there', async () => {
    const { mine } = await signedAs(app, slug, anaOf(slug));
    await app.post(`${mine}/new-link`, {});
    await app.post(`${mine}/new-link`, {});
    const fresh = await ownPath(app, email());
    for (let n = 0; n < 8; n += 1) {
      at(2);
      expect((await app.post(`${mine}/new-link`, {})).status).toBe(303);
    }
    expect(await app.mailTo(email())).toHaveLength(5);
    // Whoever holds the old link cannot end the new one.
    expect((await app.request(fresh)).status).toBe(200);
    at(25 * 60);
    await app.post(`${mine}/new-link`, {});
    expect(await ownPath(app, email())).toBe(fresh);
    expect(await app.mailTo(email())).toHaveLength(6);
  });

  test('can be replaced in turn', async () => {
    const { id, mine } = await confirmedAs(app, slug, anaOf(slug));
    for (let n = 2; n < 5; n += 1) {
      await app.post(`${await pathOfLink(app, 'my', id)}/new-link`, {});
      expect((await app.request(await pathOfLink(app, 'my', id))).status).toBe(200);
    }
    expect((await app.request(mine)).status).toBe(410);
  });

  test('is not made for what is erased', async () => {
    const { mine } = await confirmedAs(app, slug, anaOf(slug));
    await app.post(`${mine}/erase`, {});
    expect(await textOf(mine)).not.toContain('/new-link');
    const before = await dump();
    await app.post(`${mine}/new-link`, {});
    expect(await dump()).toBe(before);
  });
});
