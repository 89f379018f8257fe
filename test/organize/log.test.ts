import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { commitWithAct } from '../../worker/organize/commit-with-act.ts';
import { dayIn } from '../../worker/platform/time/clock.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];
let moderator: OrganizerClient;

const act = (more: object, at: string) =>
  commitWithAct(app.deps, {
    act: { campaign, actor: 'command', kind: 'end-access', subject: 'one', ...more },
    steps: [],
    now: new Date(at),
  });

beforeAll(async () => {
  ({ campaign } = await openPetition(db));
  moderator = await organizerIn(app, campaign, { role: 'moderator' });
  await act({ subject: 'monday-night' }, '2026-11-24T04:30:00Z');
  await act({ subject: 'tuesday', kind: 'invite' }, '2026-11-24T15:00:00Z');
  await act({ subject: 'tuesday-night', reason: '=1+1' }, '2026-11-25T04:30:00Z');
  await act({ subject: 'wednesday' }, '2026-11-25T06:00:00Z');
  await act({ campaign: null, subject: 'of-the-site', kind: 'turn-switch' }, '2026-11-25T06:00:00Z');
});

const shown = (page: string) =>
  ['monday-night', 'tuesday', 'tuesday-night', 'wednesday', 'of-the-site'].filter((one) =>
    page.includes(`>${one}<`),
  );

test('the log is filtered by kind, person, subject and a day of the campaign’s own clock', async () => {
  expect(shown(await moderator.read('/log'))).toEqual([
    'monday-night',
    'tuesday',
    'tuesday-night',
    'wednesday',
  ]);
  expect(shown(await moderator.read('/log?day=2026-11-24'))).toEqual(['tuesday', 'tuesday-night']);
  expect(shown(await moderator.read('/log?day=2026-11-24&kind=invite'))).toEqual(['tuesday']);
  expect(shown(await moderator.read('/log?subject=wednesday&actor=command'))).toEqual(['wednesday']);
  expect(shown(await moderator.read('/log?day=2026-11-20'))).toEqual([]);
  expect(shown(await moderator.read('/log?day=soon'))).toHaveLength(4);
  expect(shown(await moderator.read('/log?of=site'))).toEqual(['of-the-site']);
});

test('the export has what the filter shows, safe in a spreadsheet, with hashes that lead to the head', async () => {
  const page = await moderator.read('/log?day=2026-11-24');
  const csv = /href="([^"]+log\.csv[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const lines = (await moderator.read(csv)).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("'=1+1");
  const all = await moderator.read('/log.csv');
  const head = /Head of the log: (\w{64})/.exec(await moderator.read('/log'))?.[1] ?? '';
  expect(all.split('\r\n')[1]).toContain(head);
});

test('a day is found without reading the acts since', async () => {
  for (let n = 0; n < 40; n += 1) await act({ subject: `later-${n}` }, '2026-12-01T15:00:00Z');
  const filter = { day: dayIn('America/New_York', '2026-11-24') };
  const { statements } = actsQuery(db, campaign.id, { filter, most: 26 });
  const [read] = await db.batch(statements as D1PreparedStatement[]);
  expect(read?.results).toHaveLength(2);
  expect(read?.meta.rows_read).toBeLessThan(15);
});

test('before, after and reason are in the reader’s words, and an organizer is told by address', async () => {
  const owner = await organizerIn(app, campaign, { role: 'owner', email: 'rosa@example.org' });
  const at = '2026-12-02T15:00:00Z';
  await act(
    { kind: 'change-role', subject: owner.id, before: { role: 'viewer' }, after: { role: 'owner' } },
    at,
  );
  await act({ kind: 'discard-sheet', before: { state: 'entering' }, after: { state: 'discarded' } }, at);
  await act(
    { kind: 'hide-words', reason: 'insult', before: { waiting: 9 }, after: { hidden: 9, name: 9 } },
    at,
  );
  await act({ kind: 'strike-off', before: { state: 'confirmed' }, after: { state: 'invalidated' } }, at);
  await act({ kind: 'enter-again', after: { lines: '1:right 2:different', odd_thing: 'x' } }, at);
  const spanish = await moderator.read('/log?lang=es');
  for (const told of [
    'función: solo lectura → función: responsable',
    'estado: en copia → estado: descartado',
    'en espera: 9 → ocultos: 9, Nombre: 9',
    'Motivo: Insulto o amenaza',
    'estado: confirmada → estado: anulada',
    'líneas: 1 correcta, 2 diferentes, odd thing: x',
    'rosa@example.org · <a',
  ])
    expect(spanish).toContain(told);
  expect(spanish).not.toContain(`>${owner.id}<`);
  expect(await moderator.read('/log.csv')).not.toContain('rosa@example.org');
});
