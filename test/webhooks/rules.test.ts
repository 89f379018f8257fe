import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeOf, restAfter, waitAfter, webhookUrl } from '../../worker/webhooks/rules.ts';

describe('the address of a webhook', () => {
  test.each([
    ['https://hooks.example.org/undersigned?x=1', 'https://hooks.example.org/undersigned?x=1'],
    ['https://EXAMPLE.org:8443', 'https://example.org:8443/'],
    ['https://münchen.example.org/', 'https://xn--mnchen-3ya.example.org/'],
  ])('%s may be called', (typed, kept) => {
    expect(webhookUrl(typed, { local: false })).toBe(kept);
  });

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'example.org',
    '',
    'https://user:secret@example.org/',
    'https://localhost/',
    'https://localhost./',
    'https://localhost.localdomain/',
    'https://kubernetes.default.svc/',
    'https://api.default.svc.cluster.local/',
    'https://intranet/',
    'https://printer.local/',
    'https://db.internal/',
    'https://app.localhost:8787/',
    'https://router.home.arpa/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.0.1/',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    `https://example.org/${'x'.repeat(500)}`,
  ])('%s may not', (typed) => {
    expect(webhookUrl(typed, { local: false })).toBeNull();
  });

  test('this machine may be called where the site runs on it, and only there', () => {
    for (const here of ['http://127.0.0.1:9000/hook', 'http://localhost/hook', 'https://[::1]/']) {
      expect([webhookUrl(here, { local: true }), webhookUrl(here, { local: false })]).toEqual([here, null]);
    }
    expect(webhookUrl('http://example.org/', { local: true })).toBeNull();
  });

  test('no address in numbers may ever be called, however it is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4Extended(),
          fc.ipV6().map((ip) => `[${ip}]`),
        ),
        (host) => {
          expect(webhookUrl(`https://${host}/`, { local: false })).toBeNull();
        },
      ),
    );
  });
});

test('each wait is longer than the one before, differs from delivery to delivery, and there are nine', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => waitAfter(attempts, id) ?? 0);
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
      expect([waits[0]! >= 5000, waits[0]! <= 5500, waitAfter(10, id)]).toEqual([true, true, null]);
    }),
  );
  const ids = Array.from({ length: 50 }, (_, n) => `01K${n}`);
  expect(new Set(ids.map((id) => waitAfter(2, id))).size).toBeGreaterThan(25);
});

test('one that goes on failing rests longer, half an hour at most', () => {
  expect([1, 2, 3, 4, 50].map(restAfter)).toEqual([5000, 300_000, 1_800_000, 1_800_000, 1_800_000]);
});

test('only 2xx is delivered, and 410 is the end of it', () => {
  const outcome = (status: number | null) => outcomeOf({ status, text: '' });
  expect([200, 204, 299].map(outcome)).toEqual(['delivered', 'delivered', 'delivered']);
  expect([null, 100, 301, 307, 400, 404, 429, 500].map(outcome)).toEqual(Array(8).fill('again'));
  expect(outcome(410)).toBe('gone');
});
