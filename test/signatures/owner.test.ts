import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openCoalition } from '../support/coalition.ts';
import { confirmPath, publicCounts } from '../support/people.ts';
import { dump, type Fields, type Links, signedAs } from './support.ts';

/*
 * A stranger sends forms with somebody else's address. What they say counts only if the owner of the inbox has seen
 * it and says that it is theirs.
 */

let app: TestApp;
let slug = '';

beforeEach(async () => {
  app = testApp();
  slug = (await openCoalition(env.DB)).context.action.slug;
});

const textOf = async (path: string) => (await app.request(path)).text();
const stored = async (id: string) =>
  env.DB.prepare('SELECT * FROM signatures WHERE id = ?').bind(id).first<Record<string, unknown>>();

const planted = (more: Fields = {}): Fields => ({
  ...anaOf(slug),
  comment: 'Words that Ana never wrote',
  show_name: 'yes',
  keep_informed: 'yes',
  partner_contact: 'yes',
  source: 'church-form',
  ...more,
});

/** The forms on a confirm page: where each is sent, and the version of what is shown. */
function formsOn(html: string): { to: string; shown: string }[] {
  return [
    ...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*><input type="hidden" name="shown" value="([^"]+)"/g),
  ].map(([, to = '', shown = '']) => ({ to, shown }));
}

const pressed = (response: Response) => [response.status, response.headers.get('location')];
const thanks = () => [303, `/petitions/${slug}/thank-you`];

describe('the confirm page', () => {
  test('shows everything that will count: person, place, public name, comment, every tick, the source', async () => {
    const { confirm } = await signedAs(app, slug, planted());
    const html = await textOf(confirm);
    const rows = Object.fromEntries(
      [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name = '', value = '']) => [
        name,
        value
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ]),
    );
    expect(rows).toEqual({
      Name: 'Ana Lopez',
      'Email address': `ana@${slug}.example`,
      'ZIP code': '28202',
      'Counted in': 'District 1',
      'Shown on the petition’s page':
        'It will look like this once an organizer has looked at it: Ana Lopez District 1 · Wednesday, 25 November 2026 Words that Ana never wrote',
      'News by email': 'Yes',
      'The church may write to you': 'Yes',
      'Brought by': 'church-form',
    });
  });

  test('says the same of a form that ticks and shows nothing', async () => {
    const { confirm } = await signedAs(app, slug, anaOf(slug));
    const html = await textOf(confirm);
    for (const said of ['<p>Nothing of you is shown</p>', 'No', 'Nobody in particular']) {
      expect(html, said).toContain(`<dd>${said}</dd>`);
    }
    expect(await textOf(`${confirm}?lang=es`)).toContain('<dd>Nadie en particular</dd>');
  });

  test('says which version it shows, and a press of another one counts nothing', async () => {
    const { id, confirm, mine } = await signedAs(app, slug, anaOf(slug));
    const [form] = formsOn(await textOf(confirm));
    await app.post(`${mine}/correct`, { ...anaOf(slug), keep_informed: 'yes', comment: 'Other words' });
    const before = await dump();
    const refused = await app.post(confirm, { shown: form?.shown ?? '' });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain('This was changed after you opened the page');
    expect(html).toContain('Other words');
    expect(await dump()).toBe(before);
    const [now] = formsOn(html);
    expect(pressed(await app.post(now?.to ?? '', { shown: now?.shown ?? '' }))).toEqual(thanks());
    expect(await stored(id)).toMatchObject({ state: 'confirmed', keep_informed: 1 });
  });

  test('takes a second press for success, whatever has changed since', async () => {
    const { confirm, mine } = await signedAs(app, slug, anaOf(slug));
    const [form] = formsOn(await textOf(confirm));
    const press = () => app.post(confirm, { shown: form?.shown ?? '' });
    expect(pressed(await press())).toEqual(thanks());
    await app.post(`${mine}/correct`, { ...anaOf(slug), comment: 'Other words' });
    expect(pressed(await press())).toEqual(thanks());
  });
});

describe('several forms for one inbox', () => {
  async function attacked(): Promise<{ traps: Links[]; own: Links }> {
    const traps: Links[] = [];
    for (let n = 0; n < 5; n += 1) {
      traps.push(await signedAs(app, slug, planted({ comment: `Planted ${n}` })));
      app.setNow(new Date(app.now().getTime() + 60_000));
    }
    return { traps, own: await signedAs(app, slug, { ...anaOf(slug), comment: 'My own words' }) };
  }

  test('lead to one list, the newest first, from the link of any of them', async () => {
    const { traps, own } = await attacked();
    for (const { confirm } of [...traps, own]) {
      const html = await textOf(confirm);
      expect(html).toContain('<h1>Which one is yours?</h1>');
      expect(formsOn(html).map(({ to }) => to)).toEqual([
        own.confirm,
        ...traps.map((trap) => trap.confirm).reverse(),
      ]);
      for (const words of ['My own words', 'Planted 0', 'Planted 4']) expect(html).toContain(words);
      expect(html.match(/The email that you opened was sent for this one/g)).toHaveLength(1);
    }
    expect(await textOf(`${own.confirm}?lang=es`)).toContain('<h1>¿Cuál es el suyo?</h1>');
  });

  test('the one that its owner chooses counts with what it says, and the others stay as they were', async () => {
    const { traps, own } = await attacked();
    const [form] = formsOn(await textOf(traps[4]!.confirm));
    expect(pressed(await app.post(form?.to ?? '', { shown: form?.shown ?? '' }))).toEqual(thanks());
    expect(await stored(own.id)).toMatchObject({
      state: 'confirmed',
      source: 'direct',
      keep_informed: 0,
      partner_contact: 0,
      shown_name: null,
    });
    const { by_source } = (await (await app.request(`/api/v1/petitions/${slug}`)).json()) as {
      by_source: { source: string; confirmed: number }[];
    };
    expect(by_source.filter(({ confirmed }) => confirmed > 0)).toEqual([
      expect.objectContaining({ source: 'direct', confirmed: 1 }),
    ]);
  });

  test('a press that does not say what it saw counts none of them, and shows them all', async () => {
    const { traps, own } = await attacked();
    const before = await dump();
    const refused = await app.post(traps[2]!.confirm, {});
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain('More than one form waits for this email address');
    expect(formsOn(html).map(({ to }) => to)).toContain(own.confirm);
    expect(await dump()).toBe(before);
  });

  test('a press that does not say what it saw counts where one form alone waits', async () => {
    const { confirm } = await signedAs(app, slug, anaOf(slug));
    await signedAs(app, slug, { ...anaOf(slug), email: `ben@${slug}.example` });
    expect(pressed(await app.post(confirm, {}))).toEqual(thanks());
  });

  test('the link of one that is settled, withdrawn or erased still leads to what waits', async () => {
    const first = await signedAs(app, slug, anaOf(slug));
    await app.post(first.confirm, {});
    const luis = await signedAs(app, slug, { ...anaOf(slug), given_name: 'Luis' });
    const settled = await textOf(first.confirm);
    expect(settled).toContain('<h1>Your signature is counted</h1>');
    expect(settled).toContain('More waits for this email address');
    expect(formsOn(settled).map(({ to }) => to)).toEqual([luis.confirm]);
    for (const end of ['withdraw', 'erase']) {
      await app.post(`${first.mine}/${end}`, {});
      const html = await textOf(first.confirm);
      expect(formsOn(html).map(({ to }) => to)).toEqual([luis.confirm]);
    }
    const [form] = formsOn(await textOf(first.confirm));
    expect(pressed(await app.post(form?.to ?? '', { shown: form?.shown ?? '' }))).toEqual(thanks());
    expect((await app.request(first.confirm)).status).toBe(410);
    expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, withdrawn: 1 });
  });

  test('many of them come in pages, and nobody’s own is out of reach', async () => {
    const own = await signedAs(app, slug, { ...anaOf(slug), comment: 'My own words' });
    for (let n = 0; n < 8; n += 1) {
      app.setNow(new Date(app.now().getTime() + 60_000));
      await signedAs(app, slug, planted({ comment: `Planted ${n}` }));
    }
    const first = await textOf(own.confirm);
    expect(formsOn(first)).toHaveLength(7);
    expect(formsOn(first).at(-1)?.to).toBe(own.confirm);
    const next = /href="([^"]+\?page=2)"/.exec(first)?.[1] ?? '';
    const second = await textOf(next);
    expect(formsOn(second)).toHaveLength(3);
    expect(second).toContain('My own words');
    for (const page of ['0', '-1', '9999', 'x', '2&page=1', '%00']) {
      expect((await app.request(`${own.confirm}?page=${page}`)).status, page).toBe(200);
    }
  });

  test('what waits is shown to nobody but who holds a link of that inbox and that petition', async () => {
    await signedAs(app, slug, planted());
    const ben = await signedAs(app, slug, { ...anaOf(slug), email: `ben@${slug}.example` });
    expect(await textOf(ben.confirm)).not.toContain('Words that Ana never wrote');
  });

  test('too late to confirm, the list is not shown', async () => {
    const { traps } = await attacked();
    app.setNow('2027-07-03T12:00:00Z');
    const html = await textOf(traps[0]!.confirm);
    expect(html).toContain('<h1>The petition has closed</h1>');
    expect(html).not.toContain('<form');
  });
});

test('a link that was mailed before links named the whole inbox leads to the same page', async () => {
  const { id } = await signedAs(app, slug, planted());
  const own = await signedAs(app, slug, anaOf(slug));
  const { action_id } = (await stored(id)) ?? {};
  const old = `/confirm/${await app.deps.keyring.token('confirm', `${id}.${action_id}.0123abcd`)}`;
  expect(formsOn(await textOf(old)).map(({ to }) => to)).toContain(own.confirm);
  expect((await app.post(old, {})).status).toBe(409);
  expect(await confirmPath(app, `ana@${slug}.example`)).toMatch(/^\/confirm\/[\w-]{80,100}$/);
});
