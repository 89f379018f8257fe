import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { goOn } from '../../worker/exports/make-export.ts';
import { listNext } from '../../worker/exports/people-store.ts';
import { findExport, insertExportStatement } from '../../worker/exports/store.ts';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { newId } from '../../worker/platform/crypto/ids.ts';
import { suppressStatements } from '../../worker/platform/mail/suppressions.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { hour } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type Coalition, openCoalition } from '../support/coalition.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { ownPath, signAndConfirm, signByForm } from '../support/people.ts';

const app = testApp();
const { db } = app.deps;
let coalition: Coalition;
let owner: OrganizerClient;
let slug = '';
let campaignId = 0;

const at = (name: string) => `${name}@${slug}.example`;
const person = (name: string, more: Record<string, string> = {}) => ({
  given_name: name,
  family_name: 'Rios',
  email: at(name.toLowerCase().replaceAll(/[^a-z]/g, '')),
  zip: '28202',
  ...more,
});

beforeAll(async () => {
  coalition = await openCoalition(db);
  const { action, campaign } = coalition.context;
  slug = action.slug;
  campaignId = campaign.id;
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const yes = { keep_informed: 'yes' };
  await signAndConfirm(app, slug, person('Alma', yes));
  await signAndConfirm(app, slug, person('=Bob', yes));
  await signAndConfirm(app, slug, person('Never'));
  await signByForm(app, slug, person('Unconfirmed', yes));
  await signAndConfirm(app, slug, person('Spam', yes));
  await signAndConfirm(app, slug, person('Church', { source: 'church-form', partner_contact: 'yes' }));
  await db.batch(await suppressStatements(app.deps, [at('spam')], { reason: 'complained', now: aWednesday }));
});

type Fields = Record<string, string>;

let seconds = 0;
/** Ids sort by time, and the newest list stands first. */
function tick() {
  seconds += 1;
  app.setNow(new Date(aWednesday.getTime() + seconds * 1000));
}

/** Presses the button, and gives what came out of it. */
async function makeList(fields: Fields = {}, by = owner) {
  tick();
  const made = await by.post('/exports', { audience: 'news', of: '', preset: 'canonical', ...fields });
  expect(made.status).toBe(303);
  const page = await by.read('/exports');
  const id = /exports\/([\w-]+)\/(?:file|deletion)/.exec(page)?.[1] ?? '';
  return { id, page };
}

async function fileOf(id: string) {
  const answer = await owner.post(`/exports/${id}/file`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { answer, bytes, text: new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes) };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const lastActs = () => runQuery(db, actsQuery(db, campaignId, { most: 3 }));

test('a list has those who confirmed and want news, with its hash on the page and in the log', async () => {
  const { id, page } = await makeList();
  const { answer, bytes, text } = await fileOf(id);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFemail,given_name,family_name,zip,district,language,signed,source,confirmed_on,consent',
  );
  expect(lines.slice(1)).toEqual([
    `${at('alma')},Alma,Rios,28202,1,en,${slug},direct,2026-11-25,news`,
    `${at('bob')},'=Bob,Rios,28202,1,en,${slug},direct,2026-11-25,news`,
    '',
  ]);
  expect(page).toContain(hashOf(bytes));
  expect(page).toContain('2 people');
  expect(page).toContain('1 was left out');
  const [downloaded, made] = await lastActs();
  expect(made).toMatchObject({
    actor: owner.id,
    kind: 'make-export',
    subject: id,
    count: 2,
    after: { preset: 'canonical', consent: 'news', people: 2, left_out: 1, hash: hashOf(bytes) },
  });
  expect(downloaded).toMatchObject({ kind: 'download-export', subject: id, after: { hash: hashOf(bytes) } });
  expect(JSON.stringify([downloaded, made])).not.toContain('@');

  const about = await owner.read(`/exports/${id}/about`);
  expect(about).toContain('People: 2');
  expect(about).toContain(`By: ${owner.email}`);
  expect(about).toContain('The campaign may email me its news');
  expect(about).toContain(hashOf(bytes));
});

test('a partner’s list has only those who let that partner write, with the columns of the service', async () => {
  const { id } = await makeList({ audience: 'partner:church', preset: 'mailchimp' });
  const { text } = await fileOf(id);
  expect(text.split('\r\n')).toEqual([
    '\uFEFFEmail Address,First Name,Last Name,Zip Code,Language,Tags',
    `${at('church')},Church,Rios,28202,en,"${slug}, church"`,
    '',
  ]);
  expect(await owner.read(`/exports/${id}/about`)).toContain('The church may write to me');
  const { id: none } = await makeList({ audience: 'partner:clinic', preset: 'nationbuilder' });
  expect((await fileOf(none)).text).toBe(
    '\uFEFFemail,email_opt_in,first_name,last_name,address_zip,language,tag_list\r\n',
  );
});

test('what is chosen must exist, and nobody reaches a list of another campaign', async () => {
  for (const wrong of [{ audience: 'partner:nobody' }, { preset: 'telegram' }, { of: 'elsewhere' }]) {
    const answer = await owner.post('/exports', { audience: 'news', of: '', preset: 'canonical', ...wrong });
    expect(answer.status).toBe(422);
  }
  const { id } = await makeList();
  const other = await openCoalition(db);
  const stranger = await organizerIn(app, other.context.campaign, { role: 'owner', hasPasskey: true });
  expect((await stranger.post(`/exports/${id}/file`)).status).toBe(404);
  expect((await stranger.get(`/exports/${id}/about`)).status).toBe(404);
  expect((await stranger.post(`/exports/${id}/deletion`)).status).toBe(404);
  const late = await organizerIn(app, coalition.context.campaign, { role: 'owner' });
  expect((await late.post(`/exports/${id}/file`)).status).toBe(403);
});

test('a file is kept for an hour, and goes when somebody erases their data', async () => {
  const { id } = await makeList();
  await app.cron(new Date(aWednesday.getTime() + 2 * hour));
  tick();
  expect(await owner.read('/exports')).toContain('The hour is over');
  expect((await fileOf(id)).answer.status).toBe(422);
  expect(await db.prepare('SELECT count(*) AS n FROM export_parts').first('n')).toBe(0);

  await signAndConfirm(app, slug, person('Gone', { keep_informed: 'yes' }));
  const own = await ownPath(app, at('gone'));
  const { id: next } = await makeList();
  expect((await fileOf(next)).text).toContain(at('gone'));
  await app.post(`${own}/erase`, {});
  expect(await owner.read('/exports')).toContain('Somebody erased their data');
  expect((await fileOf(next)).answer.status).toBe(422);
  expect(await db.prepare('SELECT count(*) AS n FROM export_parts').first('n')).toBe(0);
  // What was made stays in the list and in the log.
  expect(await findExport(db, next)).toMatchObject({ people: 3, goneWhy: 'erased' });
});

test('an owner deletes a file, and a second press says that it is gone', async () => {
  const { id } = await makeList();
  expect((await owner.post(`/exports/${id}/deletion`)).status).toBe(303);
  const again = await owner.post(`/exports/${id}/deletion`);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('This file is no longer here');
});

test('a long list is made in steps by key, one of two runs at once goes on, and a step reads 500 rows', async () => {
  const { action } = coalition.context;
  await db
    .prepare(
      `WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 1200)
       INSERT INTO signatures (id, action_id, text_version, state, place, source, language, keep_informed,
         received_at, changed_at, changed_week)
       SELECT printf('noise-%016d', n), ?, 1, 'unconfirmed', '1', 'direct', 'en', 0, 1, 1, '2026-W48' FROM many`,
    )
    .bind(action.id)
    .run();
  await signAndConfirm(app, slug, person('Last', { keep_informed: 'yes' }));
  const id = newId(aWednesday);
  const asked = { campaignId, actionId: null, partnerId: null, preset: 'canonical' as const };
  await insertExportStatement(db, { id, ...asked, organizerId: owner.id }, aWednesday).run();
  expect(await goOn(app.deps, { id, steps: 1, now: aWednesday })).toBe(false);
  expect(await findExport(db, id)).toMatchObject({ parts: 1, people: 2, readyAt: null });
  await Promise.all([1, 2].map(() => goOn(app.deps, { id, steps: 10, now: aWednesday })));
  const found = await findExport(db, id);
  expect(found).toMatchObject({ parts: 2, people: 3 });
  const { bytes, text } = await fileOf(id);
  expect(hashOf(bytes)).toBe(found?.hash);
  expect(bytes.length).toBe(found?.bytes);
  expect(text.split('\r\n').map((line) => line.split(',')[0])).toEqual([
    '\uFEFFemail',
    at('alma'),
    at('bob'),
    at('last'),
    '',
  ]);
  expect(text).not.toContain('noise');

  const window = { actionId: action.id, after: 0, most: 500 };
  const rows = await listNext(db, window, { partnerId: null });
  expect(rows).toHaveLength(500);
  expect(rows.filter(({ sealed }) => sealed)).toHaveLength(3);
});

test('a list of unsubscribed people takes their check away, and says how many were known', async () => {
  const { id } = await makeList();
  const none = await owner.post('/unsubscribed', { audience: 'news', addresses: 'nobody here' });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain('nobody here');
  const csv = `Email,Name\r\n"${at('alma').toUpperCase()}",Alma\r\n${at('never')},x\r\nstranger@elsewhere.example,y\r\n`;
  const done = await owner.post('/unsubscribed', { audience: 'news', addresses: csv });
  expect(done.status).toBe(303);
  const page = await owner.read(done.headers.get('location') ?? '');
  expect(page).toContain('1 was known and unchecked');
  expect(page).toContain('People were unsubscribed');
  expect(page).not.toContain('Undo</button>');
  const [act] = await lastActs();
  expect(act).toMatchObject({ kind: 'import-unsubscribed', after: { given: 3, known: 1 } });
  expect(JSON.stringify(act)).not.toContain('alma');
  expect((await fileOf(id)).answer.status).toBe(422);
  const { id: next } = await makeList();
  expect((await fileOf(next)).text).not.toContain(at('alma'));
  // The signature counts as before, and the check for the partner is another one.
  const partners = await owner.post('/unsubscribed', { audience: 'partner:church', addresses: at('church') });
  expect(await owner.read(partners.headers.get('location') ?? '')).toContain('1 was known');
  expect((await fileOf((await makeList({ audience: 'partner:church' })).id)).text).not.toContain('@');
});

test('the privacy page says who may take addresses out, and when somebody last did', async () => {
  const page = await (await app.request(`/campaigns/${coalition.context.campaign.slug}/privacy`)).text();
  expect(page).toContain('can download a list of the people who checked the box');
  expect(page).toContain('last made on Wednesday, November 25, 2026');
});

test('a list says its petition and its partner by name, in the reader’s language', async () => {
  await makeList({ of: slug, audience: 'partner:church' });
  const title = await db
    .prepare('SELECT title FROM action_texts JOIN actions ON actions.id = action_id WHERE slug = ?')
    .bind(slug)
    .first<string>('title');
  const { en, es } = JSON.parse(title ?? '{}');
  expect(await owner.read('/exports')).toMatch(new RegExp(`>${en}</option>`));
  expect(await owner.read('/exports')).toContain(`${en}. owner`);
  expect(await owner.read('/exports')).toContain('The church');
  const spanish = await owner.read('/exports?lang=es');
  expect(spanish).toContain(`>${es}</option>`);
  expect(spanish).toContain(`${es}. owner`);
});

test('the file of a mail service is told before anything is stored, whatever its encoding', async () => {
  const before = await lastActs();
  const upload = (file: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ form_token: owner.form_token, audience: 'news' }))
      body.set(name, value);
    body.set('file', new File([file], 'bajas.csv', { type: 'text/csv' }));
    return app.request(`/organize/campaigns/${coalition.context.campaign.slug}/unsubscribed`, {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: 'http://localhost' },
      body,
    });
  };
  const text = `Correo,Raz\u00f3n\r\n${at('nina')},No m\u00e1s\r\nx@y.example,z\r\n`;
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  const read = await upload(Uint8Array.from(new Uint8Array(units.buffer)));
  const page = await read.text();
  expect([read.status, page.includes('2 addresses are in the file')]).toEqual([200, true]);
  expect(page).toContain(at('nina'));
  expect(await lastActs()).toEqual(before);
  const latin = await upload(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  expect([latin.status, (await latin.text()).includes('Save it as CSV in UTF-8')]).toEqual([422, true]);
  expect((await upload(Uint8Array.from(new TextEncoder().encode('no address in here')))).status).toBe(422);
  const done = await owner.post('/unsubscribed', {
    audience: 'news',
    addresses: `${at('nina')}\nx@y.example`,
  });
  expect(done.status).toBe(303);
});
