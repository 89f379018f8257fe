import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  liftSuppression,
  listSuppressions,
  suppressStatements,
} from '../../worker/platform/mail/suppressions.ts';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openCoalition, partnerJson } from '../support/coalition.ts';
import { confirmPath, publicCounts } from '../support/people.ts';
import { press } from '../support/press.ts';
import { deliveriesOf, listen } from '../webhooks/listening.ts';
import { confirmedAs, dump, type Fields, type Links, signedAs } from './support.ts';

/*
 * A stranger sends forms with somebody else's address. Their content counts only if the owner of the inbox has seen it
 * and says that it is theirs.
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

/** The forms on a confirm page: where each is sent, and the version of the content it shows. */
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
        'It will look like this once an organizer has looked at it: Ana Lopez District 1 · Wednesday, November 25, 2026 Words that Ana never wrote',
      'News by email': 'Yes',
      'The church may write to you': 'Yes',
      'You came by': 'church-form',
    });
  });

  test('says the same about a form without checked boxes and public texts', async () => {
    const { confirm } = await signedAs(app, slug, anaOf(slug));
    const html = await textOf(confirm);
    for (const said of ['<p>Nothing of you is shown</p>', 'No', 'Directly']) {
      expect(html, said).toContain(`<dd>${said}</dd>`);
    }
    expect(await textOf(`${confirm}?lang=es`)).toContain('<dd>Ningún enlace en particular</dd>');
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

  test('treats a second press as success, whatever has changed since', async () => {
    const { confirm, mine } = await signedAs(app, slug, anaOf(slug));
    const [form] = formsOn(await textOf(confirm));
    const press = () => app.post(confirm, { shown: form?.shown ?? '' });
    expect(pressed(await press())).toEqual(thanks());
    await app.post(`${mine}/correct`, { ...anaOf(slug), comment: 'Other words' });
    expect(pressed(await press())).toEqual(thanks());
  });
});

describe('changing a form before it counts', () => {
  /** The values of the fields on the page. */
  function fieldsOn(html: string): Record<string, string> {
    const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
    const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const values = inputs.flatMap((tag): [string, string][] => {
      const name = attribute(tag, 'name');
      if (name === undefined) return [];
      if (attribute(tag, 'type') === 'checkbox' && !tag.includes(' checked')) return [];
      return [[name, attribute(tag, 'value') ?? '']];
    });
    const comment = /<textarea[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
    return { ...Object.fromEntries(values), comment };
  }

  test('the page holds all that the form says, and saving it as it is changes nothing that counts', async () => {
    const { id, confirm } = await signedAs(app, slug, planted());
    const fields = fieldsOn(await textOf(`${confirm}/change`));
    expect(fields).toEqual({
      given_name: 'Ana',
      family_name: 'Lopez',
      zip: '28202',
      show_name: 'yes',
      keep_informed: 'yes',
      partner_contact: 'yes',
      by_source: 'yes',
      comment: 'Words that Ana never wrote',
    });
    const before = await stored(id);
    expect(pressed(await app.post(`${confirm}/change`, fields))).toEqual([303, confirm]);
    const { sealed, ...after } = (await stored(id)) ?? {};
    expect(after).toEqual({ ...before, sealed: undefined });
  });

  test('every part of it is changed, and only what was changed counts', async () => {
    const { id, confirm } = await signedAs(app, slug, planted());
    const received = async () =>
      Object.fromEntries(
        (
          await env.DB.prepare(
            "SELECT key, n FROM signature_counts WHERE kind = 'received' AND action_id = (SELECT id FROM actions WHERE slug = ?)",
          )
            .bind(slug)
            .all<{ key: string; n: number }>()
        ).results.map(({ key, n }) => [key, n]),
      );
    expect(await received()).toEqual({ 'church-form': 1 });
    const mine = { given_name: 'Anna', family_name: 'López', zip: '28205', district: '2', comment: 'My own' };
    expect(pressed(await app.post(`${confirm}/change`, mine))).toEqual([303, confirm]);
    expect(await received()).toEqual({ 'church-form': 0, direct: 1 });
    const html = await textOf(confirm);
    for (const said of ['Anna López', '28205', 'District 2', 'My own', 'Directly']) {
      expect(html, said).toContain(said);
    }
    expect(html).not.toMatch(/never wrote|may write to you|church/);
    const [form] = formsOn(html);
    expect(pressed(await app.post(confirm, { shown: form?.shown ?? '' }))).toEqual(thanks());
    expect(await stored(id)).toMatchObject({
      state: 'confirmed',
      zip: '28205',
      place: '2',
      source: 'direct',
      keep_informed: 0,
      partner_contact: 0,
      name_look: null,
    });
  });

  test('a source that its owner unchecks is not credited, and its partner’s webhook gets nothing', async () => {
    const church = await openCoalition(env.DB);
    slug = church.context.action.slug;
    const listener = await listen(app, church.partners.church);
    const { confirm } = await signedAs(app, slug, planted());
    const { by_source, ...rest } = fieldsOn(await textOf(`${confirm}/change`));
    expect(by_source).toBe('yes');
    await app.post(`${confirm}/change`, rest);
    const [form] = formsOn(await textOf(confirm));
    expect(pressed(await app.post(confirm, { shown: form?.shown ?? '' }))).toEqual(thanks());
    expect(await deliveriesOf(listener)).toEqual([]);
    expect((await partnerJson(app, church.partners.church)).actions[0]).toMatchObject({
      signed: 0,
      credited: 0,
    });
  });

  test('what is wrong comes back with everything that was typed, a summary, and nothing saved', async () => {
    const { confirm } = await signedAs(app, slug, planted());
    const before = await dump();
    const typed = { given_name: '', family_name: 'López', zip: 'ABC', comment: 'My own', show_name: 'yes' };
    const refused = await app.post(`${confirm}/change`, typed);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('<title>Error: Change it before you confirm');
    expect(html).toContain('<a href="#given_name">Enter your given name</a>');
    expect(html).toContain('<a href="#zip">Enter a ZIP code of five digits');
    expect(fieldsOn(html)).toEqual({ ...typed, given_name: '' });
    expect(await dump()).toBe(before);
    const spanish = await textOf(`${confirm}/change?lang=es`);
    expect(spanish).toContain('Cámbielo antes de confirmar');
  });

  test('what is confirmed, withdrawn or too late is not changed here: its page says how it stands', async () => {
    const ana = await confirmedAs(app, slug, anaOf(slug));
    const ben = { ...anaOf(slug), given_name: 'Ben', email: `ben@${slug}.example` };
    const withdrawn = await confirmedAs(app, slug, ben);
    await app.post(`${withdrawn.mine}/withdraw`, {});
    const cem = await signedAs(app, slug, { ...ben, email: `cem@${slug}.example` });
    for (const { confirm } of [ana, withdrawn]) {
      const before = await dump();
      expect(pressed(await app.request(`${confirm}/change`))).toEqual([303, confirm]);
      expect(pressed(await app.post(`${confirm}/change`, anaOf(slug)))).toEqual([303, confirm]);
      expect(await dump()).toBe(before);
    }
    app.setNow('2027-07-03T12:00:00Z');
    expect(pressed(await app.post(`${cem.confirm}/change`, anaOf(slug)))).toEqual([303, cem.confirm]);
    expect((await app.request('/confirm/AAAA/change')).status).toBe(404);
  });

  test('while nothing can be stored, what was typed comes back', async () => {
    const { confirm } = await signedAs(app, slug, planted());
    await turnSwitch(env.DB, { name: 'read-only', isOn: true }, app.now());
    const refused = await app.post(`${confirm}/change`, { ...anaOf(slug), comment: 'My own' });
    await turnSwitch(env.DB, { name: 'read-only', isOn: false }, app.now());
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('My own');
  });
});

test('where the street is asked, it is shown and can be changed', async () => {
  slug = (await openCoalition(env.DB, { asksStreet: true })).context.action.slug;
  const { confirm } = await signedAs(app, slug, { ...anaOf(slug), street: '1 Oak St' });
  expect(await textOf(confirm)).toContain('<bdi>1 Oak St</bdi>');
  expect(await textOf(`${confirm}/change`)).toContain('value="1 Oak St"');
  await app.post(`${confirm}/change`, { ...anaOf(slug), street: '2 Elm St' });
  expect(await textOf(confirm)).toContain('<bdi>2 Elm St</bdi>');
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

describe('the mails to one inbox', () => {
  const inbox = () => `ana@${slug}.example`;
  const mailsTo = async (email: string) => (await app.mailTo(email)).length;

  test('are five a day, however often what they tell of is erased or withdrawn', async () => {
    for (let n = 0; n < 10; n += 1) {
      const { confirm, mine } = await signedAs(app, slug, anaOf(slug));
      await app.mailTo(inbox());
      if (n % 2 === 0) await press(app, confirm);
      await app.post(`${mine}/erase`, {});
    }
    const { results } = await env.DB.prepare(
      "SELECT outbox.id FROM outbox JOIN signatures ON signatures.id = ref JOIN actions ON actions.id = action_id WHERE outbox.state = 'sent' AND slug = ?",
    )
      .bind(slug)
      .all();
    expect(results).toHaveLength(5);
    app.setNow(new Date(app.now().getTime() + day));
    await signedAs(app, slug, anaOf(slug));
    expect(await mailsTo(inbox())).toBe(1);
  });

  test('past the cap, the link of an earlier one leads to what was signed since, and it counts', async () => {
    for (let n = 0; n < 5; n += 1) await signedAs(app, slug, planted({ comment: `Planted ${n}` }));
    const earlier = await confirmPath(app, inbox());
    app.setNow(new Date(app.now().getTime() + 60_000));
    const own = await signedAs(app, slug, { ...anaOf(slug), comment: 'My own words' });
    expect(await mailsTo(inbox())).toBe(5);
    const [form] = formsOn(await textOf(earlier));
    expect(form?.to).toBe(own.confirm);
    expect(pressed(await app.post(form?.to ?? '', { shown: form?.shown ?? '' }))).toEqual(thanks());
    expect(await stored(own.id)).toMatchObject({ state: 'confirmed' });
  });

  test('so does the link of one whose signature was erased', async () => {
    const first = await signedAs(app, slug, anaOf(slug));
    const earlier = await confirmPath(app, inbox());
    await app.post(`${first.mine}/erase`, {});
    expect((await app.request(earlier)).status).toBe(410);
    const own = await signedAs(app, slug, anaOf(slug));
    expect(formsOn(await textOf(earlier)).map(({ to }) => to)).toEqual([own.confirm]);
  });

  test('leave a place for the address itself where a stranger makes up tags of it', async () => {
    for (let n = 0; n < 6; n += 1) {
      await signedAs(app, slug, planted({ email: `ana+made-up-${n}@${slug}.example` }));
    }
    await signedAs(app, slug, anaOf(slug));
    expect(await mailsTo(inbox())).toBe(1);
  });

  test('are asked for again at the very address, whatever tags a stranger made up since', async () => {
    const own = await signedAs(app, slug, anaOf(slug));
    app.setNow(new Date(app.now().getTime() + 60_000));
    for (let n = 0; n < 2; n += 1) {
      await signedAs(app, slug, planted({ email: `ana+made-up-${n}@${slug}.example` }));
    }
    await app.post(`/petitions/${slug}/resend`, { email: inbox().toUpperCase() });
    expect(await mailsTo(inbox())).toBe(2);
    expect(await confirmPath(app, inbox())).toBe(own.confirm);
  });

  test('and what to do when none comes stands on the page for everybody alike', async () => {
    const page = await textOf(`/petitions/${slug}/check-your-email`);
    expect(page).toContain('at most five emails a day');
    expect(page).toContain('Write to organizers@example.org from that address');
    expect(await textOf(`/petitions/${slug}/check-your-email?lang=es`)).toContain('cinco correos al día');
  });
});

describe('an address that gets no more mail', () => {
  const { keyring } = testApp().deps;

  test.each(['complained', 'bounced'] as const)('%s: gets mail again once that is lifted', async (reason) => {
    const email = `ana@${slug}.example`;
    const suppress = await suppressStatements({ db: env.DB, keyring }, [email], { reason, now: app.now() });
    await env.DB.batch(suppress);
    await signedAs(app, slug, anaOf(slug));
    expect(await app.mailTo(email)).toEqual([]);
    expect(await listSuppressions(env.DB, 1)).toEqual([{ reason, since: app.now() }]);
    const spelling = reason === 'complained' ? `ana+news@${slug}.example` : email.toUpperCase();
    expect(await liftSuppression({ db: env.DB, keyring }, spelling)).toEqual([reason]);
    expect(await liftSuppression({ db: env.DB, keyring }, spelling)).toEqual([]);
    await app.post(`/petitions/${slug}/resend`, { email });
    expect(await app.mailTo(email)).toHaveLength(1);
  });
});
