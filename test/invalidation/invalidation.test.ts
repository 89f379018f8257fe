import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { ask } from '../../worker/invalidation/decide.ts';
import { findInvalidation } from '../../worker/invalidation/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { hour } from '../../worker/platform/time/clock.ts';
import { makeDomainKey } from '../../worker/signatures/keys.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { counted, decide, idIn, stateOf, states, undo, workOff } from './support.ts';

const app = testApp();
const attack = 'a1'.repeat(16);
const attackHour = new Date(aWednesday.getTime() - 3 * hour);

let made = 0;

/** A petition with people, and `n` signatures of one connection within a few minutes. */
async function attacked(n: number) {
  app.setNow(aWednesday);
  made += 1;
  const context = await openPetition(env.DB);
  await storeSignatures(env.DB, context.action, {
    ...{
      n: n < 400 ? 100 : 600,
      at: new Date(aWednesday.getTime() - 40 * hour),
      place: '2',
      prefix: `p${made}x`,
    },
  });
  await storeSignatures(env.DB, context.action, {
    ...{
      n,
      at: attackHour,
      connection: attack,
      domain: 'd0'.repeat(16),
      source: 'poster',
      prefix: `a${made}x`,
    },
  });
  await storeSignatures(env.DB, context.action, {
    ...{
      n: 20,
      at: attackHour,
      connection: attack,
      state: 'unconfirmed',
      source: 'other',
      prefix: `u${made}x`,
    },
  });
  return context;
}

async function two(context: ActionContext): Promise<[OrganizerClient, OrganizerClient]> {
  return [
    await organizerIn(app, context.campaign, { role: 'moderator', hasPasskey: true }),
    await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true }),
  ];
}

const acts = ({ campaign }: ActionContext) => runQuery(env.DB, actsQuery(env.DB, campaign.id, { most: 100 }));
const petitionOf = ({ action }: ActionContext) => ({ petition: action.slug });
const fine = async ({ action }: ActionContext) =>
  expect(await findDifferences(env.DB, action.id, shippedHouse.recounts)).toEqual([]);

test('an attack is found, counted, asked for by one, agreed to by another, struck off and undone', async () => {
  const context = await attacked(400);
  const [ana, bea] = await two(context);
  const before = await states(context.action.id);
  expect(before).toEqual({ confirmed: 1000, unconfirmed: 20 });

  // Found: only the time is known.
  const wide = await counted(app, ana, { ...petitionOf(context), from: '2026-11-25T06:00' });
  const evidence = await ana.read(`/invalidations/${wide}`);
  expect(evidence).toContain('420 signatures were found, and 400 of them count.');
  expect(evidence).toContain(attack);
  const narrow = await ana.post('/invalidations', { within: wide, kind: 'connection', key: attack });
  const id = idIn(narrow);
  await workOff(app);
  const page = await ana.read(`/invalidations/${id}`);
  expect(page).toContain('420 signatures were found, and 400 of them count.');
  expect(page).toMatch(/Confirmed<\/th><td class="n"[^>]*>1,000<\/td><td class="n"[^>]*>600</);
  expect(page.match(/<code>/g)).toHaveLength(20);

  // Asked for, and not agreed to by the same person.
  expect((await decide(ana, id, { decision: 'ask', code: '' })).status).toBe(422);
  expect((await decide(ana, id, { decision: 'ask', code: 'automated' })).status).toBe(303);
  expect(await stateOf(id)).toBe('asked');
  expect(await bea.read('')).toContain('1 request to strike signatures off waits');
  expect((await ana.get(`/invalidations/${id}/decide`)).status).toBe(409);
  expect(
    (await ana.post(`/invalidations/${id}/decide`, { seen: 'asked 420 400', decision: 'agree' })).status,
  ).toBe(409);
  expect(await stateOf(id)).toBe('asked');
  expect(await states(context.action.id)).toEqual(before);

  expect((await decide(bea, id, { decision: 'agree', note: 'seen' })).status).toBe(303);
  await workOff(app);
  expect(await stateOf(id)).toBe('done');
  expect(await states(context.action.id)).toEqual({ confirmed: 600, invalidated: 420 });
  await fine(context);
  const [done, began, agreed, asked] = await acts(context);
  expect(done).toMatchObject({ kind: 'invalidation-done', count: 420, actor: bea.id });
  expect(began).toMatchObject({
    kind: 'invalidate',
    count: 420,
    batch: id,
    reason: 'automated',
    actor: bea.id,
  });
  expect(agreed).toMatchObject({ kind: 'agree-to-invalidate', actor: bea.id, reason: 'seen' });
  expect(asked).toMatchObject({ kind: 'ask-to-invalidate', actor: ana.id });
  const told = await ana.read(`/invalidations/${id}`);
  expect(told).toContain('420 signatures were struck off.');
  expect(told).toContain(`Agreed to by ${bea.email}`);

  expect((await undo(ana, id)).status).toBe(303);
  expect(await stateOf(id)).toBe('undoing');
  await workOff(app);
  expect(await stateOf(id)).toBe('undone');
  expect(await states(context.action.id)).toEqual(before);
  await fine(context);
  expect((await acts(context))[0]).toMatchObject({
    kind: 'invalidation-undone',
    count: 420,
    after: { restored: 420, left: 0 },
    actor: ana.id,
  });
  expect((await undo(bea, id)).status).not.toBe(303);
});

test('nothing is struck off without a passkey shown just now, by a viewer, or in another campaign', async () => {
  const context = await attacked(30);
  const [ana] = await two(context);
  const id = await counted(app, ana, { ...petitionOf(context), connection: attack });
  const without = await organizerIn(app, context.campaign, { role: 'owner' });
  expect((await without.get(`/invalidations/${id}`)).status).toBe(200);
  expect((await without.get(`/invalidations/${id}/decide`)).headers.get('location')).toContain('/passkey');
  const seen = 'counted 50 30';
  const asked = await without.post(`/invalidations/${id}/decide`, { seen, decision: 'ask', code: 'other' });
  expect(asked.status).toBe(403);
  const stranger = await openPetition(env.DB);
  const elsewhere = await organizerIn(app, stranger.campaign, { role: 'owner', hasPasskey: true });
  expect((await elsewhere.get(`/invalidations/${id}`)).status).toBe(404);
  expect((await elsewhere.post(`/invalidations/${id}/decide`, { seen, decision: 'ask' })).status).toBe(404);
  expect(await stateOf(id)).toBe('counted');
});

test('a few are struck off by one person, but not a few again and again', async () => {
  const context = await openPetition(env.DB);
  app.setNow(aWednesday);
  await storeSignatures(env.DB, context.action, { n: 1200, at: attackHour, prefix: 'few' });
  await storeSignatures(env.DB, context.action, {
    n: 20,
    at: attackHour,
    source: 'poster',
    prefix: 'one',
    connection: '01'.repeat(16),
  });
  await storeSignatures(env.DB, context.action, {
    n: 10,
    at: attackHour,
    source: 'other',
    prefix: 'two',
    connection: '02'.repeat(16),
  });
  const [ana] = await two(context);
  const first = await counted(app, ana, { ...petitionOf(context), source: 'poster' });
  expect((await decide(ana, first, { decision: 'ask', code: 'made-up' })).status).toBe(303);
  await workOff(app);
  expect(await stateOf(first)).toBe('done');
  expect(await states(context.action.id)).toEqual({ confirmed: 1210, invalidated: 20 });
  const second = await counted(app, ana, { ...petitionOf(context), source: 'other' });
  // A request that read the sum before the first one was stored does not begin alone.
  const one = (await findInvalidation(env.DB, second))!;
  const seen = { found: 10, counted: 10, confirmed: 1230, aloneLately: 0 };
  const late = { campaign: context.campaign, actor: ana.id, code: 'made-up' as const, seen, now: app.now() };
  expect(await ask(app.deps, one, late)).toMatchObject({ error: { reason: 'changed-meanwhile' } });
  expect(await stateOf(second)).toBe('counted');
  await decide(ana, second, { decision: 'ask', code: 'made-up' });
  expect(await stateOf(second)).toBe('asked');
});

test('what has changed much between agreement and start is not struck off, but shown again', async () => {
  const context = await attacked(100);
  const [ana, bea] = await two(context);
  const id = await counted(app, ana, { ...petitionOf(context), source: 'poster' });
  await decide(ana, id, { decision: 'ask', code: 'automated' });
  await env.DB.prepare(
    "UPDATE signatures SET state = 'withdrawn' WHERE action_id = ? AND source = 'poster' AND received_at % 2000 = 0",
  )
    .bind(context.action.id)
    .run();
  await decide(bea, id, { decision: 'agree' });
  await workOff(app);
  expect(await stateOf(id)).toBe('counted');
  const page = await ana.read(`/invalidations/${id}`);
  expect(page).toContain('Much has changed since this was decided');
  expect(page).toContain('100 signatures were found');
  expect((await states(context.action.id)).invalidated).toBeUndefined();
  expect((await acts(context))[0]).toMatchObject({ kind: 'invalidation-changed', before: { found: 100 } });
});

test('stopped midway it keeps what was struck off, and all of that is taken back', async () => {
  const context = await attacked(250);
  const [ana, bea] = await two(context);
  const before = await states(context.action.id);
  const id = await counted(app, ana, { ...petitionOf(context), connection: attack });
  await decide(ana, id, { decision: 'ask', code: 'automated' });
  await decide(bea, id, { decision: 'agree' });
  await workOff(app, { pieces: 2 });
  const running = await bea.get(`/invalidations/${id}`);
  expect(running.headers.get('refresh')).toBe('5');
  expect(await running.text()).toContain('Being struck off');
  expect((await bea.get(`/invalidations/${id}?still=yes`)).headers.get('refresh')).toBeNull();
  await bea.post(`/invalidations/${id}`, { seen: 'running', decision: 'cancel' });
  await workOff(app);
  expect(await stateOf(id)).toBe('cancelled');
  const { invalidated = 0 } = await states(context.action.id);
  expect(invalidated).toBeGreaterThan(0);
  expect(invalidated).toBeLessThan(270);
  expect(await bea.read(`/invalidations/${id}`)).toContain(`${invalidated} signatures were struck off.`);
  await undo(bea, id);
  await workOff(app);
  expect(await states(context.action.id)).toEqual(before);
  await fine(context);
});

test('an undo leaves what something later has changed, and says how many', async () => {
  const context = await attacked(60);
  const [ana, bea] = await two(context);
  const id = await counted(app, ana, { ...petitionOf(context), source: 'poster' });
  await decide(ana, id, { decision: 'ask', code: 'automated' });
  await decide(bea, id, { decision: 'agree' });
  await workOff(app);
  // Seven have erased their data.
  await env.DB.prepare(
    `UPDATE signatures SET person_key = NULL, inbox_key = NULL, name_zip_key = NULL, zip = NULL, sealed = NULL,
      connection_key = NULL, domain_key = NULL, name_key = NULL, erased_at = 1
    WHERE id IN (SELECT id FROM signatures WHERE action_id = ? AND source = 'poster' LIMIT 7)`,
  )
    .bind(context.action.id)
    .run();
  await undo(bea, id);
  await workOff(app);
  expect(await states(context.action.id)).toEqual({ confirmed: 153, invalidated: 7, unconfirmed: 20 });
  expect(await bea.read(`/invalidations/${id}`)).toContain(
    '53 were taken back; 7 were left, because something changed them since.',
  );
  await fine(context);
});

test('messages that are repeated, late or at once do each step once', async () => {
  const context = await attacked(100);
  const [ana, bea] = await two(context);
  const id = await counted(app, ana, { ...petitionOf(context), connection: attack });
  await decide(ana, id, { decision: 'ask', code: 'automated' });
  await decide(bea, id, { decision: 'agree' });
  for (let round = 0; round < 8; round += 1) {
    await Promise.all([
      workOff(app, { pieces: 2 }),
      workOff(app, { pieces: 1 }),
      workOff(app, { pieces: 1 }),
    ]);
  }
  await workOff(app);
  expect(await stateOf(id)).toBe('done');
  expect(await states(context.action.id)).toEqual({ confirmed: 100, invalidated: 120 });
  expect((await acts(context)).filter(({ kind }) => kind === 'invalidation-done')).toHaveLength(1);
  expect(await env.DB.prepare('SELECT struck FROM invalidations WHERE id = ?').bind(id).first('struck')).toBe(
    120,
  );
});

test('cron goes on where a message was lost or a run was killed', async () => {
  const context = await attacked(30);
  const [ana] = await two(context);
  const id = idIn(await ana.post('/invalidations', { ...petitionOf(context), source: 'poster' }));
  // A run that has claimed the next piece and was killed.
  await env.DB.prepare("UPDATE invalidations SET state = 'counting', next_at = ? WHERE id = ?")
    .bind(app.now().getTime() + 60_000, id)
    .run();
  await app.cron(new Date(app.now().getTime() + 15 * 60_000));
  expect(await stateOf(id)).toBe('counted');
});

test.each([
  [{}, 'Give at least one thing'],
  [{ from: 'yesterday' }, 'Give a day and a time'],
  [{ from: '2026-11-25T10:00', until: '2026-11-25T10:00' }, 'after the first time'],
  [{ source: 'never-heard-of' }, 'Choose one from the list'],
  [{ district: '99' }, 'Choose one from the list'],
  [{ connection: 'abc' }, 'A code has 32 characters'],
  [{ domain: 'not a domain' }, 'Give a domain'],
  [{ name: 'x'.repeat(201) }, 'at most 200 characters'],
])('conditions %j are refused, with what was typed', async (fields, words) => {
  const context = await openPetition(env.DB);
  const ana = await organizerIn(app, context.campaign, { role: 'moderator' });
  const answer = await ana.post('/invalidations', { ...petitionOf(context), ...fields });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(words);
  for (const value of Object.values(fields)) {
    if (!['never-heard-of', '99'].includes(value)) expect(page).toContain(`value="${value}"`);
  }
  expect(
    await env.DB.prepare('SELECT 1 FROM invalidations WHERE campaign_id = ?')
      .bind(context.campaign.id)
      .first(),
  ).toBeNull();
});

test('domains are told as codes of eight characters, or by name; examples lead to the signature', async () => {
  app.setNow(aWednesday);
  const context = await openPetition(env.DB);
  for (const email of ['a@gmail.com', 'b@elsewhere.example', 'c@elsewhere.example']) {
    await app.postJson(`/api/v1/petitions/${context.action.slug}/signatures`, {
      ...{ given_name: email.slice(0, 1), family_name: 'Núñez', email, zip: '28202' },
    });
  }
  const ana = await organizerIn(app, context.campaign, { role: 'moderator' });
  const wide = await counted(app, ana, { ...petitionOf(context), from: '2026-11-24T06:00' });
  const page = await ana.read(`/invalidations/${wide}`);
  const code = await makeDomainKey(app.deps.keyring, context.action.id, 'elsewhere.example');
  expect(page).toContain(`<span class="address">${code.slice(0, 8)}</span>`);
  expect(page).toContain('<span class="address">gmail.com</span>');
  expect(page).toContain('Addresses are sealed, so a domain is kept as a code.');
  expect(page).toMatch(/\/signatures\/[\w-]{22}"><code>[\w-]{8}<\/code><\/a>/);
  const [, linked] = /campaigns\/[^/]+(\/signatures\/[\w-]{22})"><code>/.exec(page) ?? [];
  expect(await ana.read(linked ?? '')).toContain('What happened');

  // By a code, a well-known domain is told by its name; a list that is narrowed already offers nothing more.
  const gmail = await makeDomainKey(app.deps.keyring, context.action.id, 'gmail.com');
  for (const [key, told] of [
    [gmail, 'gmail.com'],
    [code, `code ${code.slice(0, 8)}`],
  ] as const) {
    const id = idIn(await ana.post('/invalidations', { within: wide, kind: 'domain', key }));
    await workOff(app);
    const narrowed = await ana.read(`/invalidations/${id}`);
    expect(narrowed).toContain(`Mail domain: ${told}`);
    expect(await ana.read('/invalidations')).toContain(`Mail domain: ${told}`);
    expect(narrowed).not.toContain('name="kind" value="domain"');
    if (told === 'gmail.com') expect(narrowed).not.toContain('Count only these</th>');
  }
});

test('a domain and a name are found as they were typed, and stand nowhere in the open', async () => {
  app.setNow(aWednesday);
  const context = await openPetition(env.DB);
  const sign = (given: string, email: string) =>
    app.postJson(`/api/v1/petitions/${context.action.slug}/signatures`, {
      ...{ given_name: given, family_name: 'Núñez', email, zip: '28202' },
    });
  await sign('Zoraida', 'a@bulk-senders.example');
  await sign('ZORAIDA', 'b@Bulk-Senders.example');
  await sign('Eva', 'c@elsewhere.example');
  const ana = await organizerIn(app, context.campaign, { role: 'moderator' });
  const byDomain = await counted(app, ana, { ...petitionOf(context), domain: '@Bulk-Senders.example' });
  const page = await ana.read(`/invalidations/${byDomain}`);
  expect(page).toContain('2 signatures were found');
  expect(page).toContain('Mail domain: bulk-senders.example');
  const byName = await counted(app, ana, { ...petitionOf(context), name: 'zoraida nunez' });
  expect(await ana.read(`/invalidations/${byName}`)).toContain('2 signatures were found');
  const { results } = await env.DB.prepare(
    'SELECT conditions, before, after, reason FROM invalidations, acts',
  ).all();
  expect(JSON.stringify(results)).not.toMatch(/bulk|zoraida/i);
});

test('nothing that names somebody gets into the log: not by a note, not by a value to narrow down by', async () => {
  const context = await attacked(30);
  const [ana, bea] = await two(context);
  const id = await counted(app, ana, { ...petitionOf(context), connection: attack });
  for (const note of ['Jane Doe jane@example.com lives at 12 Elm St', 'from 28202', 'call (704) 555-0123']) {
    const refused = await decide(ana, id, { decision: 'ask', code: 'automated', note });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Leave names, addresses and numbers');
    expect(page).toContain(`value="${note}"`);
  }
  await decide(ana, id, { decision: 'ask', code: 'automated', note: '50 within 5 minutes' });
  expect(await stateOf(id)).toBe('asked');
  expect((await decide(bea, id, { decision: 'decline', note: 'see bea@example.com' })).status).toBe(422);
  for (const kind of ['source', 'place', 'connection']) {
    const key = 'jane.doe@example.com';
    expect((await ana.post('/invalidations', { within: id, kind, key })).status).toBe(400);
  }
  expect(JSON.stringify(await acts(context))).not.toMatch(/@example|28202|555-0123/);
});

test('one of many that was taken back does not come back struck off once the many are undone', async () => {
  const context = await attacked(60);
  const [ana, bea] = await two(context);
  const before = await states(context.action.id);
  const id = await counted(app, ana, { ...petitionOf(context), source: 'poster' });
  await decide(ana, id, { decision: 'ask', code: 'automated' });
  await decide(bea, id, { decision: 'agree' });
  await workOff(app);
  const one = await env.DB.prepare('SELECT signature_id FROM signature_decisions WHERE batch = ? LIMIT 1')
    .bind(id)
    .first<string>('signature_id');
  const back = { decision: 'take-back', seen: 'invalidated' };
  expect((await ana.post(`/signatures/${one}/strike-off`, back)).status).toBe(303);
  const [taken] = await acts(context);
  await undo(bea, id);
  await workOff(app);
  expect(await states(context.action.id)).toEqual(before);
  expect((await ana.post(`/acts/${taken?.id}/undo`)).status).toBe(409);
  expect(await states(context.action.id)).toEqual(before);
  await fine(context);
});
