import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../../worker/actions/context.ts';
import { actsQuery } from '../../../worker/organize/act-store.ts';
import { suppressStatements } from '../../../worker/platform/mail/suppressions.ts';
import { runQuery } from '../../../worker/platform/query.ts';
import { day, minute } from '../../../worker/platform/time/clock.ts';
import { browse } from '../../../worker/signatures/browse.ts';
import { findSignature } from '../../../worker/signatures/store.ts';
import { aWednesday, testApp } from '../../support/app.ts';
import { openPetition } from '../../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../../support/organizer.ts';
import { publicCounts } from '../../support/people.ts';
import { expectBalance } from '../account.ts';
import { confirmedAs, type Links, signedAs } from '../support.ts';

const app = testApp();
const { db } = app.deps;
let context: ActionContext;
let moderator: OrganizerClient;
let ana: Links;
let luis: Links;

const person = (name: string) => ({
  given_name: name,
  family_name: 'Lopez',
  email: `${name.toLowerCase()}@${context.action.slug}.example`,
  zip: '28202',
  street: '',
});
const stateOf = async (id: string) => (await findSignature(db, id))?.state;
const newestAct = async () => (await runQuery(db, actsQuery(db, context.campaign.id, { most: 1 })))[0];
const undo = async (client: OrganizerClient) => client.post(`/acts/${(await newestAct())?.id}/undo`);

beforeAll(async () => {
  context = await openPetition(env.DB);
  moderator = await organizerIn(app, context.campaign, { role: 'moderator', hasPasskey: true });
  ana = await confirmedAs(app, context.action.slug, { ...person('Ana'), source: 'poster' });
  luis = await signedAs(app, context.action.slug, person('Luis'));
});

describe('the list', () => {
  test('shows each signature by its code, status, source and district, and nobody by name or address', async () => {
    const page = await moderator.read('/signatures');
    expect(page).toContain(ana.id.slice(0, 8));
    expect(page).toMatch(/<td[^>]*>Confirmed<\/td>/);
    expect(page).toContain('Not confirmed yet');
    expect(page).toContain('District 1');
    expect(page).toContain('Poster');
    expect(page).not.toContain('Lopez');
    expect(page).not.toContain('Ana');
    expect(page).not.toContain('ana@');
  });

  test.each([
    ['state=unconfirmed', false, true],
    ['state=confirmed&source=poster', true, false],
    ['place=1', true, true],
    ['place=2', false, false],
    ['day=2026-11-25', true, true],
    ['day=2026-11-24', false, false],
    ['state=struck-off', false, false],
  ])('narrows down by %s', async (query, hasAna, hasLuis) => {
    const page = await moderator.read(`/signatures?${query}`);
    expect(page.includes(ana.id)).toBe(hasAna);
    expect(page.includes(luis.id)).toBe(hasLuis);
  });

  test('says what is wrong with a day, and keeps what was chosen', async () => {
    const answer = await moderator.get('/signatures?day=tomorrow&state=confirmed');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Write the day as year-month-day');
    expect(page).toContain('value="tomorrow"');
    expect(page).toContain('<option value="confirmed" selected');
  });

  test('is of its own campaign, in Spanish too', async () => {
    const other = await openPetition(env.DB);
    const client = await organizerIn(app, other.campaign, { role: 'owner', hasPasskey: true });
    expect(await client.read('/signatures')).toContain('No signature has come in yet.');
    expect(await client.read('/signatures?lang=es')).toContain('Todavía no ha llegado ninguna firma.');
    for (const path of ['', '/strike-off']) {
      expect((await client.get(`/signatures/${ana.id}${path}`)).status).toBe(404);
    }
    for (const path of ['decide', 'open', 'mail', 'strike-off']) {
      const fields = { seen: 'confirmed', reason: 'other', decision: 'set-aside' };
      expect((await client.post(`/signatures/${ana.id}/${path}`, fields)).status).toBe(404);
    }
    expect(await stateOf(ana.id)).toBe('confirmed');
  });
});

describe('search', () => {
  const search = async (fields: Record<string, string>) => {
    const asked = await moderator.post('/signature-search', fields);
    const result = asked.headers.get('location');
    const answer = result === null ? asked : await moderator.get(result);
    return { status: answer.status, page: await answer.text(), headers: answer.headers };
  };

  test('finds by address however it is spelled, and by name and ZIP, and opens nothing', async () => {
    for (const fields of [
      { email: person('Ana').email.toUpperCase() },
      { name: 'ana  LÓPEZ', zip: '28202' },
    ]) {
      const { page, status, headers } = await search(fields);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(page).toContain('One signature was found');
      expect(page).toContain(ana.id);
    }
    expect((await search({ email: person('Luis').email })).page).toContain(luis.id);
    expect(await newestAct()).toBeUndefined();
  });

  test('has an address of its own, so that Back leads to it, which tells nobody else what was sought', async () => {
    const { email } = person('Ana');
    const asked = await moderator.post('/signature-search', { email });
    const result = asked.headers.get('location') ?? '';
    expect(asked.status).toBe(303);
    expect(decodeURIComponent(result).toLowerCase()).not.toContain('ana@');
    for (const _again of [1, 2]) expect(await moderator.read(result)).toContain(ana.id);
    const other = await organizerIn(app, context.campaign, { role: 'owner' });
    for (const foreign of [await other.get(result), await moderator.get('/signature-search?for=AAAA')]) {
      expect([foreign.status, foreign.headers.get('location')]).toEqual([
        303,
        `/organize/campaigns/${context.campaign.slug}/signatures`,
      ]);
    }
  });

  test('says that nothing was found, and what is missing', async () => {
    expect((await search({ email: 'nobody@example.org' })).page).toContain('Nothing was found');
    const missing = await search({ name: 'Ana Lopez' });
    expect(missing.status).toBe(422);
    expect(missing.page).toContain('Enter an email address, or a name and a ZIP code.');
    expect(missing.page).toContain('value="Ana Lopez"');
  });
});

describe('one signature', () => {
  test('shows its history, and the person only after a reason, once, as an act', async () => {
    const page = await moderator.read(`/signatures/${ana.id}`);
    expect(page).toContain('Came in');
    expect(page).toContain('Confirmed by its owner');
    expect(page).toContain('Mail with the link to confirm: waits to be sent');
    expect(page).not.toContain('Lopez');

    const opened = await moderator.post(`/signatures/${ana.id}/open`, { reason: 'owner-asked' });
    expect(opened.headers.get('cache-control')).toBe('private, no-store');
    const shown = await opened.text();
    expect(shown).toContain('Ana Lopez');
    expect(shown).toContain(person('Ana').email);
    const act = await newestAct();
    expect(act).toMatchObject({
      kind: 'open-person',
      subject: ana.id,
      reason: 'owner-asked',
      actor: moderator.id,
    });
    expect(JSON.stringify(act)).not.toContain('Lopez');
    const again = await moderator.read(`/signatures/${ana.id}`);
    expect(again).not.toContain('Lopez');
    expect(again).toContain('A sealed person was opened');
    expect(again).toContain(moderator.email);
    expect((await moderator.post(`/signatures/${ana.id}/open`, { reason: 'curious' })).status).toBe(400);
  });

  test('is set aside for a reason, undone, and taken back by another press', async () => {
    const path = `/signatures/${ana.id}/decide`;
    const wrong = await moderator.post(path, {
      decision: 'set-aside',
      seen: 'confirmed',
      reason: 'ana@x.org',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="ana@x.org"');
    const fields = { decision: 'set-aside', seen: 'confirmed', reason: 'looks odd' };
    const done = await moderator.post(path, fields);
    expect(done.status).toBe(303);
    expect(await stateOf(ana.id)).toBe('flagged');
    expect(await moderator.read(done.headers.get('location') ?? '')).toContain('A signature was set aside');
    expect(await moderator.read('/signatures?state=set-aside')).toContain(ana.id);
    // A double click decides once.
    expect((await moderator.post(path, fields)).status).toBe(409);
    expect((await undo(moderator)).status).toBe(303);
    expect(await stateOf(ana.id)).toBe('confirmed');

    await moderator.post(path, fields);
    await moderator.post(path, { decision: 'take-back', seen: 'flagged', reason: 'all is well' });
    expect(await stateOf(ana.id)).toBe('confirmed');
    expect(await newestAct()).toMatchObject({ kind: 'take-back', before: { decision: 'set-aside' } });
    await undo(moderator);
    expect(await stateOf(ana.id)).toBe('flagged');
    await moderator.post(path, { decision: 'take-back', seen: 'flagged', reason: 'all is well' });
    await expectBalance(app, context);
  });

  test('is struck off with a public code behind the passkey, and taken back', async () => {
    const path = `/signatures/${ana.id}/strike-off`;
    const plain = await organizerIn(app, context.campaign, { role: 'moderator' });
    expect((await plain.get(path)).headers.get('location')).toContain('/organize/passkey');
    expect(await moderator.read(path)).toContain('Struck off, it leaves the total');
    const fields = { decision: 'strike-off', seen: 'confirmed', reason: 'made-up' };
    expect((await moderator.post(path, { ...fields, reason: 'no code' })).status).toBe(400);
    expect((await moderator.post(path, { ...fields, seen: 'unconfirmed' })).status).toBe(409);
    expect((await moderator.post(path, fields)).status).toBe(303);
    expect(await publicCounts(app, context.action.slug)).toMatchObject({ confirmed: 0, invalidated: 1 });
    const own = await (await app.request(ana.mine)).text();
    expect(own).toContain('an organizer struck it off');
    expect(await moderator.read('/signatures?state=struck-off')).toContain(ana.id);
    expect(await moderator.read(`/signatures/${ana.id}`)).toContain(
      'It was struck off as “Name or address made up”',
    );
    // Not without the passkey.
    const back = { decision: 'take-back', seen: 'invalidated', reason: 'x' };
    expect((await plain.post(`/signatures/${ana.id}/decide`, back)).status).toBe(400);
    expect((await moderator.post(path, back)).status).toBe(303);
    expect(await publicCounts(app, context.action.slug)).toMatchObject({ confirmed: 1, invalidated: 0 });
    await expectBalance(app, context);
  });

  test('a strike that was taken back comes again by an undo only behind the passkey, and is undone to the end', async () => {
    const path = `/signatures/${ana.id}/strike-off`;
    const plain = await organizerIn(app, context.campaign, { role: 'moderator' });
    const undoing = (client: OrganizerClient, id: string | undefined) => client.post(`/acts/${id}/undo`);
    const before = await publicCounts(app, context.action.slug);
    await moderator.post(path, { decision: 'strike-off', seen: 'confirmed', reason: 'made-up' });
    const strike = await newestAct();
    await moderator.post(path, { decision: 'take-back', seen: 'invalidated' });
    const taken = await newestAct();

    expect((await undoing(plain, taken?.id)).status).toBe(403);
    expect(await stateOf(ana.id)).toBe('confirmed');
    expect((await undoing(moderator, taken?.id)).status).toBe(303);
    expect(await stateOf(ana.id)).toBe('invalidated');
    expect((await undoing(moderator, strike?.id)).status).toBe(303);
    expect(await publicCounts(app, context.action.slug)).toEqual(before);
    await expectBalance(app, context);
  });

  test('says why it cannot count again while its person counts by another one', async () => {
    const eva = await confirmedAs(app, context.action.slug, person('Eva'));
    await moderator.post(`/signatures/${eva.id}/decide`, {
      decision: 'set-aside',
      seen: 'confirmed',
      reason: 'odd',
    });
    const again = await signedAs(app, context.action.slug, person('Eva'));
    await app.post(again.confirm, {});
    await moderator.post(`/signatures/${again.id}/decide`, {
      decision: 'take-back',
      seen: 'flagged',
      reason: 'fine',
    });
    const answer = await moderator.post(`/signatures/${eva.id}/decide`, {
      decision: 'take-back',
      seen: 'flagged',
      reason: 'fine too',
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('count by other signatures');
    await expectBalance(app, context);
  });

  test('its confirmation is sent again, once a minute, and mail that was stopped is allowed again', async () => {
    const path = `/signatures/${luis.id}/mail`;
    app.setNow(new Date(aWednesday.getTime() + 10 * minute));
    expect((await moderator.post(path, { decision: 'send' })).status).toBe(303);
    expect((await moderator.post(path, { decision: 'send' })).status).toBe(409);
    const mails = await app.mailTo(person('Luis').email);
    expect(mails).toHaveLength(2);

    const given = { reason: 'bounced', now: app.now() } as const;
    await db.batch(await suppressStatements(app.deps, [person('Luis').email], given));
    app.setNow(new Date(aWednesday.getTime() + 20 * minute));
    expect(await (await moderator.post(path, { decision: 'send' })).text()).toContain('Lift that first');
    expect(await moderator.read(`/signatures/${luis.id}`)).toContain('because mail came back');
    expect((await moderator.post(path, { decision: 'lift' })).status).toBe(303);
    expect(await newestAct()).toMatchObject({ kind: 'lift-suppression', before: { suppressed: 'bounced' } });
    expect((await moderator.post(path, { decision: 'send' })).status).toBe(303);
  });
});

test('a page reads under 200 rows however many are stored, wherever it begins', async () => {
  const big = await openPetition(env.DB);
  const owner = await organizerIn(app, big.campaign, { role: 'owner', hasPasskey: true });
  const first = aWednesday.getTime() - 30 * day;
  await db
    .prepare(
      `INSERT INTO signatures (id, action_id, text_version, state, place, source, language, keep_informed,
        received_at, changed_at, changed_week)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      SELECT printf('many-%017d', i), ?1, 1, 'unconfirmed', '1', iif(i = 7, 'poster', 'direct'), 'en', 0,
        ?2 + i * 60000, ?2 + i * 60000, '2026-W44' FROM n`,
    )
    .bind(big.action.id, first)
    .run();
  const watched: number[] = [];
  const read = async (query: string) => {
    const counting = countingDb(watched);
    const filter = {
      state: '',
      source: '',
      place: '',
      day: '',
      ...Object.fromEntries(new URLSearchParams(query)),
    };
    const page = await browse(
      { db: counting },
      { actionId: big.action.id, filter, before: null, timeZone: 'America/New_York' },
    );
    return { page, rows: watched.splice(0).reduce((sum, n) => sum + n, 0) };
  };
  for (const query of [
    '',
    'source=poster',
    'state=withdrawn&place=2',
    'day=2026-10-26',
    'state=struck-off',
  ]) {
    const { rows } = await read(query);
    expect([query, rows]).toEqual([query, expect.any(Number)]);
    expect(rows).toBeLessThan(200);
  }
  const rare = await read('source=poster&day=2026-10-26');
  expect(rare.page.lookedUntil).not.toBeNull();
  expect(await owner.read('/signatures?source=poster')).toContain('This page looked at what came in since');
});

/** Notes how many rows each statement read. */
function countingDb(rows: number[]): D1Database {
  const counted = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => counted(target.bind(...values));
        if (name === 'all') {
          return async () => {
            const result = await target.all();
            rows.push(result.meta.rows_read);
            return result;
          };
        }
        if (name === 'first') {
          return async (column: string) => {
            const result = await target.all<Record<string, unknown>>();
            rows.push(result.meta.rows_read);
            return result.results[0]?.[column] ?? null;
          };
        }
        return Reflect.get(target, name);
      },
    });
  return { prepare: (sql: string) => counted(db.prepare(sql)) } as unknown as D1Database;
}
