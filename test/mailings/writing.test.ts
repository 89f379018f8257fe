import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { suppressStatements } from '../../worker/platform/mail/suppressions.ts';
import { textOf } from '../responses/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { storeReaders } from '../support/readers.ts';
import { countedBy, draftBy, seenIn, versionIn, written } from './support.ts';

const app = testApp();
let context: ActionContext;
let editor: OrganizerClient;

beforeAll(async () => {
  app.setNow('2026-11-25T15:00:00Z');
  context = await openPetition(env.DB, { petitions: 2 });
  editor = await organizerIn(app, context.campaign, { role: 'editor', hasPasskey: true });
  await storeReaders(app, context, { n: 3, prefix: 'one' });
  await storeReaders(app, context, { n: 2, prefix: 'two', place: '2' });
});

async function save(path: string, fields: Record<string, string>, decision = 'save') {
  const version = versionIn(await editor.read(path));
  const answer = await editor.post(path, { ...written, version, decision, ...fields });
  return { status: answer.status, html: await answer.text() };
}

test('where nothing was written yet, the page says so, and pressing twice begins one draft', async () => {
  expect(textOf(await editor.read('/news'))).toContain('No mail was written yet.');
  const [first, second] = [await editor.post('/news'), await editor.post('/news')];
  expect(first.headers.get('location')).toBe(second.headers.get('location'));
  expect(textOf(await editor.read('/news'))).toContain('Without a subject');
});

test.for<[string, Record<string, string>, string]>([
  ['a long subject', { 'subject.en': 'a'.repeat(121) }, 'Subject, in English: shorten it to 120 characters'],
  ['a subject of two lines', { 'subject.es': 'Uno\nBcc: dos' }, 'Subject, in Spanish: write it in one line'],
  ['200 kB of text', { 'text.en': 'word '.repeat(40_000) }, 'Text, in English: it is too long for a mail'],
  ['a script', { 'text.en': 'Read <script>alert(1)</script>' }, 'Text, in English: HTML does not work here'],
  ['an image in HTML', { 'text.en': '<img src=x onerror=alert(1)>' }, 'HTML does not work here'],
  ['a picture', { 'text.en': '![us](https://example.org/a.png)' }, 'a mail has no pictures'],
  [
    'a link that runs',
    { 'text.es': '[aquí](javascript:alert(1))' },
    'a link must begin with https:// or mailto:',
  ],
  [
    'a link with a code in it',
    { 'text.en': '[a](java&#x73;cript:alert(1))' },
    'a link must begin with https://',
  ],
  ['a link with data', { 'text.en': '[a](data:text/html,x)' }, 'a link must begin with https://'],
  ['a link without its beginning', { 'text.en': '[a](/petitions)' }, 'a link must begin with https://'],
  ['a mark of direction', { 'text.en': 'pay \u202e0001$' }, 'turns the direction of writing'],
  ['a lost letter', { 'subject.en': 'caf\ufffd' }, 'holds a character that nobody can read'],
])('%s comes back with a clear error, and nothing typed is lost', async ([, fields, said]) => {
  const path = await draftBy(editor);
  const { status, html } = await save(path, fields);
  expect(status).toBe(422);
  expect(textOf(html)).toContain(said);
  const [field, typed] = Object.entries(fields)[0]!;
  const box = /(?:value="|>)([^"<]*)(?:"[^>]*aria|<\/textarea>)/;
  expect(html).toContain(`id="${field}-error"`);
  expect(html).toMatch(box);
  if (!/[<&"\n]/.test(typed)) expect(html).toContain(typed.trim());
  expect(html).toContain(written['subject.en' === field ? 'subject.es' : 'subject.en']);
  expect(await editor.read(path)).toContain(written['subject.en']);
});

test('plain Markdown of every kind is no error', async () => {
  const path = await draftBy(editor);
  const text =
    'One\n\n- <https://example.org/a?b=1&c=2>\n- [mail](mailto:a@example.org)\n\n`<b>` 1 < 2 and 3 > 2 <3';
  const { status, html } = await save(path, { 'text.en': text });
  expect([status, textOf(html).slice(0, 300)]).toEqual([303, '']);
});

test('a draft may be unfinished; what is missing is said when it is counted', async () => {
  const path = await draftBy(editor, { 'subject.es': '', 'text.es': '' });
  const { status, html } = await save(path, { 'subject.es': ' ', 'text.es': '' }, 'count');
  expect(status).toBe(422);
  expect(textOf(html)).toContain('Subject, in Spanish: write it before it is counted');
  expect(textOf(html)).toContain('Text, in Spanish: write it before it is counted');
});

test('the second of two organizers is shown what the first saved, and loses nothing', async () => {
  const path = await draftBy(editor);
  const other = await organizerIn(app, context.campaign, { role: 'owner', email: 'second@town.example' });
  const version = versionIn(await editor.read(path));
  const theirs = { ...written, version, decision: 'save', 'subject.en': 'What the second wrote' };
  expect((await other.post(path, theirs)).status).toBe(303);
  const mine = { ...written, version, decision: 'count', 'subject.en': 'What the first wrote' };
  const late = await editor.post(path, mine);
  const html = await late.text();
  expect(late.status).toBe(409);
  expect(textOf(html)).toContain('second@town.example saved another version');
  expect(html).toContain('value="What the first wrote"');
  expect(html).toContain('What the second wrote');
  // Saved once more, it replaces theirs; nothing was counted by mistake.
  expect((await editor.post(path, { ...mine, version: versionIn(html), decision: 'save' })).status).toBe(303);
  expect(await editor.read(path)).toContain('value="What the first wrote"');
});

test.for<[string, Record<string, string>, string]>([
  ['all', {}, '5 people get it.'],
  ['one petition', { of: 'first' }, '5 people get it.'],
  ['a petition that nobody signed', { of: 'second' }, 'Nobody would get it.'],
  ['one district', { place: '2' }, '2 people get it.'],
])('who gets it: %s', async ([, { of, place = '' }, said]) => {
  const { slug } = context.action;
  const audience = { of: of === undefined ? '' : of === 'first' ? slug : `${slug}-2`, place };
  const path = await draftBy(editor, audience);
  await countedBy(editor, path, audience);
  expect(textOf(await editor.read(path))).toContain(said);
});

test('it is seen as a mail and as text without a script, and a test goes to its writer alone', async () => {
  const path = await draftBy(editor);
  const mail = await editor.get(`${path}/mail/es`);
  expect(mail.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(await mail.text()).toContain('<strong>audiencia</strong>');
  const text = await editor.get(`${path}/text/en`);
  const plain = await text.text();
  expect(plain).toContain('the agenda (https://example.org/agenda)');
  // As supporters get it, under what an inbox shows, and with a way back.
  expect(textOf(plain)).toContain('Subject: The vote is on June 14');
  expect(plain).toContain(`${path}"`);
  expect(plain).not.toContain('This is a test');
  const { status } = await save(path, {}, 'test');
  expect(status).toBe(303);
  const mails = await app.mailTo(editor.email);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    '[Prueba] La votación es el 14 de junio',
    '[Test] The vote is on June 14',
  ]);
  expect(mails[0]?.links.filter((link) => link.includes('/my/'))).toEqual([]);
  const sent = await env.DB.prepare("SELECT count(*) AS n FROM outbox WHERE kind GLOB 'news:*'").first('n');
  expect(sent).toBe(0);
});

test('who may what: a viewer looks, a moderator does not send, an editor without a passkey is asked for it', async () => {
  const path = await draftBy(editor);
  const seen = await countedBy(editor, path);
  const viewer = await organizerIn(app, context.campaign, { role: 'viewer' });
  const page = await viewer.read(path);
  expect(textOf(page)).toContain('5 people get it.');
  expect(page).not.toContain('name="decision"');
  expect(page).not.toContain(`${path}/send`);
  expect((await viewer.post('/news')).status).toBe(403);
  const bare = await organizerIn(app, context.campaign, { role: 'editor' });
  expect((await bare.post(`${path}/send`, { decision: 'send', seen })).status).toBe(403);
  expect((await bare.get(`${path}/send`)).status).not.toBe(200);
  const moderator = await organizerIn(app, context.campaign, { role: 'moderator', hasPasskey: true });
  expect((await moderator.post(`${path}/send`, { decision: 'send', seen })).status).toBe(403);
  const stranger = await organizerIn(app, context.campaign, { role: null });
  expect(await stranger.read(path)).not.toContain('The vote');
});

test('a text that was counted does not change; changing it leads back, and counts anew', async () => {
  const path = await draftBy(editor);
  const seen = await countedBy(editor, path);
  expect((await save(path, {})).status).toBe(409);
  expect((await editor.post(path, { decision: 'edit', seen })).status).toBe(303);
  expect((await editor.post(path, { decision: 'edit', seen })).status).toBe(409);
  expect(textOf(await editor.read(path))).toContain('Subject, in English');
  await countedBy(editor, path);
  expect(textOf(await editor.read(path))).toContain('5 people get it.');
});

test('a draft that is thrown away is gone, and comes back when that is undone', async () => {
  const path = await draftBy(editor, { 'subject.en': 'Thrown away' });
  const version = versionIn(await editor.read(path));
  const dropped = await editor.post(path, { decision: 'drop', version });
  expect((await editor.get(path)).status).toBe(404);
  expect(await editor.read('/news')).not.toContain('Thrown away');
  const act = /done=(\w+)/.exec(dropped.headers.get('location') ?? '')?.[1];
  await editor.post(`/acts/${act}/undo`, { back: '' });
  expect(await editor.read('/news')).toContain('Thrown away');
});

test('acts tell what was done and hold nothing that somebody typed', async () => {
  const { results } = await env.DB.prepare(
    "SELECT kind, subject, before, after FROM acts WHERE campaign_id = ? AND kind LIKE '%news'",
  )
    .bind(context.campaign.id)
    .all();
  expect(new Set(results.map(({ kind }) => kind))).toEqual(
    new Set(['write-news', 'count-news', 'test-news', 'edit-news', 'drop-news']),
  );
  expect(JSON.stringify(results)).not.toMatch(/vote|votación|wrote|@/);
  const log = await editor.read('/log');
  expect(textOf(log)).toContain('A mail to supporters was saved');
  expect(log).toMatch(/<a href="\/organize\/campaigns\/[^"]+\/news\/\d+">“Thrown away”/);
});

test('an address that bounced or complained is left out before the number is seen', async () => {
  const other = await openPetition(env.DB);
  const own = await organizerIn(app, other.campaign, { role: 'editor', hasPasskey: true });
  await storeReaders(app, other, { n: 3, prefix: 'gone' });
  const statements = await suppressStatements(app.deps, ['gone-2@readers.example'], {
    reason: 'complained',
    now: app.now(),
  });
  await env.DB.batch(statements);
  const path = await draftBy(own);
  const seen = await countedBy(own, path);
  const page = textOf(await own.read(path));
  expect(page).toContain('2 people get it.');
  expect(page).toContain('One address is left out');
  const sending = await own.read(`${path}/send`);
  expect(textOf(sending)).toContain('Send it to 2 people now');
  expect(seenIn(sending)).toBe(seen);
});
