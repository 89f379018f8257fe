import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { freshResend } from '../platform/mail/support.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { press } from '../support/press.ts';
import { eventOf, tell, webhookSecret } from '../support/resend-webhook.ts';
import { type Links, signedAs } from './support.ts';

let app: TestApp;
let slug = '';
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(aWednesday.getTime() + days * day);

beforeEach(async () => {
  app = testApp({ resend: { ...freshResend().setting, webhookSecret } });
  await stopEarlierDigests(env.DB);
  slug = (await openPetition(env.DB)).action.slug;
});

const email = () => `ana@${slug}.example`;
const ana = () => ({ given_name: 'Ana', family_name: 'Lopez', email: email(), zip: '28202' });

/** Signs, and sends the waiting mail. */
async function signedAndMailed(): Promise<Links> {
  const links = await signedAs(app, slug, ana());
  await app.mailTo(email());
  return links;
}

/** Resend reports an event about the newest mail for a signature. */
async function hear(type: string, id: string, bounce?: string): Promise<Response> {
  const provider_id = await env.DB.prepare(
    'SELECT provider_id FROM outbox WHERE ref = ? AND provider_id IS NOT NULL ORDER BY id DESC LIMIT 1',
  )
    .bind(id)
    .first<string>('provider_id');
  const response = await tell(app, eventOf(type, { email_id: provider_id ?? '', to: email() }, bounce));
  expect(await response.json()).toEqual({ status: 'accepted' });
  return response;
}

async function rowOf(id: string) {
  return env.DB.prepare('SELECT state, reason, due_at, sealed, erased_at FROM signatures WHERE id = ?')
    .bind(id)
    .first<{ state: string; reason: string; due_at: number | null; sealed: unknown; erased_at: unknown }>();
}

test('a signature whose mail bounced permanently no longer waits, and the numbers still balance', async () => {
  const { id } = await signedAndMailed();
  expect(await publicCounts(app, slug)).toMatchObject({ received: 1, unconfirmed: 1, invalidated: 0 });
  await hear('bounced', id);
  expect(await publicCounts(app, slug)).toMatchObject({ received: 1, unconfirmed: 0, invalidated: 1 });
  await hear('bounced', id);
  expect(await publicCounts(app, slug)).toMatchObject({ received: 1, unconfirmed: 0, invalidated: 1 });
});

test('its own page says why, and its confirm link confirms nothing', async () => {
  const { id, confirm, mine } = await signedAndMailed();
  await hear('bounced', id);
  expect(await (await app.request(mine)).text()).toContain('our email to this address came back');
  expect((await press(app, confirm)).status).toBe(409);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 0, invalidated: 1 });
});

test.each([
  ['a bounce that is not for good', 'bounced', 'Transient'],
  ['a delay', 'delivery_delayed', undefined],
  ['a complaint', 'complained', undefined],
  ['a delivery', 'delivered', undefined],
])('after %s it still waits', async (_what, type, bounce) => {
  const { id, confirm } = await signedAndMailed();
  await hear(type, id, bounce);
  expect(await publicCounts(app, slug)).toMatchObject({ unconfirmed: 1, invalidated: 0 });
  expect((await press(app, confirm)).status).toBe(303);
});

test('one that is confirmed stays so, whatever comes back later', async () => {
  const { id, confirm } = await signedAndMailed();
  await press(app, confirm);
  await hear('bounced', id);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, invalidated: 0 });
});

test('its personal data goes after 30 days, and not before; the count stays', async () => {
  const { id } = await signedAndMailed();
  await hear('bounced', id);
  expect(await rowOf(id)).toMatchObject({ state: 'invalidated', reason: 'bounced', due_at: +inDays(30) });
  await app.cron(new Date(+inDays(30) - 1));
  expect(await rowOf(id)).toMatchObject({ sealed: expect.anything(), erased_at: null });
  for (let times = 0; times < 2; times += 1) {
    await app.cron(inDays(30));
    expect(await rowOf(id)).toMatchObject({
      state: 'invalidated',
      reason: 'bounced',
      sealed: null,
      due_at: null,
      erased_at: +inDays(30),
    });
  }
  expect(await publicCounts(app, slug)).toMatchObject({ received: 1, invalidated: 1 });
});

test('nobody is reminded at an address that mail came back from', async () => {
  const first = await signedAndMailed();
  await hear('bounced', first.id);
  await signedAs(app, slug, ana());
  await app.mailTo(email());
  for (const days of [2.1, 7.1]) await app.cron(inDays(days));
  const { results } = await env.DB.prepare(
    'SELECT kind, state, error FROM outbox WHERE ref IN (SELECT id FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)) ORDER BY rowid',
  )
    .bind(slug)
    .all();
  expect(results).toEqual([
    { kind: 'confirm', state: 'bounced', error: 'bounce Permanent General' },
    { kind: 'confirm', state: 'cancelled', error: 'suppressed' },
    { kind: 'remind-1', state: 'cancelled', error: 'suppressed' },
    { kind: 'remind-2', state: 'cancelled', error: 'suppressed' },
  ]);
});

test('signing with an address that mail came back from looks like any other signing', async () => {
  const { id } = await signedAndMailed();
  await hear('bounced', id);
  const stranger = { ...ana(), email: `someone@${slug}.example` };
  const [known, unknown] = [
    await app.postJson(`/api/v1/petitions/${slug}/signatures`, ana()),
    await app.postJson(`/api/v1/petitions/${slug}/signatures`, stranger),
  ];
  expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
  await app.mailTo(email());
  expect(await publicCounts(app, slug)).toMatchObject({ unconfirmed: 2 });
});

test('with a tag that bounces it waits like one whose mail went to the address that counts', async () => {
  const counted = await signedAndMailed();
  await press(app, counted.confirm);
  const tagged = { ...ana(), email: email().replace('@', '+made-up@') };
  const { id } = await signedAs(app, slug, tagged);
  const stranger = { ...tagged, email: tagged.email.replace('ana', 'ben') };
  const { id: other } = await signedAs(app, slug, stranger);
  await app.mailTo(email());
  await hear('bounced', other);
  expect([await rowOf(id), await rowOf(other)]).toMatchObject([
    { state: 'unconfirmed' },
    { state: 'unconfirmed' },
  ]);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, unconfirmed: 2, invalidated: 0 });
});
