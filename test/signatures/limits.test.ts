import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { networkOf, writesACounter } from '../../worker/platform/http/limits.ts';
import type { Limits } from '../../worker/platform/settings.ts';
import { listSwitches, turnSwitch } from '../../worker/platform/switches.ts';
import wranglerToml from '../../wrangler.toml?raw';
import { anaOf, aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { dump, expectFormBack, type Fields, formPath, formToken, jsonPath, rowCounts } from './support.ts';

let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

function limitedApp(limits: Partial<Limits>, rate: RateLimit | null = null): TestApp {
  return testApp(
    { limits: { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 1000, ...limits } },
    { rate },
  );
}

/** Stands in for the runtime's counter: allows so many requests and records the keys. */
function fakeRate(lets: number) {
  const keys: string[] = [];
  const limit = async ({ key }: { key: string }) => ({ success: keys.push(key) <= lets });
  return { keys, limit };
}

let lastHost = 0;

/** An IP address that no other test uses. */
function freshAddress(): string {
  lastHost += 1;
  return `198.51.100.${lastHost}`;
}

async function signFrom(app: TestApp, from: string | null, fields: Fields = {}): Promise<Response> {
  const headers: Record<string, string> = from === null ? {} : { 'cf-connecting-ip': from };
  const body = new URLSearchParams({ ...anaOf(slug), form_token: await formToken(app, slug), ...fields });
  return app.request(formPath(slug), { method: 'POST', headers, body });
}

function signInJsonFrom(app: TestApp, from: string, fields: Fields = {}) {
  const headers = { 'cf-connecting-ip': from, 'content-type': 'application/json' };
  return app.request(jsonPath(slug), {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...anaOf(slug), ...fields }),
  });
}

const later = (milliseconds: number) => new Date(aWednesday.getTime() + milliseconds);
const week = 7 * 24 * 60 * 60 * 1000;

describe('the age of a form', () => {
  test('one that is sent quicker than people type comes back, and passes a little later', async () => {
    const app = limitedApp({ formMinAgeSeconds: 3 });
    const form_token = await formToken(app, slug);
    const before = await rowCounts();
    app.setNow(later(2999));
    const html = await expectFormBack(await signFrom(app, null, { form_token, comment: 'My words' }), [
      { field: 'form_token', code: 'too-quick' },
    ]);
    expect(html).toContain('>My words</textarea>');
    expect(await rowCounts()).toEqual(before);
    const fresh = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    app.setNow(later(3000));
    expect((await signFrom(app, null, { form_token })).status).toBe(303);
    await expectFormBack(await signFrom(app, null, { form_token: fresh }), [
      { field: 'form_token', code: 'too-quick' },
    ]);
    app.setNow(later(6000));
    expect((await signFrom(app, null, { form_token: fresh })).status).toBe(303);
  });

  test('a form that was open for a week is accepted, and an older one comes back with all that was typed', async () => {
    const app = limitedApp({ formMinAgeSeconds: 3 });
    const form_token = await formToken(app, slug);
    app.setNow(later(week));
    expect((await signFrom(app, null, { form_token })).status).toBe(303);
    const before = await rowCounts();
    app.setNow(later(week + 1));
    const html = await expectFormBack(await signFrom(app, null, { form_token, family_name: 'Gil' }), [
      { field: 'form_token', code: 'stale' },
    ]);
    expect(html).toContain('value="Gil"');
    expect(await rowCounts()).toEqual(before);
  });

  test('where limits are off, no form is too quick', async () => {
    expect((await signFrom(testApp(), freshAddress())).status).toBe(303);
  });
});

describe('a burst', () => {
  test('past what the runtime lets through the form comes back with its values, and a minute to wait', async () => {
    const rate = fakeRate(1);
    const app = limitedApp({}, rate);
    const from = freshAddress();
    expect((await signFrom(app, from)).status).toBe(303);
    const before = await rowCounts();
    const response = await signFrom(app, from, { comment: 'My words' });
    const html = await expectFormBack(response, [{ field: 'form_token', code: 'limit' }], 429);
    expect(html).toContain('>My words</textarea>');
    expect(response.headers.get('retry-after')).toBe('60');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(rate.keys).toEqual([from, from]);

    const answer = await signInJsonFrom(app, from);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 429,
      detail: expect.stringContaining('Wait a minute'),
    });
    expect(await rowCounts()).toEqual(before);
  });

  test('all addresses of one IPv6 line are one connection', async () => {
    const rate = fakeRate(10);
    const app = limitedApp({ signaturesADay: 1 }, rate);
    expect((await signInJsonFrom(app, '2001:db8:0:1::1')).status).toBe(202);
    expect((await signInJsonFrom(app, '2001:0DB8::1:aaaa:bbbb:cccc:dddd')).status).toBe(429);
    expect((await signInJsonFrom(app, '2001:db8:0:2::1')).status).toBe(202);
    expect(rate.keys).toEqual(['2001:db8:0:1::/64', '2001:db8:0:1::/64', '2001:db8:0:2::/64']);
    expect(['192.0.2.7', '::1', '::', '2001:db8::', '::ffff:192.0.2.7', 'nonsense'].map(networkOf)).toEqual([
      '192.0.2.7',
      '0:0:0:0::/64',
      '0:0:0:0::/64',
      '2001:db8:0:0::/64',
      '::ffff:192.0.2.7',
      'nonsense',
    ]);
  });

  test('where limits are off, nobody is counted', async () => {
    const rate = fakeRate(0);
    const app = testApp({}, { rate });
    expect((await signFrom(app, freshAddress())).status).toBe(303);
    expect(rate.keys).toEqual([]);
    const caps = await env.DB.prepare('SELECT count(*) AS n FROM daily_caps').first<number>('n');
    await signFrom(app, freshAddress());
    expect(await env.DB.prepare('SELECT count(*) AS n FROM daily_caps').first<number>('n')).toBe(caps);
  });
});

/** Stand in for the runtime's counters, one for each key, but never reset after a minute. */
function countersOf(lets: number) {
  const counted = new Map<string, number>();
  const limit = async ({ key }: { key: string }) => {
    counted.set(key, (counted.get(key) ?? 0) + 1);
    return { success: (counted.get(key) ?? 0) <= lets };
  };
  return { counted, limit };
}

async function signers(app: TestApp, from: string, many: number): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (let n = 0; n < many; n += 1) {
    app.setNow(later(n * 7));
    const { status } = await signInJsonFrom(app, from);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

describe('a place where many people share one connection', () => {
  test('20 writes a minute are the rule, and a setting allows more', async () => {
    expect(await signers(limitedApp({}, countersOf(20)), freshAddress(), 25)).toEqual({ 202: 20, 429: 5 });
    const more = limitedApp({ writesPerMinute: 60 }, countersOf(20));
    expect(await signers(more, freshAddress(), 65)).toEqual({ 202: 60, 429: 5 });
  });

  test('the switch event-open allows fifteen times as much, of the day too, and ends by itself', async () => {
    const app = limitedApp({ signaturesADay: 20 }, countersOf(20));
    await turnSwitch(env.DB, { name: 'event-open', isOn: true, until: later(3_600_000) }, later(0));
    const from = freshAddress();
    expect(await signers(app, from, 100)).toEqual({ 202: 100 });
    app.setNow(later(3_600_000));
    expect((await signInJsonFrom(app, from)).status).toBe(429);
    expect(await listSwitches(env.DB, app.now())).toEqual([]);
    await turnSwitch(env.DB, { name: 'event-open', isOn: false }, app.now());
  });

  test('what one counter takes is what wrangler.toml says', () => {
    const limits = [...wranglerToml.matchAll(/name = "WRITE_RATE"[^[]*?limit = (\d+)/g)].map(([, n]) =>
      Number(n),
    );
    expect(limits).toEqual([writesACounter, writesACounter]);
  });
});

describe('the cap of a day', () => {
  test('past it a connection waits for tomorrow, others do not, and what was typed is kept', async () => {
    const app = limitedApp({ signaturesADay: 2 });
    const from = freshAddress();
    expect((await signFrom(app, from)).status).toBe(303);
    expect((await signInJsonFrom(app, from)).status).toBe(202);
    const before = await rowCounts();
    const response = await signFrom(app, from, { comment: 'My words' });
    const html = await expectFormBack(response, [{ field: 'form_token', code: 'limit-today' }], 429);
    expect(html).toContain('>My words</textarea>');
    // The time from 15:00 to midnight, UTC.
    expect(response.headers.get('retry-after')).toBe(String(9 * 60 * 60));
    const answer = await signInJsonFrom(app, from);
    expect(answer.headers.get('retry-after')).toBe(String(9 * 60 * 60));
    expect(await answer.json()).toMatchObject({ status: 429, detail: expect.stringContaining('tomorrow') });
    expect(await rowCounts()).toEqual(before);

    expect((await signFrom(app, freshAddress())).status).toBe(303);
    app.setNow('2026-11-25T23:59:59Z');
    expect((await signFrom(app, from)).status).toBe(429);
    app.setNow('2026-11-26T00:00:00Z');
    expect((await signFrom(app, from)).status).toBe(303);
  });

  test('what comes back for its fields does not use it up', async () => {
    const app = limitedApp({ signaturesADay: 1 });
    const from = freshAddress();
    for (let n = 0; n < 3; n += 1) expect((await signFrom(app, from, { zip: 'ABCDE' })).status).toBe(422);
    expect((await signFrom(app, from)).status).toBe(303);
  });

  test('asking for the mail again is under it too', async () => {
    const app = limitedApp({ signaturesADay: 1 });
    const ask = (from: string) =>
      app.request(`/petitions/${slug}/resend`, {
        method: 'POST',
        headers: { 'cf-connecting-ip': from },
        body: new URLSearchParams({ email: 'ana@example.org' }),
      });
    const from = freshAddress();
    expect((await ask(from)).status).toBe(303);
    const refused = await ask(from);
    const html = await refused.text();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe(String(9 * 60 * 60));
    expect(html).toContain('<title>Error: ');
    expect(html).toContain('value="ana@example.org"');
  });

  test('no address of a connection is stored, and the day’s keys are forgotten after it', async () => {
    const app = limitedApp({});
    const from = '203.0.113.77';
    const keys = async () =>
      (await env.DB.prepare('SELECT hex(key) AS k, day FROM daily_caps').all<{ k: string; day: string }>())
        .results;
    await env.DB.prepare('DELETE FROM daily_caps').run();
    await signFrom(app, from);
    const today = await keys();
    expect(await dump()).not.toContain(from);
    app.setNow('2026-11-26T15:00:00Z');
    await signFrom(app, from);
    const both = await keys();
    expect(today).toMatchObject([{ day: '2026-11-25' }]);
    expect(new Set(both.map(({ k }) => k)).size).toBe(2);
    await app.cron('2026-11-26T15:15:00Z');
    expect(await keys()).toMatchObject([{ day: '2026-11-26' }]);
    await app.cron('2026-11-27T00:00:00Z');
    expect(await keys()).toEqual([]);
  });

  test('twenty that race are counted one by one', async () => {
    const app = limitedApp({ signaturesADay: 7 });
    const from = freshAddress();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signInJsonFrom(app, from)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(13);
  });

  test('a request without a connection address is not counted', async () => {
    const app = limitedApp({ signaturesADay: 0 });
    expect((await signFrom(app, null)).status).toBe(303);
    expect((await signFrom(app, freshAddress())).status).toBe(429);
  });
});
