import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import { countDays } from '../../worker/numbers/count-days.ts';
import { loadNumbers } from '../../worker/numbers/load.ts';
import {
  accountRows,
  countedIn,
  dayRows,
  partnerRows,
  placeRows,
  sourceRows,
  totalOf,
} from '../../worker/numbers/view.ts';
import { anaOf, aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { confirmPath, signAndConfirm, signByForm } from '../support/people.ts';
import { press } from '../support/press.ts';
import { surveyKit } from '../support/surveys.ts';

const app = testApp();
const { db } = app.deps;
const quarterLater = new Date(aWednesday.getTime() + 15 * 60_000);
let context: ActionContext;
let slug = '';
let viewer: OrganizerClient;

/** The cells of the row that begins with this label, of the table with this caption. */
function row(page: string, caption: string, label: string): string[] {
  const table = page.split('<table').find((part) => part.includes(`<caption>${caption}</caption>`)) ?? '';
  const found = table.split('<tr').find((part) => part.includes(`>${label}</th>`)) ?? '';
  return [...found.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '');
}

beforeAll(async () => {
  context = await openPetition(db);
  await db
    .prepare('UPDATE actions SET opens_at = ? WHERE id = ?')
    .bind(Date.parse('2026-11-23T15:00:00Z'), context.action.id)
    .run();
  slug = context.action.slug;
  viewer = await organizerIn(app, context.campaign, { role: 'viewer' });
});

test('before the first signature the page says that there is none, and what a step is', async () => {
  const page = await viewer.read('/numbers');
  expect(page).toContain('Nobody has sent this form yet.');
  expect(page).toContain('Eastern Time');
  expect(row(page, 'Where forms are left', 'Form sent')).toEqual(['0', '0']);
  expect(page).not.toContain('.csv');
});

test('it tells what came, from where, how soon it was confirmed and where forms came back', async () => {
  await signByForm(app, slug, { email: 'not an address' });
  await app.afterAnswers();
  await signAndConfirm(app, slug, { source: 'poster' });
  await signByForm(app, slug, { ...anaOf(slug), given_name: 'Eva', email: 'eva@numbers.example' });
  app.setNow(new Date(aWednesday.getTime() + 5 * 60_000));
  await press(app, await confirmPath(app, 'eva@numbers.example'));
  await signByForm(app, slug, { ...anaOf(slug), given_name: 'Bo', email: 'bo@numbers.example' });
  await countDays(app.deps, quarterLater);
  app.setNow(quarterLater);

  const page = await viewer.read('/numbers');
  // It opened this week: a 0 for last week would tell of a rise from nothing.
  expect(row(page, 'Compared with last week', 'Forms sent')).toEqual(['3', '–', '–']);
  expect(row(page, 'Compared with last week', 'Confirmed')).toEqual(['2', '–', '–']);
  expect(page).toContain('It opened this week, so there is no week before to compare with yet.');
  const account = 'All forms, and what became of them';
  expect(row(page, account, 'Confirmed: these count')).toEqual(['2', '2', '0']);
  expect(row(page, account, 'Forms received')).toEqual(['3', '3', '0']);
  expect(page).toContain('Together 2 in these days; 0 before them; 2 in all.');
  expect(page).toContain('2 count today, and each of these tables adds up to them.');
  expect(row(page, 'By source', 'Together')).toEqual(['2 (+2)']);
  expect(row(page, 'Confirmed on each of the last 28 days', 'Nov 25')).toEqual(['2', '3']);
  expect(row(page, 'Forms sent in each of the last 48 hours', 'Nov 25, 10 am')).toEqual(['3']);
  expect(page).toContain('Of 3 forms sent in the last 28 days, 2 (66.7%) were confirmed so far.');
  expect(row(page, 'How soon after the form was sent', 'Within 10 minutes')).toEqual(['2']);
  expect(row(page, 'How soon after the form was sent', 'Not confirmed, or not counted yet')).toEqual(['1']);
  expect(row(page, 'By source', 'Poster')).toEqual(['1 (+1)']);
  expect(row(page, 'By district', 'District 1')).toEqual(['2 (+2)']);
  expect(row(page, 'Forms of the last 28 days, by language', 'English')).toEqual(['3']);
  const left = 'Where forms are left';
  expect(row(page, left, 'Form came back with something to correct')).toEqual(['1', '0']);
  expect(row(page, left, 'Form sent')).toEqual(['3', '0']);
  expect(row(page, left, 'Confirmed')).toEqual(['2', '0']);

  const spanish = await viewer.read('/numbers?lang=es');
  expect(row(spanish, 'Comparación con la semana pasada', 'Confirmados')).toEqual(['2', '–', '–']);
});

test('the files have the same numbers, for a spreadsheet', async () => {
  const file = async (name: string) => {
    const answer = await viewer.get(`/numbers/${name}.csv?action=${slug}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return new TextDecoder().decode(bytes).split('\r\n');
  };
  expect((await file('days'))[1]).toBe('2026-11-25,3,2,3,0,2,0,0,0,0');
  expect((await file('hours'))[1]).toBe('2026-11-25T10:00-05:00,3');
  expect(await file('counts')).toContain('source,poster,Poster,1,1,0');
  expect(await file('steps')).toContain('Form came back with something to correct,1,0');
  // Text stays text: no row begins like a formula.
  expect(await file('counts')).toContain('status,unconfirmed,unconfirmed,1,1,0');
  expect((await viewer.get('/numbers/days.csv?action=nobody')).status).toBe(404);
});

test('with numbers that are large enough there are pictures, and counting again changes nothing', async () => {
  const yesterday = new Date(aWednesday.getTime() - 26 * 60 * 60_000);
  const big = await openPetition(db, { petitions: 2 });
  await storeSignatures(db, big.action, { n: 40, at: yesterday, source: 'poster', prefix: 'numbers-a' });
  await storeSignatures(db, big.action, {
    n: 2000,
    at: yesterday,
    state: 'unconfirmed',
    prefix: 'numbers-b',
  });
  await countDays(app.deps, quarterLater);
  await countDays(app.deps, quarterLater);
  const { results } = await env.DB.prepare(
    'SELECT received, ten_minutes, an_hour, a_day, languages FROM signing_days WHERE action_id = ?',
  )
    .bind(big.action.id)
    .all();
  expect(results).toEqual([
    { received: 2040, ten_minutes: 40, an_hour: 0, a_day: 0, languages: '{"en":2040}' },
  ]);
  const other = await organizerIn(app, big.campaign, { role: 'viewer' });
  const page = await other.read('/numbers');
  expect(page).toContain('class="columns"');
  expect(page).toContain('class="chart"');
  expect(page).toContain('<select');
  expect((await other.get('/numbers?action=no-such-one')).status).toBe(404);
});

test('two runs at once count each form once', async () => {
  const both = await openPetition(db);
  await storeSignatures(db, both.action, { n: 30, at: aWednesday, prefix: 'numbers-c' });
  await Promise.all([countDays(app.deps, quarterLater), countDays(app.deps, quarterLater)]);
  const day = db.prepare('SELECT received, ten_minutes FROM signing_days WHERE action_id = ?');
  expect(await day.bind(both.action.id).first()).toEqual({ received: 30, ten_minutes: 30 });
});

test('a survey counts its parts and the review, and nothing about who filled them in', async () => {
  const kit = surveyKit();
  const opened = await openKit(db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const survey = kit.surveys[0]?.slug ?? '';
  const read = await (await app.request(`/surveys/${survey}`)).text();
  const form_token = /name="form_token" value="([^"]+)"/.exec(read)?.[1] ?? '';
  const version = /name="version" value="([^"]+)"/.exec(read)?.[1] ?? '1';
  const step = (step: string, fields: Record<string, string>) =>
    app.post(`/surveys/${survey}/responses`, { form_token, version, section: 'all', step, ...fields });
  await step('next', {});
  await step('next', { 'answer.fund': 'no' });
  await app.afterAnswers();
  const found = await findContext(db, survey);
  const { results } = await db
    .prepare('SELECT * FROM form_steps WHERE action_id = ? ORDER BY step')
    .bind(found?.action.id ?? 0)
    .all();
  const of = { action_id: found?.action.id, week: '2026-W48', n: 1 };
  expect(results).toEqual(['part-1', 'refused', 'review'].map((one) => ({ ...of, step: one })));
});

test('whatever becomes of signatures, every table adds up to those that count and to all that came', async () => {
  const own = await openPetition(db);
  const { action } = own;
  const states = ['confirmed', 'withdrawn', 'flagged', 'invalidated'] as const;
  const change = fc.record({
    n: fc.integer({ min: 0, max: 4 }),
    state: fc.constantFrom('unconfirmed', ...states),
    source: fc.constantFrom('poster', 'direct', 'no-longer-there'),
    place: fc.constantFrom('1', '2', 'outside', 'unknown'),
  });
  let batch = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
      for (const { n, state, source, place } of changes) {
        batch += 1;
        const at = new Date(aWednesday.getTime() - batch * 60_000);
        const first = state === 'unconfirmed' ? state : 'confirmed';
        await storeSignatures(db, action, { n, at, state: first, source, place, prefix: `p${batch}-` });
        await db
          .prepare(
            "UPDATE signatures SET state = ?3, inbox_slot = iif(?3 = 'confirmed', 1, NULL) WHERE action_id = ?1 AND changed_at = ?2",
          )
          .bind(action.id, at.getTime(), state)
          .run();
      }
      const numbers = await loadNumbers(db, { actionId: action.id, days: 28, now: quarterLater });
      if (!numbers) throw new Error('no numbers');
      const { results } = await db
        .prepare('SELECT state, count(*) AS n FROM signatures WHERE action_id = ? GROUP BY state')
        .bind(action.id)
        .all<{ state: string; n: number }>();
      const stored = new Map(results.map(({ state, n }) => [state, n]));
      const all = results.reduce((sum, { n }) => sum + n, 0);
      const counted = stored.get('confirmed') ?? 0;
      const account = accountRows(numbers, 'en');
      for (const { key, n } of account) expect([key, n]).toEqual([key, stored.get(key) ?? 0]);
      expect(totalOf(account).n).toBe(all);
      expect(countedIn(numbers)).toBe(counted);
      for (const rows of [sourceRows, partnerRows, placeRows])
        expect(totalOf(rows(numbers, 'es')).n).toBe(counted);
      const inDays = dayRows(numbers, { now: quarterLater, language: 'en' });
      expect(inDays.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(counted);
    }),
    { numRuns: 8 },
  );
});
