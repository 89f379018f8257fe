import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readCounts } from '../../worker/actions/store.ts';
import { expectBalance } from '../signatures/account.ts';
import { pathOfLink } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { press } from '../support/press.ts';
import { enteredSheet, lineFields, type PaperLine, paperCounts } from './support.ts';

const app = testApp();

/** Erin and Carl have an address, Nina has none. Carl has confirmed. */
async function fresh() {
  const own = await openPetition(env.DB);
  const organizer = await organizerIn(app, own.campaign, { role: 'moderator' });
  const address = (name: string) => `${name}@${own.action.slug}.example`;
  const erin: PaperLine = ['Erin', 'Paper', '28202', address('erin')];
  const carl: PaperLine = ['Carl', 'Paper', '28202', address('carl')];
  const nina: PaperLine = ['Nina', 'Paper', '28202'];
  const sheet = await enteredSheet(organizer, [erin, carl, nina]);
  const lineOf = (line: number) =>
    env.DB.prepare(
      'SELECT version, sealed, signature_id, counts_as FROM paper_lines WHERE action_id = ? AND line = ?',
    )
      .bind(own.action.id, line)
      .first<{ version: number; sealed: unknown; signature_id: string | null; counts_as: string | null }>();
  const idOf = async (line: number) => (await lineOf(line))?.signature_id ?? '';
  await press(app, await pathOfLink(app, 'confirm', await idOf(2)));
  return {
    ...{ own, organizer, address, sheet, lineOf, idOf },
    counts: () => paperCounts(own.action.id),
    state: async () => (await readCounts(env.DB, own.action.id)).state,
    erase: async (line: number) => app.post(`${await pathOfLink(app, 'my', await idOf(line))}/erase`, {}),
    undo: () => organizer.post(`/acts/${sheet.act}/undo`, { back: '' }),
    send: (decision: string, fields = {}) => organizer.post(`${sheet.path}/lines`, { decision, ...fields }),
  };
}

test('whoever has erased a line never counts again: not when the sheet is undone and counted once more', async () => {
  const { own, organizer, sheet, lineOf, counts, state, erase, undo, send } = await fresh();
  expect((await erase(1)).status).toBe(303);
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
  expect((await undo()).status).toBe(303);
  expect(await counts()).toEqual({});
  const page = await organizer.read(sheet.path);
  expect(page).toContain('Erased by its owner');
  expect(page).toContain('Confirmed or withdrawn by its owner. It cannot be changed here');
  // Nobody types them in again.
  const typed = await send('save', lineFields([['Erin', 'Paper', '28202']], 1, (await lineOf(1))?.version));
  expect(typed.status).toBe(422);
  expect((await send('finish')).headers.get('location')).toContain('done=');
  expect(await counts()).toEqual({ 'with-address': 1, 'without-address': 1 });
  expect(await lineOf(1)).toMatchObject({ sealed: null, counts_as: null });
  expect(await state()).toEqual({ confirmed: 1, invalidated: 1 });
  const api = await (await app.request(`/api/v1/petitions/${own.action.slug}`)).json();
  expect(api).toMatchObject({ paper: { entered: 2, without_address: 1, with_address: 1 } });
  const done = await organizer.read(sheet.path);
  expect(done).toContain('This sheet is counted: 2 lines.');
  expect(done).toContain('Erased by its owner');
  expect(done).not.toContain('/correct/1"');
  await expectBalance(app, own);
});

test('a line that was confirmed and then erased is not counted again either', async () => {
  const { own, lineOf, counts, erase, undo, send } = await fresh();
  await erase(2);
  await undo();
  await send('finish');
  expect(await counts()).toEqual({ 'with-address': 1, 'without-address': 1 });
  expect(await lineOf(2)).toMatchObject({ sealed: null, counts_as: null });
  await expectBalance(app, own);
});

test('a sheet of nothing but erased lines has nothing to count', async () => {
  const own = await openPetition(env.DB);
  const organizer = await organizerIn(app, own.campaign, { role: 'moderator' });
  const sheet = await enteredSheet(organizer, [['Erin', 'Paper', '28202', `e@${own.action.slug}.example`]]);
  const id = await env.DB.prepare('SELECT signature_id AS id FROM paper_lines WHERE action_id = ?')
    .bind(own.action.id)
    .first<string>('id');
  await app.post(`${await pathOfLink(app, 'my', id ?? '')}/erase`, {});
  await organizer.post(`/acts/${sheet.act}/undo`, { back: '' });
  const again = await organizer.post(`${sheet.path}/lines`, { decision: 'finish' });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('Enter at least one line first');
  expect(await paperCounts(own.action.id)).toEqual({});
});

test('an erased line of a sheet that counts is not typed in again by a correction', async () => {
  const { organizer, sheet, address, lineOf, counts, erase } = await fresh();
  await app.mailTo(address('erin'));
  await erase(1);
  const line: PaperLine = ['Erin', 'Paper', '28202', address('erin')];
  const answer = await organizer.post(
    `${sheet.path}/correct/1`,
    lineFields([line], 1, (await lineOf(1))?.version),
  );
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Its owner has confirmed, withdrawn or erased this line');
  expect(await lineOf(1)).toMatchObject({ sealed: null });
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
});

test('what a correction and a second entry kept of a line is erased with it', async () => {
  const { own, organizer, sheet, address, lineOf, erase } = await fresh();
  const line: PaperLine = ['Erin', 'Papper', '28202', address('erin')];
  const was = (await lineOf(1))?.version;
  const corrected = await organizer.post(`${sheet.path}/correct/1`, lineFields([line], 1, was));
  expect(corrected.status).toBe(303);
  const id = sheet.path.split('/').at(-1) ?? '';
  await env.DB.prepare(
    `INSERT OR REPLACE INTO paper_seconds (sheet_id, line, action_id, drawn_at, state, mark, sealed, entered_by, changed_week)
    VALUES (?, 1, ?, 0, 'different', 'signed', x'00', 'somebody', '2026-11-23')`,
  )
    .bind(id, own.action.id)
    .run();
  const kept = () =>
    env.DB.prepare(
      `SELECT (SELECT count(*) FROM paper_corrections WHERE sheet_id = ?1)
        + (SELECT count(*) FROM paper_seconds WHERE sheet_id = ?1 AND sealed IS NOT NULL) AS n`,
    )
      .bind(id)
      .first('n');
  expect(await kept()).toBe(2);
  await erase(1);
  expect(await kept()).toBe(0);
  const act = new URL(corrected.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  expect((await organizer.post(`/acts/${act}/undo`, { back: '' })).status).toBe(409);
  expect(await lineOf(1)).toMatchObject({ sealed: null });
});

test('a line whose owner has confirmed it becomes nobody else after the sheet is undone', async () => {
  const { own, address, lineOf, idOf, counts, undo, send } = await fresh();
  await undo();
  const before = await lineOf(2);
  const zoe: PaperLine = ['Zoe', 'Other', '28205', address('zoe')];
  for (const decision of ['save', 'finish']) {
    const refused = await send(decision, lineFields([zoe], 2, before?.version));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Line 2: Its owner has confirmed, withdrawn or erased this line');
    // Nothing is lost.
    expect(html).toContain(`value="${address('zoe')}"`);
  }
  expect(await lineOf(2)).toEqual(before);
  // Emptied, it says nothing about the line, which stays.
  expect((await send('save', lineFields([['', '', '']], 2, before?.version))).status).toBe(303);
  expect(await lineOf(2)).toEqual(before);
  await send('finish');
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
  expect(await idOf(2)).toBe(before?.signature_id);
  expect(await app.mailTo(address('zoe'))).toEqual([]);
  await expectBalance(app, own);
});

test('a line that nobody had confirmed may become somebody else, who is asked by mail', async () => {
  const { own, address, lineOf, idOf, counts, state, undo, send } = await fresh();
  const erin = await idOf(1);
  await undo();
  expect(await idOf(1)).toBe('');
  const zoe: PaperLine = ['Zoe', 'Other', '28205', address('zoe')];
  const saved = await send('finish', lineFields([zoe], 1, (await lineOf(1))?.version));
  expect(saved.headers.get('location')).toContain('done=');
  expect(['', erin]).not.toContain(await idOf(1));
  expect((await app.mailTo(address('zoe')))[0]?.subject).toContain('Confirm your signature');
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
  expect(await state()).toEqual({ confirmed: 1, invalidated: 1, unconfirmed: 1 });
  await expectBalance(app, own);
});

test('the script is told that the line is its owner’s', async () => {
  const { organizer, sheet, lineOf, undo } = await fresh();
  await undo();
  const version = (await lineOf(2))?.version;
  const fields = lineFields([['Zoe', 'Other', '28205']], 2, version);
  const answer = await organizer.post(`${sheet.path}/lines`, fields, { accept: 'application/json' });
  expect(await answer.json()).toMatchObject({
    lines: [{ line: 2, status: 'wrong', version, errors: [{ text: expect.stringContaining('Its owner') }] }],
  });
});
