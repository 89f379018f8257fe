import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { isPublicAddress } from '../../worker/webhooks/address-rules.ts';
import { askNames } from '../../worker/webhooks/resolve.ts';
import { testApp } from '../support/app.ts';
import { openCoalition } from '../support/coalition.ts';
import { enqueueTest } from '../support/webhooks.ts';
import { deliverAt, deliveriesOf, type Listener, listen } from './listening.ts';

describe('a name is asked for when it is called', () => {
  const app = testApp({ dnsResolver: inject('resolverUrl') });
  let listener: Listener;

  beforeAll(async () => {
    const { partners } = await openCoalition(env.DB);
    listener = await listen(app, partners.church);
  });

  test.each([
    ['https://inward.example.org/hook', 'this name leads to a private address'],
    ['https://half-inward.example.org/hook', 'this name leads to a private address'],
    ['https://inward-six.example.org/', 'this name leads to a private address'],
    ['https://nowhere.example.org/', 'this name leads nowhere'],
    ['https://kubernetes.default.svc/', 'this address may not be called'],
  ])('%s: %s', async (url, answer) => {
    await env.DB.prepare('UPDATE webhooks SET url = ?, failures = 0, rest_until = 0 WHERE id = ?')
      .bind(url, listener.id)
      .run();
    await env.DB.prepare('DELETE FROM webhook_deliveries WHERE webhook_id = ?').bind(listener.id).run();
    await enqueueTest(env.DB, listener.id, app.now());
    await deliverAt(app);
    expect(await deliveriesOf(listener)).toMatchObject([
      { state: 'waiting', attempts: 1, last_status: null, last_answer: answer },
    ]);
  });
});

test('a resolver that does not answer leaves the name unknown; without one nobody is asked', async () => {
  const asked = askNames(inject('resolverUrl'), 300);
  expect(await asked('slow.example.org')).toBe('unknown');
  expect(await asked('open.example.org')).toBe('public');
  expect(await askNames('http://127.0.0.1:1/', 300)('open.example.org')).toBe('unknown');
  expect(await askNames(null, 300)('inward.example.org')).toBe('public');
});

describe('an address', () => {
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '169.254.169.254', '172.16.0.1'],
    ...[
      '172.31.255.255',
      '192.168.1.1',
      '198.19.0.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
      '1.2.3',
    ],
    ...['::', '::1', '::ffff:8.8.8.8', '64:ff9b::808:808', 'fc00::1', 'fe80::1', 'ff02::1', '2002:a00::1'],
    ...['2001::1', '2001:0:1::1', '2001:db8::1', 'nonsense', ''],
  ])('%j is not of the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('whatever comes is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (address) => {
        expect(typeof isPublicAddress(address)).toBe('boolean');
      }),
    );
  });
});
