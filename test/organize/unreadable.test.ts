import { beforeAll, expect, test } from 'vitest';
import { makeExports } from '../../worker/exports/make-export.ts';
import { inviteImported } from '../../worker/paper/import-signatures.ts';
import { counted } from '../invalidation/support.ts';
import { lineFields, startedSheet } from '../paper/support.ts';
import { testApp } from '../support/app.ts';
import { verbs } from './undo-verbs.ts';
import { everythingIn, type World } from './undo-world.ts';

const app = testApp();
const { db } = app.deps;
let world: World;
let signature = '';

/** As if the key under which everything was sealed had been lost. */
async function loseTheKey() {
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql GLOB '*sealed BLOB*'")
    .all<{ name: string }>();
  const tables = results.map(({ name }) => name);
  expect(tables).toEqual(expect.arrayContaining(['signatures', 'organizers', 'responses', 'paper_lines']));
  await db.batch(
    tables.map((table) =>
      db.prepare(
        `UPDATE ${table} SET sealed = CAST(unhex('046c6f7374') || sealed AS BLOB) WHERE sealed IS NOT NULL`,
      ),
    ),
  );
}

beforeAll(async () => {
  world = await everythingIn(app);
  const { owner, context } = world;
  await verbs['import signatures']!(world, 1);
  await counted(app, owner, { petition: context.action.slug, domain: 'mail.example' });
  await owner.post('/exports', { audience: 'news', of: '', preset: 'canonical' });
  await makeExports(app.deps, app.now());
  signature =
    (await db
      .prepare("SELECT id FROM signatures WHERE action_id = ? AND state = 'confirmed'")
      .bind(context.action.id)
      .first<string>('id')) ?? '';
  await loseTheKey();
});

test('no page of the console fails where nothing can be opened: each says so and goes on', async () => {
  const { owner, sheet } = world;
  const paths = ['', '/words', '/signatures', `/signatures/${signature}`, '/duplicates', '/invalidations'];
  const more = ['/paper', sheet, '/paper/import', '/exports', '/mail', '/people', '/log', '/log.csv'];
  for (const path of [...paths, ...more, '/webhooks', '/partners', '/embeds', '/switches']) {
    expect([path, (await owner.get(path)).status]).toEqual([path, 200]);
  }
  expect(await owner.read('/words')).toContain('It cannot be opened');
  expect(await owner.read('/people')).toContain('address that cannot be opened');
  const invalidation = /\/invalidations\/([0-9A-Z]{26})/.exec(await owner.read('/invalidations'))?.[1];
  expect((await owner.get(`/invalidations/${invalidation}`)).status).toBe(200);
});

test('a sealed person that cannot be opened is told, and the log knows who tried', async () => {
  const { owner } = world;
  const opened = await owner.post(`/signatures/${signature}/open`, { reason: 'complaint' });
  expect([opened.status, (await opened.text()).includes('It cannot be opened')]).toEqual([200, true]);
  const pair = /\/duplicates\/(\d+)\/open/.exec(await owner.read('/duplicates'))?.[1];
  const both = await owner.post(`/duplicates/${pair}/open`, { why: 'duplicate' });
  expect([both.status, (await both.text()).includes('Cannot be opened')]).toEqual([200, true]);
  expect((await owner.post(`/signatures/${signature}/mail`, { decision: 'lift' })).status).toBe(409);
  expect(await owner.read('/log')).toContain('A sealed person was opened');
});

test('a line that cannot be opened is typed again before its sheet counts', async () => {
  const { owner, sheet } = world;
  expect(await owner.read(sheet)).toContain('It cannot be opened: type it again from the paper');
  const finished = await owner.post(`${sheet}/lines`, { decision: 'finish' });
  expect([finished.status, (await finished.text()).includes('A line cannot be opened')]).toEqual([422, true]);
  const again = lineFields(
    [
      ['Pia', 'Paper', '28202'],
      ['Pia', 'Paper', '28202'],
      ['Per', 'Mail', '28202'],
    ],
    1,
    1,
  );
  expect((await owner.post(`${sheet}/lines`, { decision: 'finish', ...again })).status).toBe(303);
  expect(await startedSheet(owner)).toContain('/paper/sheets/');
});

test('a file of a list, and rows of an import, that cannot be opened hold nothing up', async () => {
  const { owner } = world;
  const list = /\/exports\/([0-9A-Z]{26})/.exec(await owner.read('/exports'))?.[1];
  await db.prepare("UPDATE export_parts SET sealed = 'AAAA' || sealed").run();
  const file = await owner.post(`/exports/${list}/file`);
  expect([file.status, (await file.text()).includes('cannot be opened')]).toEqual([422, true]);
  await inviteImported(app.deps, app.now());
  expect(await db.prepare('SELECT state FROM paper_import_rows').first('state')).toBe('skipped');
});
