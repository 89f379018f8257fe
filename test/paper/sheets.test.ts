import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { readCounts } from '../../worker/actions/store.ts';
import { confirmedAs, dump, pathOfLink } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { press } from '../support/press.ts';
import { enteredSheet, freshCode, lineFields, type PaperLine, paperCounts, startedSheet } from './support.ts';

const app = testApp();
let petition: Awaited<ReturnType<typeof openPetition>>;
let moderator: OrganizerClient;

beforeAll(async () => {
  petition = await openPetition(env.DB);
  moderator = await organizerIn(app, petition.campaign, { role: 'moderator' });
});

async function fresh() {
  const own = await openPetition(env.DB);
  const organizer = await organizerIn(app, own.campaign, { role: 'moderator' });
  return {
    own,
    organizer,
    counts: () => paperCounts(own.action.id),
    state: async () => (await readCounts(env.DB, own.action.id)).state,
  };
}

const names = ['Ada', 'Bea', 'Cal', 'Dan', 'Eva', 'Fay', 'Gus', 'Hal', 'Ida', 'Joe'];
const ten: PaperLine[] = names.map((name) => [name, 'Paper', '28202']);

test('two sheets of ten lines are entered, and one is undone', async () => {
  const { organizer, counts, state, own } = await fresh();
  await enteredSheet(organizer, ten);
  const second = await enteredSheet(
    organizer,
    ten.map(([given, , zip]) => [given, 'Second', zip]),
  );
  expect(await counts()).toEqual({ 'without-address': 20 });
  expect(await state()).toEqual({});
  const undone = await organizer.post(`/acts/${second.act}/undo`, { back: '' });
  expect(undone.status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 10 });
  const page = await organizer.read(second.path);
  expect(page).toContain('value="Ada"');
  expect(page).toContain('The sheet is done: count it');
  // Nothing is lost: the same lines are counted again.
  const path = second.path;
  const again = await organizer.post(`${path}/lines`, { decision: 'finish' });
  expect(again.headers.get('location')).toContain('done=');
  expect(await counts()).toEqual({ 'without-address': 20 });
  expect(await (await app.request(`/api/v1/petitions/${own.action.slug}`)).json()).toMatchObject({
    counts: { received: 0, confirmed: 0 },
  });
});

test('a line takes the ZIP code of the line above, ? is illegible and - is crossed out', async () => {
  const { organizer, counts } = await fresh();
  const { path } = await enteredSheet(organizer, [
    ['Ana', 'Lopez', '28205'],
    ['?', '', ''],
    ['-', '', ''],
    ['Ben', 'Lopez', ''],
    // Only carried over: nothing was signed there.
    ['', '', '28205'],
  ]);
  expect(await counts()).toEqual({ 'without-address': 2, illegible: 1, 'crossed-out': 1 });
  const page = await organizer.read(path);
  expect(page).toContain('Illegible');
  expect(page).toContain('Crossed out');
  expect(page).not.toContain('Lopez');
});

test('what is wrong comes back with its values, and the right lines are stored', async () => {
  const { organizer, counts } = await fresh();
  const path = await startedSheet(organizer);
  const answer = await organizer.post(`${path}/lines`, {
    decision: 'finish',
    ...lineFields([
      ['Ana', 'Lopez', '28205'],
      ['Ben', 'Lopez', '2820'],
      ['', 'Lopez', ''],
      ['Dan', 'Lopez', '28205', 'dan at example'],
    ]),
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('<title>Error: ');
  expect(html).toContain('<a href="#zip-2">Line 2: Enter a ZIP code of five digits</a>');
  expect(html).toContain('<a href="#given_name-3">Line 3: Enter the given name, ? or -</a>');
  expect(html).toContain('Line 4: Enter an email address like name@example.com, or leave it empty');
  expect(html).toContain('value="2820"');
  expect(html).toContain('value="dan at example"');
  expect(await counts()).toEqual({});
  expect(await organizer.read(path)).toContain('value="Ana"');
});

test('a line that holds only a ZIP code, carried over or typed, is empty, at once and one by one', async () => {
  const { organizer, own, counts } = await fresh();
  const path = await startedSheet(organizer);
  const send = async (fields: Record<string, string>) =>
    (await organizer.post(`${path}/lines`, fields, { accept: 'application/json' })).json();
  await send(lineFields([['Ana', 'Lopez', '28205']]));
  expect(await send({ ...lineFields([['', '', '28205']], 2), zip_above: '28205' })).toMatchObject({
    lines: [{ line: 2, status: 'empty', version: 0, errors: [] }],
  });
  const other = await organizerIn(app, own.campaign, { role: 'moderator' });
  const finished = await other.post(`${path}/lines`, {
    decision: 'finish',
    ...lineFields([['', '', '28205']], 1, 1),
    ...lineFields(
      [
        ['Ben', 'Lopez', '28205'],
        ['', '', ' 28205 '],
        ['', '', '28210'],
        ['Cal', 'Lopez', ''],
      ],
      2,
    ),
    zip_above: '28205',
  });
  expect(finished.status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 3 });
  // Without anything else there is nothing to count.
  const empty = await startedSheet(organizer);
  const none = await organizer.post(`${empty}/lines`, {
    decision: 'finish',
    ...lineFields([['', '', '28205']]),
  });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain('Enter at least one line first');
});

test('sending a form twice, or a line that somebody else has changed, does no harm', async () => {
  const { organizer, own, counts } = await fresh();
  const other = await organizerIn(app, own.campaign, { role: 'moderator' });
  const path = await startedSheet(organizer);
  const fields = lineFields([['Ana', 'Lopez', '28205']]);
  for (const _ of [1, 2]) {
    expect((await organizer.post(`${path}/lines`, { decision: 'save', ...fields })).status).toBe(303);
  }
  const changed = await other.post(`${path}/lines`, {
    decision: 'save',
    ...lineFields([['Anna', 'Lopez', '28205']]),
  });
  expect(changed.status).toBe(409);
  expect(await changed.text()).toContain('Somebody else has changed this line');
  // What somebody else has entered stays sealed.
  const page = await other.read(path);
  expect(page).not.toContain('value="Ana"');
  expect(page).toContain('Entered by somebody else');
  expect(
    (await other.post(`${path}/lines`, { decision: 'save', ...lineFields([['', '', '']], 1, 1) })).status,
  ).toBe(303);
  const finished = await Promise.all(
    [1, 2].map(() =>
      organizer.post(`${path}/lines`, {
        decision: 'finish',
        ...lineFields([['Ana', 'Lopez', '28205']], 1, 1),
      }),
    ),
  );
  expect(finished.map(({ status }) => status)).toEqual([303, 303]);
  expect(await counts()).toEqual({ 'without-address': 1 });
});

test('the script stores line by line and learns what is stored', async () => {
  const { organizer } = await fresh();
  const path = await startedSheet(organizer);
  const send = async (fields: Record<string, string>) =>
    (await organizer.post(`${path}/lines`, fields, { accept: 'application/json' })).json();
  expect(await send(lineFields([['Ana', 'Lopez', '28205']]))).toEqual({
    lines: [{ line: 1, status: 'signed', version: 1, zip: '28205', errors: [] }],
  });
  expect(await send({ ...lineFields([['Ben', '', '']], 2), zip_above: '28205' })).toMatchObject({
    lines: [{ line: 2, status: 'signed', version: 1, zip: '28205' }],
  });
  expect(await send(lineFields([['Ben', '', '282']], 3))).toMatchObject({
    lines: [{ line: 3, status: 'wrong', errors: [{ field: 'zip' }] }],
  });
  expect(await send(lineFields([['Cal', '', '28205']], 1))).toMatchObject({
    lines: [{ line: 1, status: 'changed', version: 1 }],
  });
});

test('the same name and ZIP code counts once on paper, and not where it is confirmed online', async () => {
  const { organizer, own, counts } = await fresh();
  await confirmedAs(app, own.action.slug, {
    ...{ given_name: 'Web', family_name: 'Signer', email: `web@${own.action.slug}.example`, zip: '28202' },
  });
  const first = await enteredSheet(organizer, [
    ['Ana', 'López', '28205'],
    ['Web', 'Signer', '28202'],
    ['Web', 'Signer', '28205'],
  ]);
  await enteredSheet(organizer, [
    ['ANA', 'Lopez', '28205'],
    ['Ana', 'Lopez', '28202'],
  ]);
  expect(await counts()).toEqual({ 'without-address': 3, 'duplicate-paper': 1, 'duplicate-online': 1 });
  // The line that was a duplicate of the other one counts once that one is taken back.
  await organizer.post(`/acts/${first.act}/undo`, { back: '' });
  expect(await counts()).toEqual({ 'without-address': 2 });
});

test('who signs online later takes nobody out of the count on paper', async () => {
  const { organizer, own, counts } = await fresh();
  await enteredSheet(organizer, [['Ana', 'Lopez', '28202']]);
  await confirmedAs(app, own.action.slug, {
    ...{
      given_name: 'Ana',
      family_name: 'Lopez',
      email: `stranger@${own.action.slug}.example`,
      zip: '28202',
    },
  });
  await enteredSheet(organizer, [['Ben', 'Lopez', '28202']]);
  expect(await counts()).toEqual({ 'without-address': 2 });
});

test('a line with an address gets the usual mail, and counts when its owner confirms', async () => {
  const { organizer, own, counts, state } = await fresh();
  const email = `ana@${own.action.slug}.example`;
  const sheet = await enteredSheet(
    organizer,
    [
      ['Ana', 'Lopez', '28202', email],
      ['Ben', 'Lopez', '28202', `ben@${own.action.slug}.example`],
      ['Cal', 'Lopez', '28202'],
    ],
    { source: 'poster' },
  );
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
  expect(await state()).toEqual({ unconfirmed: 2 });
  const [mail] = await app.mailTo(email);
  expect(mail?.subject).toContain('Confirm your signature');
  const id = await env.DB.prepare('SELECT signature_id FROM paper_lines WHERE action_id = ? AND line = 1')
    .bind(own.action.id)
    .first<string>('signature_id');
  expect((await press(app, await pathOfLink(app, 'confirm', id ?? ''))).status).toBe(303);
  expect(await readCounts(env.DB, own.action.id)).toMatchObject({
    state: { confirmed: 1, unconfirmed: 1 },
    source: { poster: 1 },
  });
  expect(await organizer.read(sheet.path)).toContain(
    'One invitation that nobody has confirmed will end. One was confirmed by its owner and stays counted.',
  );
  await organizer.post(`/acts/${sheet.act}/undo`, { back: '' });
  expect(await counts()).toEqual({});
  expect(await state()).toEqual({ confirmed: 1, invalidated: 1 });
  // Counted again, Ana is not invited twice, and Ben is.
  await organizer.post(`${sheet.path}/lines`, { decision: 'finish' });
  expect(await counts()).toEqual({ 'with-address': 2, 'without-address': 1 });
  expect(await state()).toEqual({ confirmed: 1, invalidated: 1, unconfirmed: 1 });
});

test('a sheet that was begun is found again, its number is checked, and one without a number gets one', async () => {
  const { organizer } = await fresh();
  const code = freshCode();
  const path = await startedSheet(organizer, { code });
  expect(await startedSheet(organizer, { code: code.toLowerCase().replace('-', ' ') })).toBe(path);
  expect(await startedSheet(organizer, { code, page: 2 })).not.toBe(path);
  expect(await organizer.read(await startedSheet(organizer, { code, page: 3 }))).toContain(
    'aria-label="Line 25: Given name"',
  );
  const wrong = await organizer.post('/paper', {
    code: `${code.slice(0, -1)}`,
    page: 'x',
    paper: 'letter',
    source: 'nobody',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Enter the number as it is printed');
  const numbered = await organizer.post('/paper', { decision: 'number', page: '', paper: 'a4', source: '' });
  expect(numbered.headers.get('location')).toContain('numbered=now');
});

const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';

test('what was entered of a sheet is deleted with its names, and the printed page can be begun again', async () => {
  const { organizer } = await fresh();
  const code = freshCode();
  const path = await startedSheet(organizer, { code });
  await organizer.post(`${path}/lines`, { decision: 'save', ...lineFields([['Ana', 'Lopez', '28205']]) });
  const seen = seenIn(await organizer.read(path));
  await organizer.post(`${path}/lines`, {
    decision: 'save',
    ...lineFields([
      ['Ana', 'Lopez', '28205'],
      ['Eva', 'Rios', '28205'],
    ]),
  });
  expect((await organizer.post(`${path}/discard`, { seen })).status).toBe(409);
  const answer = await organizer.post(`${path}/discard`, { seen: seenIn(await organizer.read(path)) });
  expect(answer.status).toBe(303);
  expect(await organizer.read(path)).toContain('What was entered of this sheet was deleted.');
  expect(await startedSheet(organizer, { code })).not.toBe(path);
  const left = await env.DB.prepare('SELECT count(*) AS n FROM paper_lines WHERE sheet_id = ?')
    .bind(path.split('/').at(-1))
    .first('n');
  expect(left).toBe(0);
});

test('no name, ZIP code or address stands in the open in any table', async () => {
  const path = await startedSheet(moderator);
  await organizerPosts(path);
  const stored = await dump();
  for (const word of ['Zacharias', 'Quux', 'zacharias@']) expect(stored).not.toContain(word);
});

async function organizerPosts(path: string) {
  await moderator.post(`${path}/lines`, {
    decision: 'finish',
    ...lineFields([['Zacharias', 'Quux', '28205', `zacharias@${petition.action.slug}.example`]]),
  });
}

test('when the action is erased, what was entered from paper is erased, and the counts stay', async () => {
  const { organizer, own, counts } = await fresh();
  await enteredSheet(organizer, [['Ana', 'Lopez', '28205']]);
  await env.DB.prepare('UPDATE actions SET erased_at = 1 WHERE id = ?').bind(own.action.id).run();
  await app.cron('2026-11-26T15:00:00Z');
  app.setNow('2026-11-25T15:00:00Z');
  const kept = await env.DB.prepare(
    'SELECT count(*) AS n FROM paper_lines WHERE action_id = ? AND (sealed IS NOT NULL OR name_zip_key IS NOT NULL)',
  )
    .bind(own.action.id)
    .first('n');
  expect(kept).toBe(0);
  expect(await counts()).toEqual({ 'without-address': 1 });
});
