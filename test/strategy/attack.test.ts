import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { both, idOf, openStrategy, statement, strategyKit, undo } from './support.ts';

const app = testApp();
const { db } = app.deps;
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
let seat: string;
let shelter: string;

beforeAll(async () => {
  ({ campaign, owner } = await openStrategy(app, strategyKit()));
  seat = await idOf(app, campaign, 'Seat 1');
  shelter = await idOf(app, campaign, 'A shelter');
});

const hostile = [
  ...[
    'x'.repeat(10_000),
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u0000',
    'a\u0000b',
  ],
  ...[
    '\u202Eevil',
    '\u2066מסר\u2069',
    'عربي',
    '👩‍👩‍👧‍👦',
    '\uD800',
    '\uFFFF',
    '%00',
    '{name}',
    '__proto__',
    'constructor',
  ],
  ...["'; DROP TABLE stakeholders; --", '0', '-1', '1e309', 'NaN', '2026-02-30', '9999-12-31', '\n\r\t', ' '],
];
/** Tried in each field by itself. */
const worst = ['x'.repeat(10_000), 'a\u0000b'];
const some = (path: string) => path.replace('SEAT', seat).replace('SHELTER', shelter);
const idsIn = (html: string) => [...html.matchAll(/\/stakeholders\/(\w{26})"/g)].map(([, id = '']) => id);
const count = (table: string) =>
  db
    .prepare(`SELECT count(*) AS n FROM ${table} WHERE campaign_id = ? AND state = 'stands'`)
    .bind(campaign.id)
    .first<number>('n');

test('whatever is typed into whichever field is refused beside it or shown as text, and never fails', async () => {
  const forms: [string, Record<string, string>][] = [
    ['/new-stakeholder', { 'name.en': 'New', 'name.es': '', 'about.en': '', kind: 'police', seat: '' }],
    [
      '/stakeholders/SHELTER/edit',
      { 'name.en': 'A shelter', 'about.en': '', kind: 'survivors', seat: '', seen: '' },
    ],
    ['/stakeholders/SEAT/evidence', statement],
    ['/stakeholders/SEAT/tie', { kind: 'trusts', other: shelter }],
    ['/stakeholders/SEAT/remove', { seen: '' }],
  ];
  for (const [path, fields] of forms) {
    const all = (text: string) => Object.fromEntries(Object.keys(fields).map((field) => [field, text]));
    const tried = [
      ...hostile.map(all),
      ...Object.keys(fields).flatMap((field) => worst.map((text) => ({ ...fields, [field]: text }))),
    ];
    for (const sent of tried) {
      const answer = await owner.post(some(path), sent);
      expect([path, sent, answer.status < 500]).toEqual([path, sent, true]);
      expect(await answer.text()).not.toContain('<script>alert');
    }
  }
  for (const path of ['/strategy', '/power-map', '/power-grid', '/road', '/stakeholders/SEAT']) {
    const page = await owner.get(some(path));
    expect([path, page.status]).toEqual([path, 200]);
    expect(await page.text()).not.toMatch(/<script>alert|<img src=x|\u202E/);
  }
});

test('whatever stands in an address leads to a page or to none', async () => {
  for (const text of hostile
    .slice(0, 12)
    .map((one) => encodeURIComponent(one.toWellFormed().slice(0, 2000)))) {
    for (const path of [
      `/strategy?look=${text}`,
      `/strategy?name=${text}`,
      `/strategy?after=${text}`,
      `/stakeholders/${text}`,
      `/stakeholders/SEAT?after=${text}`,
      `/stakeholders/SEAT/tie?name=${text}`,
      `/new-stakeholder?seat=${text}`,
      `/stakeholders/${text}/edit`,
    ]) {
      const { status } = await owner.get(some(path));
      expect([path, [200, 301, 302, 303, 308, 400, 404].includes(status)]).toEqual([path, true]);
    }
    for (const path of [`/stakeholder-evidence/${text}/back`, `/stakeholder-ties/${text}/remove`]) {
      expect([path, (await owner.post(path)).status < 500]).toEqual([path, true]);
    }
  }
});

test('a form that is sent again stores nothing twice, also at the same moment', async () => {
  const before = [
    await count('stakeholders'),
    await count('stakeholder_evidence'),
    await count('stakeholder_ties'),
  ];
  const again = async (path: string, fields: Record<string, string>) => {
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(some(path), fields)));
    return [...answers, await owner.post(some(path), fields)].map(({ status }) => status);
  };
  const office = { 'name.en': 'Once', 'name.es': 'Una vez', kind: 'shares', target: 'yes' };
  expect(await again('/new-stakeholder', office)).toEqual([303, 303, 303, 303]);
  const said = { ...statement, what: 'Said once' };
  expect(await again('/stakeholders/SEAT/evidence', said)).toEqual([303, 303, 303, 303]);
  await again('/stakeholders/SEAT/tie', { kind: 'sits-with', other: shelter });
  expect([
    await count('stakeholders'),
    await count('stakeholder_evidence'),
    await count('stakeholder_ties'),
  ]).toEqual(before.map((n) => (n ?? 0) + 1));
  // The same evidence on another day, or taken back and entered again, is another entry.
  expect((await owner.post(some('/stakeholders/SEAT/evidence'), { ...said, on: '2026-11-23' })).status).toBe(
    303,
  );
  expect(await count('stakeholder_evidence')).toBe((before[1] ?? 0) + 2);
});

test('what was seen has to be what stands: without it, or with another one, nothing changes', async () => {
  const fields = { 'name.en': 'Another shelter', kind: 'survivors' };
  for (const seen of ['', 'x', seat]) {
    expect((await owner.post(some('/stakeholders/SHELTER/edit'), { ...fields, seen })).status).toBe(409);
    expect((await owner.post(some('/stakeholders/SHELTER/remove'), { seen })).status).toBe(409);
  }
  expect((await owner.post(some('/stakeholders/SHELTER/edit'), fields)).status).toBe(409);
  expect(await owner.read(some('/stakeholders/SHELTER'))).toContain('A shelter');
});

test('an undoing that would stand in the way of what came later is refused, and changes nothing', async () => {
  const own = await openStrategy(app, strategyKit());
  const one = await idOf(app, own.campaign, 'Seat 7');
  const seen = async () =>
    /name="seen" value="(\w+)"/.exec(await own.owner.read(`/stakeholders/${one}`))?.[1] ?? '';
  const removed = await own.owner.post(`/stakeholders/${one}/remove`, { seen: await seen() });
  const other = { 'name.en': 'Seat 7, again', kind: 'decides', seat: 'seat-7' };
  expect((await own.owner.post('/new-stakeholder', other)).status).toBe(303);
  expect((await undo(own.owner, removed)).status).toBe(409);
  expect(await own.owner.read('/road')).not.toContain(`/stakeholders/${one}`);
});

test('the ids of another campaign lead nowhere, on pages and in every field', async () => {
  const other = await openStrategy(app, strategyKit());
  const foreign = await idOf(app, other.campaign, 'Seat 1');
  const said = await other.owner.post(`/stakeholders/${foreign}/evidence`, statement);
  expect(said.status).toBe(303);
  const evidence = await db
    .prepare('SELECT id FROM stakeholder_evidence WHERE stakeholder_id = ?')
    .bind(foreign)
    .first<string>('id');
  const act = /done=([^&]+)/.exec(said.headers.get('location') ?? '')?.[1];
  for (const path of ['', '/edit', '/evidence', '/tie']) {
    expect((await owner.get(`/stakeholders/${foreign}${path}`)).status).toBe(404);
  }
  for (const [path, fields] of [
    [`/stakeholders/${foreign}/evidence`, statement],
    [`/stakeholders/${foreign}/remove`, {}],
    [`/stakeholder-evidence/${evidence}/back`, {}],
    [`/acts/${act}/undo`, { back: '' }],
  ] as const) {
    expect([path, (await owner.post(path, fields)).status]).toEqual([path, 404]);
  }
  expect((await owner.post(some('/stakeholders/SEAT/tie'), { kind: 'funds', other: foreign })).status).toBe(
    422,
  );
  for (const page of [`/strategy?after=${foreign}`, `/stakeholders/${seat}?after=${evidence}`]) {
    expect(idsIn(await owner.read(page))).not.toContain(foreign);
  }
});

test('roles that may not do it get 403 for each form, and no word of it', async () => {
  for (const role of ['viewer', 'moderator'] as const) {
    const client = await organizerIn(app, campaign, { role, hasPasskey: true });
    for (const [path, fields] of [
      ['/new-stakeholder', { 'name.en': 'No', kind: 'police' }],
      ['/stakeholders/SEAT/edit', { 'name.en': 'No', kind: 'police' }],
      ['/stakeholders/SEAT/evidence', statement],
      ['/stakeholders/SEAT/tie', { kind: 'funds', other: shelter }],
      ['/stakeholders/SEAT/remove', {}],
      ['/strategy-file', {}],
    ] as const) {
      const answer = await client.post(some(path), fields);
      expect([role, path, answer.status]).toEqual([role, path, 403]);
      expect(await answer.text()).not.toContain(both('Seat 1').en);
    }
  }
});
