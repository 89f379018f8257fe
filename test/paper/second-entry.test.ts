import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTenth } from '../../worker/paper/rules.ts';
import { endBounced } from '../../worker/signatures/end-bounced.ts';
import { expectBalance } from '../signatures/account.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { enteredSheet, lineFields, type PaperLine, paperCounts } from './support.ts';

const app = testApp();
const ten: PaperLine[] = Array.from({ length: 10 }, (_, n) => [`Signer ${n + 1}`, 'Paper', '28202']);

async function fresh() {
  const petition = await openPetition(env.DB);
  const first = await organizerIn(app, petition.campaign, { role: 'moderator' });
  const second = await organizerIn(app, petition.campaign, { role: 'moderator' });
  const { path, act } = await enteredSheet(first, ten);
  const { line } = (await env.DB.prepare('SELECT line FROM paper_seconds WHERE sheet_id = ?')
    .bind(path.split('/').at(-1))
    .first<{ line: number }>())!;
  const read = ten[line - 1]!;
  return { petition, first, second, path, act, line, read, counts: () => paperCounts(petition.action.id) };
}

const undo = (
  who: { post: (path: string, fields: Record<string, string>) => Response | Promise<Response> },
  answer: Response,
) => {
  const act = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('done') ?? '';
  return who.post(`/acts/${act}/undo`, { back: '' });
};

test('one line in ten is drawn, in the long run too, and each as often', () => {
  const bytes = (n: number) => fc.uint8Array({ minLength: 4 * (n + 1), maxLength: 4 * (n + 1) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }).chain((n) => fc.tuple(fc.constant(n), bytes(n))),
      ([n, random]) => {
        const lines = Array.from({ length: n }, (_, index) => index + 1);
        const drawn = drawTenth(lines, random);
        expect([Math.floor(n / 10), Math.ceil(n / 10)]).toContain(drawn.length);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((line) => lines.includes(line))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
  const often = Array.from({ length: 2000 }, () =>
    drawTenth([1, 2, 3, 4, 5], crypto.getRandomValues(new Uint8Array(24))),
  );
  expect(often.flat().length).toBeGreaterThan(850);
  expect(often.flat().length).toBeLessThan(1150);
});

test('another person enters the line again without seeing the first entry, and the error rate is published', async () => {
  const { petition, first, second, path, line, read, counts } = await fresh();
  expect(await first.read(`${path}/second`)).toContain('somebody else has to enter them again');
  const page = await second.read(`${path}/second`);
  expect(page).toContain(`aria-label="Line ${line}: Given name"`);
  expect(page).not.toContain('value="Signer');
  expect(await second.read('')).toContain('1 line of paper to enter again');
  await first.post(`${path}/second`, lineFields([read], line));
  expect(await counts()).toEqual({ 'without-address': 10 });
  const entered = await second.post(
    `${path}/second`,
    lineFields([[read[0].toUpperCase(), ' paper', '28202']], line),
  );
  expect(entered.status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 10, 'twice-right': 1 });
  expect((await second.post(`${path}/second`, lineFields([read], line))).status).toBe(303);
  const { paper } = (await (await app.request(`/api/v1/petitions/${petition.action.slug}`)).json()) as {
    paper: object;
  };
  expect(paper).toMatchObject({ entered_twice: 1, error_rate: 0 });
  await undo(second, entered);
  expect(await counts()).toEqual({ 'without-address': 10 });
});

test('a difference is shown by a press that the log knows, and decided; both can be undone', async () => {
  const { petition, first, second, path, line, read, counts } = await fresh();
  const other: PaperLine = [read[0], 'Papper', '28205'];
  await second.post(`${path}/second`, lineFields([other], line));
  const page = await second.read(`${path}/differences`);
  expect(page).toContain(`Line ${line}: they differ in the name and the ZIP code`);
  expect(page).not.toContain('Papper');
  const shown = await (
    await second.post(`${path}/differences`, { line: String(line), decision: 'show' })
  ).text();
  expect(shown).toContain('Papper');
  expect(await first.read('/log')).toContain('Both entries of a line of paper were looked at');
  const decided = await second.post(`${path}/differences`, { line: String(line), decision: 'second' });
  expect(decided.status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 10, 'twice-wrong': 1 });
  expect((await second.post(`${path}/differences`, { line: String(line), decision: 'first' })).status).toBe(
    409,
  );
  const html = await (await app.request(`/petitions/${petition.action.slug}`)).text();
  expect(html).toContain('Two people entered one line of them, chosen by chance: error rate 100%.');
  // The line is now as the second person read it: the first reading is another person's.
  await enteredSheet(first, [read, other]);
  expect(await counts()).toMatchObject({ 'without-address': 11, 'duplicate-paper': 1 });
  await undo(second, decided);
  expect(await counts()).toMatchObject({ 'without-address': 11, 'duplicate-paper': 1 });
  const again = await second.post(`${path}/differences`, { line: String(line), decision: 'first' });
  expect(again.status).toBe(303);
  expect(await counts()).toMatchObject({ 'twice-right': 1 });
});

test('taking the sheet back takes its second entry back', async () => {
  const { first, second, path, act, line, read, counts } = await fresh();
  await second.post(`${path}/second`, lineFields([read], line));
  await first.post(`/acts/${act}/undo`, { back: '' });
  expect(await counts()).toEqual({});
});

test('a line that counts is corrected by typing it again, and the correction is undone', async () => {
  const { petition, first, second, path, counts } = await fresh();
  const version = /name="was.3" value="(\d+)"/.exec(await second.read(`${path}/correct/3`))?.[1] ?? '';
  expect(await second.read(`${path}/correct/3`)).not.toContain('Signer 3');
  const post = (line: PaperLine, was = version) =>
    second.post(`${path}/correct/3`, lineFields([line], 3, Number(was)));
  expect((await post(['', '', ''])).status).toBe(422);
  expect((await post(['Signer 3', 'Paper', '28202'], '9')).status).toBe(409);
  const email = `three@${petition.action.slug}.example`;
  const corrected = await post(['Signer 3', 'Paper', '28202', email]);
  expect(corrected.status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 9, 'with-address': 1 });
  expect((await app.mailTo(email))[0]?.subject).toContain('Confirm your signature');
  expect((await undo(first, corrected)).status).toBe(303);
  expect(await counts()).toEqual({ 'without-address': 10 });
  const state = await env.DB.prepare('SELECT state FROM signatures WHERE action_id = ?')
    .bind(petition.action.id)
    .first('state');
  expect(state).toBe('invalidated');
});

test('a mistyped address whose mail came back is corrected: the new one is invited, and undoing leads back', async () => {
  const { petition, first, counts } = await fresh();
  const wrong = `per@${petition.action.slug}.exmple`;
  const { path } = await enteredSheet(first, [['Per', 'Mail', '28202', wrong]]);
  const signature = () =>
    env.DB.prepare('SELECT signature_id AS id FROM paper_lines WHERE sheet_id = ? AND line = 1')
      .bind(path.split('/').at(-1))
      .first<string>('id');
  const bounced = (await signature()) ?? '';
  await endBounced(app.deps, bounced, app.now());
  expect(await first.read(path)).toContain('Mail to its address came back');
  expect(await first.read(`${path}?lang=es`)).toContain('fue devuelto');
  const right = `per@${petition.action.slug}.example`;
  const version = /name="was.1" value="(\d+)"/.exec(await first.read(`${path}/correct/1`))?.[1] ?? '';
  const line = lineFields([['Per', 'Mail', '28202', right]], 1, Number(version));
  const corrected = await first.post(`${path}/correct/1`, line);
  expect(corrected.status).toBe(303);
  expect((await app.mailTo(right))[0]?.subject).toContain('Confirm your signature');
  expect(await counts()).toMatchObject({ 'with-address': 1 });
  expect(await signature()).not.toBe(bounced);
  await expectBalance(app, petition);
  expect((await undo(first, corrected)).status).toBe(303);
  expect(await counts()).toMatchObject({ 'with-address': 1 });
  await expectBalance(app, petition);
});
