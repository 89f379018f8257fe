import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { turnSwitch } from '../../../worker/platform/switches.ts';
import { minute } from '../../../worker/platform/time/clock.ts';
import { testApp } from '../../support/app.ts';
import { eventOf, type Signing, signedRequest, tell, webhookSecret } from '../../support/resend-webhook.ts';
import { emptyOutbox, enqueue, letters, states } from './support.ts';

const resend = { apiKey: 're_unused', baseUrl: 'http://127.0.0.1:9', webhookSecret };
const app = testApp({ resend });
const delivered = eventOf('delivered', { email_id: 'e-1' });
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

beforeEach(async () => {
  await emptyOutbox();
  await enqueue(letters('ana'), new Date());
  await env.DB.exec("UPDATE outbox SET state = 'sent', provider_id = 'e-1'");
});

test.each<[string, Signing]>([
  ['svix-*', {}],
  ['webhook-*', { prefix: 'webhook' }],
])('an event signed in headers %s moves its mail', async (_headers, signing) => {
  const response = await tell(app, delivered, signing);
  expect([response.status, await response.json()]).toEqual([200, { status: 'accepted' }]);
  expect(await states()).toEqual({ ana: 'delivered' });
});

test.each<[string, Signing]>([
  ['under another key', { key: new Uint8Array(24) }],
  ['six minutes ago', { at: ago(6 * minute) }],
  ['six minutes ahead', { at: ago(-6 * minute) }],
])('an event signed %s is turned away', async (_how, signing) => {
  const response = await tell(app, delivered, signing);
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await states()).toEqual({ ana: 'sent' });
});

test('an event signed four minutes ago is still taken', async () => {
  expect((await tell(app, delivered, { at: ago(4 * minute) })).status).toBe(200);
});

test('an event that its signature does not cover is refused: another body, another id, a missing header', async () => {
  const { headers, body } = await signedRequest(JSON.stringify(delivered));
  const signed = headers as Record<string, string>;
  const post = (changed: RequestInit) => app.request('/webhooks/resend', { method: 'POST', ...changed });
  const answers = [
    await post({ headers: signed, body: `${body} ` }),
    await post({ headers: { ...signed, 'svix-id': 'msg_2' }, body: body! }),
    await post({ headers: { ...signed, 'svix-signature': '' }, body: body! }),
    await post({ headers: { ...signed, 'svix-signature': 'v1' }, body: body! }),
    await post({ headers: { ...signed, 'svix-timestamp': 'yesterday' }, body: body! }),
    await post({ headers: {}, body: body! }),
    await post({}),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  expect(await states()).toEqual({ ana: 'sent' });
});

test.each([
  ['of another product', JSON.stringify({ type: 'contact.created', data: {} })],
  ['of a mail that is not ours', JSON.stringify(eventOf('bounced', { email_id: 'e-2' }))],
  ['that is no JSON', 'email.delivered'],
  ['that is empty', ''],
  ['that is null', 'null'],
  ['nested deeply', '['.repeat(20_000) + ']'.repeat(20_000)],
])('a signed body %s is taken and ignored', async (_what, body) => {
  const response = await app.request('/webhooks/resend', await signedRequest(body));
  expect([response.status, await response.json()]).toEqual([200, { status: 'ignored' }]);
  expect(await states()).toEqual({ ana: 'sent' });
});

test('a body over 64 kB is refused before anybody looks at its signature', async () => {
  const response = await app.request('/webhooks/resend', await signedRequest('x'.repeat(70_000)));
  expect(response.status).toBe(413);
});

test('without a secret there is no such address', async () => {
  for (const without of [testApp(), testApp({ resend: { ...resend, webhookSecret: null } })]) {
    expect((await tell(without, delivered)).status).toBe(404);
    expect((await without.request('/webhooks/resend')).status).toBe(404);
  }
});

test('with one, it takes only POST', async () => {
  const response = await app.request('/webhooks/resend');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});

test('while the site is read-only, an event is answered so that it is sent again', async () => {
  await turnSwitch(env.DB, { name: 'read-only', isOn: true }, new Date());
  const response = await tell(app, delivered);
  await turnSwitch(env.DB, { name: 'read-only', isOn: false }, new Date());
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '300']);
  expect(await states()).toEqual({ ana: 'sent' });
  await tell(app, delivered);
  expect(await states()).toEqual({ ana: 'delivered' });
});
