import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorMessage } from '../../web/components/field-errors.ts';
import { deliveryToken, staffToken } from '../../worker/digests/links.ts';
import { runQueue } from '../../worker/main/queue.ts';
import { runSchedule } from '../../worker/main/schedule.ts';
import { listSwitches, type SwitchName, turnSwitch } from '../../worker/platform/switches.ts';
import { answerToken } from '../../worker/responses/links.ts';
import { begin, invite, openStories } from '../stories/support.ts';
import { anaOf, aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openCoalition, partnerPath } from '../support/coalition.ts';
import { comes, openEvent, signUpToConfirm } from '../support/events.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { routesOf } from '../support/routes.ts';
import { openSurvey } from '../support/surveys.ts';
import { responseOf } from '../surveys/support.ts';
import { dump, escaped, expectFormBack, formPath, formToken, jsonPath, signedAs } from './support.ts';

let app: TestApp;
let slug = '';
let campaign = '';
let committee = 0;
let actionId = 0;

beforeEach(async () => {
  app = testApp();
  const context = await openPetition(env.DB);
  slug = context.action.slug;
  campaign = context.campaign.slug;
  committee = context.action.committee.id;
  actionId = context.action.id;
});
afterEach(() => env.DB.exec('DELETE FROM switches'));

const on = (name: SwitchName) => turnSwitch(env.DB, { name, isOn: true }, aWednesday);
const off = (name: SwitchName) => turnSwitch(env.DB, { name, isOn: false }, aWednesday);
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(aWednesday.getTime() + days * day);
const page = async (path: string) => (await app.request(path)).text();

async function typedForm() {
  const values = { ...anaOf(slug), comment: 'My own words', show_name: 'yes', source: 'poster' };
  return { ...values, form_token: await formToken(app, slug) };
}

function expectTyped(html: string) {
  for (const value of [anaOf(slug).email, 'Ana', '28202', 'poster'])
    expect(html).toContain(`value="${value}"`);
  expect(html).toContain('My own words');
}

describe('while signing is paused', () => {
  test('the page says so in place of the form, in both languages, and keeps everything else', async () => {
    const before = await page(`/petitions/${slug}`);
    await on('signing-paused');
    for (const [language, words] of [
      ['en', 'Signing is paused for a short while'],
      ['es', 'Las firmas están en pausa por un momento'],
    ]) {
      const html = await page(`/petitions/${slug}?lang=${language}`);
      expect(html).toContain(words);
      expect(html).not.toContain('<form');
      expect(html).not.toContain('href="#sign"');
    }
    const paused = await page(`/petitions/${slug}`);
    for (const kept of ['Do the small thing', 'Because it is small.', '9 in 10 say that it is so.']) {
      expect([before.includes(kept), paused.includes(kept)]).toEqual([true, true]);
    }
    await off('signing-paused');
    expect(await page(`/petitions/${slug}`)).toContain('<form');
  });

  test('a form that comes in all the same goes back with what was typed, and can be sent again later', async () => {
    await on('signing-paused');
    const fields = await typedForm();
    const response = await app.post(formPath(slug), fields);
    expect(response.headers.get('retry-after')).toBe('300');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const html = await expectFormBack(response, [{ field: 'form_token', code: 'signing-paused' }], 503);
    expectTyped(html);
    expect(html).toContain('Signing is paused for a short while');
    expect(await publicCounts(app, slug)).toMatchObject({ received: 0 });
    await off('signing-paused');
    expect((await app.post(formPath(slug), fields)).status).toBe(303);
  });

  test('a JSON request gets a problem that says so', async () => {
    await on('signing-paused');
    const response = await app.postJson(jsonPath(slug), anaOf(slug));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '300']);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      status: 503,
      title: 'Signing is paused for a short while',
    });
    expect(await publicCounts(app, slug)).toMatchObject({ received: 0 });
  });

  test('what was signed can be confirmed, sent again and withdrawn', async () => {
    const { confirm, mine } = await signedAs(app, slug, anaOf(slug));
    await on('signing-paused');
    const again = await app.post(`/petitions/${slug}/resend`, { email: anaOf(slug).email });
    const confirmed = await app.post(confirm, {});
    const withdrawn = await app.post(`${mine}/withdraw`, {});
    expect([again.status, confirmed.status, withdrawn.status]).toEqual([303, 303, 303]);
  });

  test('a petition that is not open says only that', async () => {
    const closed = await openPetition(env.DB, { closesOn: '2026-11-24' });
    await on('signing-paused');
    expect(await page(`/petitions/${closed.action.slug}`)).not.toContain('Signing is paused');
  });
});

describe('while reminders are paused', () => {
  const kinds = async (id: string) => {
    const { results } = await env.DB.prepare('SELECT kind FROM outbox WHERE ref = ? ORDER BY id')
      .bind(id)
      .all<{ kind: string }>();
    return results.map(({ kind }) => kind);
  };

  test('cron reminds nobody, and does it later', async () => {
    const { id } = await signedAs(app, slug, anaOf(slug));
    await on('reminders-paused');
    await app.cron(inDays(2));
    await app.cron(inDays(4));
    expect(await kinds(id)).toEqual(['confirm']);
    await off('reminders-paused');
    await app.cron(inDays(5));
    expect(await kinds(id)).toEqual(['confirm', 'remind-1']);
    await app.cron(inDays(7.5));
    expect(await kinds(id)).toEqual(['confirm', 'remind-1', 'remind-2']);
  });

  test('what was never confirmed is erased after 30 days, and nobody is reminded of it when the pause ends', async () => {
    const old = await signedAs(app, slug, anaOf(slug));
    app.setNow(inDays(8));
    const young = await signedAs(app, slug, { ...anaOf(slug), given_name: 'Ben' });
    await on('reminders-paused');
    await app.cron(inDays(30));
    const { results } = await env.DB.prepare(
      'SELECT id, state, inbox_key IS NULL AS is_erased FROM signatures WHERE id IN (?, ?) ORDER BY received_at',
    )
      .bind(old.id, young.id)
      .all();
    expect(results).toEqual([
      { id: old.id, state: 'invalidated', is_erased: 1 },
      { id: young.id, state: 'unconfirmed', is_erased: 0 },
    ]);
    await off('reminders-paused');
    await app.cron(inDays(39));
    expect([await kinds(old.id), await kinds(young.id)]).toEqual([['confirm'], ['confirm']]);
  });
});

describe('while the site can only be read', () => {
  /** Every address that takes a POST, with valid tokens. */
  async function writes(): Promise<string[]> {
    const { mine, confirm } = await signedAs(app, slug, anaOf(slug));
    const surveyScene = await openSurvey(app);
    const survey = surveyScene.action.slug;
    const event = await openEvent(app);
    const signedUp = await comes(app, event.action.slug);
    const tokens = {
      '/my/:token/sign-up': `${signedUp}/sign-up`,
      '/confirm/:token/sign-up': `${await signUpToConfirm(app, event.action.slug)}/sign-up`,
      '/my/:token/conditions': `${signedUp}/conditions`,
      '/confirm/:token/conditions': `${await signUpToConfirm(app, event.action.slug, { name: 'Yan' })}/conditions`,
      '/my/:token/answers': `${(await responseOf(app, surveyScene)).mine}/answers`,
      '/confirm/:token/answers': `${(await responseOf(app, surveyScene)).confirm}/answers`,
      '/confirm/:token': confirm,
      '/my/:token': mine,
      '/tallies/:token': `/tallies/${await staffToken(app.deps.keyring, committee, 1)}`,
      '/answer/:token': `/answer/${await answerToken(app.deps.keyring, { committeeId: committee, actionId, generation: 1 })}`,
      '/my-story/:token': await begin(app, await invite(app, await openStories(app))),
      '/partners/:token': await partnerPath(app, (await openCoalition(env.DB)).partners.church),
      '/digests/:token': `/digests/${await deliveryToken(app.deps.keyring, committee, 1)}`,
    };
    const posts = (await routesOf(app.deps)).filter(({ method }) => method === 'POST');
    // The way to the city's own survey stays open. It only is not counted, so nothing is written. The console's switch
    // has to stay, because it turns this off (test/operations). A training goes on and is not counted (test/training).
    // Words for a hearing are counted and not stored (test/events/hearing).
    // A story can be taken down or stopped at any time (test/stories/read-only).
    const open =
      /\/(send|opened|speak|switches|training\/(run|certificate|certificate\/file)|my-story\/:token\/(take-down|pause|erase)|stories\/:story\/stop)$/;
    const paths = new Set(posts.map(({ path }) => path).filter((path) => !open.test(path)));
    return [...paths].map((path) => {
      const start = Object.entries(tokens).find(([pattern]) => path.startsWith(pattern));
      const folder = /\/(surveys|events|:campaign)\//.exec(`${path}/`)?.[1] ?? '';
      const here = { surveys: survey, events: event.action.slug, ':campaign': campaign }[folder] ?? slug;
      return start ? path.replace(...start) : path.replace(/:(petition|survey|event|slug|campaign)/, here);
    });
  }

  test('every write is turned away for a while, and changes nothing', async () => {
    const paths = await writes();
    expect(paths.length).toBeGreaterThan(8);
    await on('read-only');
    const before = await dump();
    for (const path of paths) {
      const response = path.startsWith('/api/')
        ? await app.postJson(path, anaOf(slug))
        : await app.post(path, { ...(await typedForm()), frequency: 'monthly' });
      expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '300']);
      const isProblem = response.headers.get('content-type') === 'application/problem+json';
      expect(isProblem).toBe(path.startsWith('/api/'));
      await response.text();
    }
    expect(await dump()).toBe(before);
    await off('read-only');
    const confirm = paths.find((path) => /^\/confirm\/[^/]+$/.test(path)) ?? '';
    expect((await app.post(confirm, {})).status).toBe(303);
  });

  test('the forms to sign, to correct and to ask again come back with what was typed', async () => {
    const { mine } = await signedAs(app, slug, anaOf(slug));
    await on('read-only');
    const sign = await app.post(formPath(slug), await typedForm());
    expectTyped(await expectFormBack(sign, [{ field: 'form_token', code: 'read-only' }], 503));
    const words = escaped(errorMessage('en', { field: 'any', code: 'read-only' }));
    const corrected = await (
      await app.post(`${mine}/correct`, { ...anaOf(slug), given_name: 'Anita' })
    ).text();
    expect([corrected.includes('value="Anita"'), corrected.includes(words)]).toEqual([true, true]);
    const again = await (await app.post(`/petitions/${slug}/resend`, { email: 'ana@typed.example' })).text();
    expect([again.includes('value="ana@typed.example"'), again.includes(words)]).toEqual([true, true]);
  });

  test('pages keep working and say so', async () => {
    const { mine, confirm } = await signedAs(app, slug, anaOf(slug));
    await on('read-only');
    for (const path of ['/', `/petitions/${slug}`, mine, confirm, `/petitions/${slug}/check-your-email`]) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain('We are working on this site.');
      expect(await page(`${path}?lang=es`)).toContain('Estamos trabajando en este sitio.');
    }
    expect(await page(`/petitions/${slug}`)).not.toContain('<form');
    expect((await app.request(`/api/v1/petitions/${slug}`)).status).toBe(200);
  });

  test('cron and queue do nothing, and catch up afterwards', async () => {
    const closing = await openPetition(env.DB, { closesOn: '2026-11-25' });
    const { id } = await signedAs(app, slug, anaOf(slug));
    await on('read-only');
    const before = await dump();
    const acked: string[] = [];
    const message = { id: 'm', body: { kind: 'drain-outbox' }, ack: () => acked.push('m'), retry() {} };
    await runQueue(app.deps, { queue: 'jobs', messages: [message] } as unknown as MessageBatch);
    await runSchedule(app.deps, inDays(8));
    expect([await dump(), acked]).toEqual([before, ['m']]);
    await off('read-only');
    await runSchedule(app.deps, inDays(8));
    const row = await env.DB.prepare(
      `SELECT (SELECT state FROM actions WHERE id = ?1) AS petition,
        (SELECT count(*) FROM outbox WHERE ref = ?2 AND state = 'sent') AS sent,
        (SELECT count(*) FROM digests WHERE committee_id = ?3) AS digests`,
    )
      .bind(closing.action.id, id, committee)
      .first();
    expect(row).toEqual({ petition: 'closed', sent: 2, digests: 1 });
  });
});

describe('a switch', () => {
  test('is off by default, and keeps its start time if it is turned on twice', async () => {
    expect(await listSwitches(env.DB, aWednesday)).toEqual([]);
    await on('read-only');
    await turnSwitch(env.DB, { name: 'read-only', isOn: true }, inDays(1));
    expect(await listSwitches(env.DB, aWednesday)).toEqual([
      { name: 'read-only', since: aWednesday, until: null },
    ]);
    await off('read-only');
    await off('read-only');
    expect(await listSwitches(env.DB, aWednesday)).toEqual([]);
  });

  test('that is on is reported as degraded', async () => {
    const health = async () => (await (await app.request('/health')).json()) as { degraded: string[] };
    expect((await health()).degraded).not.toContain('signing-paused since 2026-11-25T15:00:00.000Z');
    await on('signing-paused');
    expect((await health()).degraded).toContain('signing-paused since 2026-11-25T15:00:00.000Z');
  });

  test('is cached for a second and then read again', async () => {
    const remembering = testApp({ rememberFor: 1000 });
    const hasForm = async () =>
      (await (await remembering.request(`/petitions/${slug}`)).text()).includes('<form');
    expect(await hasForm()).toBe(true);
    await on('signing-paused');
    expect(await hasForm()).toBe(true);
    remembering.setNow(inDays(1000 / day));
    expect(await hasForm()).toBe(false);
  });

  test('that cannot be read stops no page', async () => {
    const db = {
      prepare: (sql: string) => env.DB.prepare(sql.replace('FROM switches', 'FROM nowhere')),
      batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
    } as unknown as D1Database;
    expect((await testApp({}, { db }).request(`/petitions/${slug}`)).status).toBe(200);
  });
});
