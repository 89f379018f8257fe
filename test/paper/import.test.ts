import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readCounts } from '../../worker/actions/store.ts';
import { guessColumns } from '../../worker/paper/import-rules.ts';
import { confirmedAs, dump, pathOfLink } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { press } from '../support/press.ts';

const app = testApp();

async function fresh() {
  const petition = await openPetition(env.DB);
  const editor = await organizerIn(app, petition.campaign, { role: 'editor', hasPasskey: true });
  const upload = (file: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({
      form_token: editor.form_token,
      decision: 'read',
      ...fields,
    }))
      body.set(name, value);
    body.set('file', new File([file], 'people.csv', { type: 'text/csv' }));
    return app.request(`/organize/campaigns/${petition.campaign.slug}/paper/import`, {
      method: 'POST',
      headers: { cookie: editor.cookie, origin: 'http://localhost' },
      body,
    });
  };
  const of = (name: string) => `${name}@${petition.action.slug}.example`;
  const state = async () => (await readCounts(env.DB, petition.action.id)).state;
  return { petition, editor, upload, of, state };
}

const spoken = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const importRows = async () =>
  (await env.DB.prepare('SELECT count(*) AS n FROM paper_import_rows').first<number>('n')) ?? 0;

test('a file is told before anything is stored, imported in one act, and everybody is invited once', async () => {
  const { petition, editor, upload, of, state } = await fresh();
  await confirmedAs(app, petition.action.slug, {
    ...{ given_name: 'Web', family_name: 'Signer', email: of('web'), zip: '28202' },
  });
  const people = Array.from({ length: 9 }, (_, n) => `${of(`p${n}`)},P${n},Import,28202`);
  const text = [
    '\ufeffemail,first_name,last_name,zip_code',
    ...people,
    `${of('web')},Web,Signer,28202`,
    `${of('P0')},P0,Again,28202`,
    'nobody,No,Body,28202',
    `${of('nozip')},No,Zip,`,
  ].join('\r\n');
  const before = await importRows();
  const read = await upload(text, { platform: 'action-network', source: 'poster' });
  expect(read.status).toBe(200);
  const html = await read.text();
  expect(spoken(html)).toMatch(
    /To be invited 9 .*has signed or was invited 1 .*in the file before 1 .*ZIP code 2 All rows 13/,
  );
  expect(spoken(html)).toContain('Line 13: email address');
  expect(spoken(html)).toContain('Line 14: ZIP code');
  expect(html).toContain('Invite 9 people');
  expect(await importRows()).toBe(before);
  const imported = await editor.post('/paper/import', {
    decision: 'import',
    text,
    platform: 'action-network',
    source: 'poster',
    email: '0',
    given_name: '1',
    family_name: '2',
    name: '-1',
    zip: '3',
  });
  expect(imported.status).toBe(303);
  expect(await state()).toEqual({ confirmed: 1 });
  for (const word of ['Import', of('p3')]) expect(await dump()).not.toContain(`"${word}`);

  await app.cron('2026-11-25T15:15:00Z');
  expect(await state()).toEqual({ confirmed: 1, unconfirmed: 9 });
  const mails = await app.mailTo(of('p3'));
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Does your signature count here too? A small petition',
  ]);
  expect(mails[0]?.text).toContain('We write to you about this once.');
  expect((await app.mailTo(of('web'))).filter(({ subject }) => subject.startsWith('Does')).length).toBe(0);
  // No reminder, and the same file again invites nobody.
  app.setNow(aWednesday);
  const again = await editor.post('/paper/import', { decision: 'import', text, platform: 'action-network' });
  expect(again.headers.get('location')).toContain('done=');
  await app.cron('2026-12-04T15:15:00Z');
  expect((await app.mailTo(of('p3'))).length).toBe(1);
  expect(await state()).toEqual({ confirmed: 1, unconfirmed: 9 });

  app.setNow(aWednesday);
  const id = await env.DB.prepare(
    'SELECT signature_id FROM paper_import_rows WHERE signature_id IS NOT NULL AND action_id = ? LIMIT 1',
  )
    .bind(petition.action.id)
    .first<string>('signature_id');
  expect((await press(app, await pathOfLink(app, 'confirm', id ?? ''))).status).toBe(303);
  expect(await readCounts(env.DB, petition.action.id)).toMatchObject({
    state: { confirmed: 2 },
    source: { poster: 1 },
    paper: {},
  });
  const act = new URL(imported.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  const owner = await organizerIn(app, petition.campaign, { role: 'owner', hasPasskey: true });
  const undone = await owner.post(`/acts/${act}/undo`, { back: '' });
  expect(undone.headers.get('location')).toContain('done=');
  expect(await state()).toEqual({ confirmed: 2, invalidated: 8 });
});

test('an undone import invites nobody any more, and keeps no name', async () => {
  const { editor, of, state } = await fresh();
  const text = `name,email,zip\nAna Lopez,${of('ana')},28202`;
  const imported = await editor.post('/paper/import', { decision: 'import', text });
  const act = new URL(imported.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  await editor.post(`/acts/${act}/undo`, { back: '' });
  await app.cron('2026-11-25T15:30:00Z');
  app.setNow(aWednesday);
  expect(await state()).toEqual({});
  const left = await env.DB.prepare(
    "SELECT count(*) AS n FROM paper_import_rows WHERE state = 'ended' AND sealed IS NOT NULL",
  ).first('n');
  expect(left).toBe(0);
});

test.each([
  ['nothing', '', 'Choose a CSV file'],
  ['only headings', 'email,name,zip\n', 'The file has no rows below its headings'],
  ['no column of addresses', 'who,zip\nAna,28202\n', 'Choose the columns of the email address'],
  [
    'Latin-1',
    Uint8Array.from(
      [...'email,name,zip\na@b.example,L', 0xf3, ...'pez,28202'].map((one) =>
        typeof one === 'number' ? one : one.charCodeAt(0),
      ),
    ),
    'Line 2 of the file has letters that are not UTF-8',
  ],
  ['more than a megabyte', 'x'.repeat(1024 * 1024 + 1), 'The file is larger than 1 MB'],
] as [string, string | Uint8Array<ArrayBuffer>, string][])(
  'of a file with %s, what is wrong is said',
  async (_what, file, said) => {
    const { upload } = await fresh();
    const answer = await upload(file);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  },
);

test('columns are found by their headings, and matched by hand where they are not', async () => {
  expect(guessColumns(['Email', 'First Name', 'Last Name', 'Postal'], 'actionkit')).toEqual({
    email: 0,
    given_name: 1,
    family_name: 2,
    name: -1,
    zip: 3,
  });
  expect(
    guessColumns(['given_name', 'email_addresses[0].address', 'postal_addresses[0].postal_code'], 'osdi'),
  ).toMatchObject({ email: 1, given_name: 0, zip: 2 });
  const { editor, of } = await fresh();
  const text = `who;where;how\nAna;02139;${of('ana')}`;
  const read = await editor.post('/paper/import', {
    decision: 'again',
    text,
    email: '2',
    name: '0',
    zip: '1',
    given_name: '-1',
  });
  expect(await read.text()).toContain('Invite one person');
});
