import { env } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfText } from '../../worker/actions/text-store.ts';
import { confirmedAs, held, send } from '../signatures/support.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const friday = new Date('2026-11-27T15:00:00Z');
const monday = new Date('2026-11-30T15:00:00Z');

type Kit = ReturnType<typeof smallKit>;
let app: TestApp;
let kit: Kit;
let slug = '';

beforeEach(async () => {
  app = testApp();
  kit = smallKit();
  slug = kit.petitions[0]?.slug ?? '';
  await open(kit, new Date('2026-11-23T15:00:00Z'));
});

async function open(json: unknown, at: Date): Promise<string[]> {
  const opened = await openKit(env.DB, json, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.changes;
}

/** Opens the kit at that time with another text in its petition. */
async function change(ask: string, at: Date, note?: string): Promise<string[]> {
  const [petition, ...others] = kit.petitions;
  const changed = { ...petition, ask: both(ask), ...(note ? { text_note: both(note) } : {}) };
  return open({ ...kit, petitions: [changed, ...others] }, at);
}

const ana = () => ({ given_name: 'Ana', email: `ana@${slug}.example`, zip: '28202' });
const ben = () => ({ given_name: 'Ben', email: `ben@${slug}.example`, zip: '28202' });
const text = async (path: string) => (await app.request(path)).text();

async function textsOf() {
  const { results } = await env.DB.prepare(
    `SELECT version, ask ->> 'en' AS ask, made_at FROM action_texts
    WHERE action_id = (SELECT id FROM actions WHERE slug = ?) ORDER BY version`,
  )
    .bind(slug)
    .all<{ version: number; ask: string; made_at: number }>();
  return results.map(({ version, ask }) => `${version}: ${ask}`);
}

describe('before the first signature', () => {
  test('a changed text replaces the one before, and the page does not mention it', async () => {
    expect(await change('Do another thing', friday)).toEqual([`petition ${slug}: ask changed`]);
    expect(await textsOf()).toEqual(['1: Do another thing']);
    const page = await text(`/petitions/${slug}`);
    expect(page).toContain('Do another thing');
    expect(page).not.toContain('was changed on');
    expect((await app.request(`/petitions/${slug}/texts/1`)).status).toBe(404);
  });
});

describe('from the first signature on', () => {
  test('a changed text is another version, and each signature keeps the one it was given to', async () => {
    await confirmedAs(app, slug, ana());
    expect(await held(app, slug)).toMatchObject({ text_version: 1 });
    expect(await change('Do another thing', friday)).toEqual([`petition ${slug}: ask, text version changed`]);
    expect(await textsOf()).toEqual(['1: Do the small thing', '2: Do another thing']);
    app.setNow(monday);
    await confirmedAs(app, slug, ben());
    expect(await held(app, slug)).toMatchObject({ text_version: 2 });
    const { results } = await env.DB.prepare(
      `SELECT text_version FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?) ORDER BY rowid`,
    )
      .bind(slug)
      .all();
    expect(results).toEqual([{ text_version: 1 }, { text_version: 2 }]);
  });

  test('the page says when it was changed and what, and leads to the text before', async () => {
    await confirmedAs(app, slug, ana());
    await change('Do another thing', friday, 'We ask for another thing.');
    app.setNow(monday);
    const page = await text(`/petitions/${slug}`);
    expect(page).toContain('This text was changed on Friday, November 27, 2026. We ask for another thing.');
    expect(page).toContain(`href="/petitions/${slug}/texts/1"`);
    const earlier = await text(`/petitions/${slug}/texts/1`);
    expect(earlier).toContain(
      'This text could be signed from Monday, November 23, 2026 to Friday, November 27, 2026.',
    );
    expect(earlier).toContain('<h1>Do the small thing</h1>');
    expect(earlier).toContain(`href="/petitions/${slug}"`);
    expect(await text(`/petitions/${slug}/texts/1?lang=es`)).toContain('<h1>Do the small thing (es)</h1>');
    for (const other of ['2', '3', 'x']) {
      expect((await app.request(`/petitions/${slug}/texts/${other}`)).status, other).toBe(404);
    }
  });

  test('a kit with the same text makes no version, and one that returns to an old text makes a new one', async () => {
    await confirmedAs(app, slug, ana());
    expect(await open(kit, friday)).toEqual([]);
    expect(await textsOf()).toEqual(['1: Do the small thing']);
    await change('Do another thing', friday);
    await open(kit, monday);
    expect(await textsOf()).toEqual([
      '1: Do the small thing',
      '2: Do another thing',
      '3: Do the small thing',
    ]);
    expect(await text(`/petitions/${slug}/texts/2`)).toContain(`href="/petitions/${slug}/texts/1"`);
  });

  test('a form that was shown before the change signs the text that it showed', async () => {
    await confirmedAs(app, slug, ana());
    app.setNow(aWednesday);
    const form_token = await app.formToken(slug);
    await change('Do another thing', friday);
    app.setNow(monday);
    expect((await send(app, slug, 'form', { ...ben(), form_token })).status).toBe(303);
    expect(await held(app, slug)).toMatchObject({ given_name: 'Ben', text_version: 1 });
    const eve = { given_name: 'Eve', email: `eve@${slug}.example`, zip: '28202' };
    expect((await send(app, slug, 'form', eve)).status).toBe(303);
    expect(await held(app, slug)).toMatchObject({ given_name: 'Eve', text_version: 2 });
  });

  test('the text of a removed petition is not shown, and the petition of another campaign is not changed', async () => {
    const other = smallKit();
    await open(other, friday);
    await confirmedAs(app, slug, ana());
    await change('Do another thing', friday);
    await env.DB.prepare("UPDATE actions SET state = 'removed' WHERE slug = ?").bind(slug).run();
    expect((await app.request(`/petitions/${slug}/texts/1`)).status).toBe(404);
    slug = other.petitions[0]?.slug ?? '';
    expect(await textsOf()).toEqual(['1: Do the small thing']);
  });
});

test('no signature and no action can refer to a text that does not exist', async () => {
  const { id } = await confirmedAs(app, slug, ana());
  const toNowhere = (sql: string) => env.DB.prepare(sql).run();
  await expect(toNowhere(`UPDATE signatures SET text_version = 2 WHERE id = '${id}'`)).rejects.toThrow(
    'FOREIGN KEY',
  );
  await expect(toNowhere(`UPDATE actions SET text_version = 2 WHERE slug = '${slug}'`)).rejects.toThrow(
    'no text of this action',
  );
});

test('the hash is of canonical JSON: the order of keys does not change it, every letter does', async () => {
  const said = { title: both('A'), ask: both('B'), body: both('C “é”\n') };
  const canonical =
    '{"ask":{"en":"B","es":"B (es)"},"body":{"en":"C “é”\\n","es":"C “é”\\n (es)"},"title":{"en":"A","es":"A (es)"}}';
  expect(hashOfText(said)).toBe(createHash('sha256').update(canonical).digest('hex'));
  expect(hashOfText({ ...said, ask: { es: 'B (es)', en: 'B' } })).toBe(hashOfText(said));
  expect(hashOfText({ ...said, ask: both('b') })).not.toBe(hashOfText(said));
});
