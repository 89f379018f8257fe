import { expect, test } from 'vitest';
import { readEvent } from '../../../worker/platform/mail/event-rules.ts';
import { eventOf } from '../../support/resend-webhook.ts';

const mail = { email_id: 'e-1', tags: { outbox: '01ABC' } };
const nothing = { error: null, isDelayed: false, suppresses: null };

test.each([
  ['sent', { ...nothing, state: 'sent' }],
  ['delivery_delayed', { ...nothing, state: 'sent', isDelayed: true }],
  ['delivered', { ...nothing, state: 'delivered' }],
  ['failed', { ...nothing, state: 'failed', error: 'failed at the provider' }],
  ['bounced', { ...nothing, state: 'bounced', error: 'bounce Permanent General', suppresses: 'bounced' }],
  ['suppressed', { state: 'bounced', error: 'on the list of the provider', suppresses: 'bounced' }],
  ['complained', { ...nothing, state: 'complained', suppresses: 'complained' }],
])('email.%s is read', (type, told) => {
  const known = { providerId: 'e-1', outboxId: '01ABC', to: ['ana@example.org'] };
  expect(readEvent(eventOf(type, mail))).toEqual({ ...nothing, ...known, ...told });
});

test.each(['Transient', 'Undetermined', ''])('a bounce of the kind "%s" closes no address', (kind) => {
  expect(readEvent(eventOf('bounced', mail, kind))).toMatchObject({ state: 'bounced', suppresses: null });
});

test('a mail server’s free text is not stored, because it may quote the address', () => {
  const event = eventOf('bounced', mail, '550 ana@example.org is not here');
  expect(readEvent(event)?.error).toBe('bounce General');
});

test.each([
  ['opened', eventOf('opened', mail)],
  ['another product', { type: 'contact.created', data: { id: '1' } }],
  ['no id', eventOf('delivered', {})],
  ['an id that is none', eventOf('delivered', { email_id: "'; DROP TABLE outbox" })],
  ['no object', 'email.delivered'],
  ['null', null],
  ['nothing', undefined],
])('%s is no word on a mail', (_what, payload) => {
  expect(readEvent(payload)).toBeNull();
});

test('tags of another form are ignored', () => {
  for (const tags of [null, [], { outbox: 7 }, { outbox: '' }, { other: 'x' }, 'outbox']) {
    expect(readEvent(eventOf('sent', { email_id: 'e-1', tags } as never))?.outboxId).toBeNull();
  }
});
