import { expect, test } from 'vitest';
import type { Letter } from '../../../worker/platform/mail/mail.ts';
import { createResendSend } from '../../../worker/platform/mail/resend.ts';
import type { ResendMood } from '../../support/resend-server.ts';
import { freshResend, mailTo } from './support.ts';

const letter = (name: string): Letter => ({ ...mailTo(name), from: 'Test <test@example.org>' });
const two = [letter('ana'), letter('ben')];

test('the SDK sends a batch whole, with every field under the name that Resend gives it', async () => {
  const resend = freshResend();
  const full = {
    ...letter('ana'),
    replyTo: 'contact@example.org',
    headers: { 'List-Unsubscribe': '<https://x.org/s>' },
  };
  const answer = await createResendSend(resend.setting, 3000)('key', [full, letter('ben')]);
  const { delivered, requests } = await resend.record();
  expect(answer).toEqual({ outcome: 'accepted', ids: delivered.map(({ id }) => id), restFor: 0 });
  expect(delivered[0]).toMatchObject({
    from: 'Test <test@example.org>',
    to: 'ana@example.org',
    subject: 'To ana',
    html: '<p>ana</p>',
    text: 'ana',
    reply_to: 'contact@example.org',
    headers: { 'List-Unsubscribe': '<https://x.org/s>' },
  });
  expect(requests).toMatchObject([{ key: 'key', status: 200 }]);
});

test('the same key with the same letters is the same request, with others it is spent, after a day it is new', async () => {
  const resend = freshResend();
  const send = createResendSend(resend.setting, 3000);
  const first = await send('key', two);
  expect(await send('key', two)).toEqual(first);
  expect(await send('key', [letter('cem')])).toEqual({
    outcome: 'key-spent',
    error: '409 invalid_idempotent_request',
  });
  expect(await resend.deliveredTo()).toEqual(['ana@example.org', 'ben@example.org']);
  await resend.age(24 * 60 * 60 * 1000);
  expect(await send('key', two)).not.toEqual(first);
});

test('a request that is still being worked on is in progress', async () => {
  const resend = freshResend();
  await resend.script({ kind: 'held' });
  const impatient = createResendSend(resend.setting, 1000);
  expect(await impatient('key', two)).toMatchObject({ outcome: 'unknown', error: 'no answer' });
  expect(await impatient('key', two)).toEqual({
    outcome: 'in-progress',
    error: '409 concurrent_idempotent_requests',
  });
});

const answers: [string, ResendMood, object][] = [
  [
    'a rate limit holds everything for as long as retry-after says',
    { kind: 'status', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '7' } },
    { outcome: 'held', error: '429 rate_limit_exceeded', retryAfter: 7000, misconfigured: false },
  ],
  [
    'without retry-after the reset of the window counts',
    { kind: 'status', status: 429, name: 'daily_quota_exceeded', headers: { 'ratelimit-reset': '3' } },
    { outcome: 'held', retryAfter: 3000 },
  ],
  [
    'a header that is no number says nothing',
    { kind: 'status', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': 'soon' } },
    { outcome: 'held', retryAfter: null },
  ],
  [
    'a wrong key is a wrong setting',
    { kind: 'status', status: 401, name: 'invalid_api_key' },
    { outcome: 'held', error: '401 invalid_api_key', misconfigured: true },
  ],
  [
    'a domain that is not verified is a wrong setting',
    { kind: 'status', status: 403, name: 'validation_error' },
    { outcome: 'held', misconfigured: true },
  ],
  [
    'a wrong sender is a wrong setting',
    { kind: 'status', status: 422, name: 'invalid_from_address' },
    { outcome: 'held', misconfigured: true },
  ],
  [
    'content that is not valid is refused',
    { kind: 'status', status: 422, name: 'validation_error' },
    { outcome: 'refused', error: '422 validation_error' },
  ],
  [
    'an error of the server tells nothing about the mails',
    { kind: 'status', status: 500, headers: { 'retry-after': '60' } },
    { outcome: 'unknown', error: '500 internal_server_error', retryAfter: 60_000 },
  ],
  [
    'an error name that is no name is not repeated',
    { kind: 'status', status: 422, name: 'ana@example.org' },
    { outcome: 'refused', error: '422 error' },
  ],
  ['silence tells nothing', { kind: 'silence' }, { outcome: 'unknown', error: 'no answer' }],
  ['a cut connection tells nothing', { kind: 'cut' }, { outcome: 'unknown', error: 'no answer' }],
  ['a page instead of an answer tells nothing', { kind: 'garbage' }, { outcome: 'unknown' }],
  ...['{"message":"Bad gateway"}', 'null', '"no"', '<h1>Bad gateway</h1>', ''].map(
    (body): [string, ResendMood, object] => [
      `an error that is not Resend's tells nothing: ${body}`,
      { kind: 'garbage', status: 502, body },
      { outcome: 'unknown' },
    ],
  ),
  ...['null', '{}', '{"data":null}', '{"data":[{"id":"1"}]}'].map((body): [string, ResendMood, object] => [
    `an answer without the ids of all letters tells nothing: ${body}`,
    { kind: 'garbage', body },
    { outcome: 'unknown' },
  ]),
  [
    'an empty window asks for rest',
    { kind: 'headers', headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '1' } },
    { outcome: 'accepted', restFor: 1000 },
  ],
];

test.each(answers)('%s', async (_name, mood, expected) => {
  const resend = freshResend();
  await resend.script(mood);
  const timeout = mood.kind === 'silence' ? 150 : 3000;
  expect(await createResendSend(resend.setting, timeout)('key', two)).toMatchObject(expected);
});

test('a provider that cannot be reached tells nothing', async () => {
  const send = createResendSend({ apiKey: 'key', baseUrl: 'http://127.0.0.1:9/' }, 1000);
  expect(await send('key', two)).toEqual({ outcome: 'unknown', error: 'no answer', retryAfter: null });
});
