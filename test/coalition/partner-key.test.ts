import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { partnerKey, partnerToken } from '../../worker/coalition/partner-links.ts';
import { listPartners } from '../../worker/coalition/store.ts';
import { expectProblem } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { coalitionKit, openCoalition, revokePartner } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { smallSurvey } from '../support/surveys.ts';

let app: TestApp;
let kit = withSurvey();
let keys: Record<string, string> = {};

function withSurvey() {
  return { ...coalitionKit(), surveys: [smallSurvey()] };
}

beforeEach(async () => {
  app = testApp();
  kit = withSurvey();
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(env.DB, kit.petitions[0]!.slug);
  const partners = await listPartners(env.DB, context!.campaign.id);
  const made = partners.map(async (one) => [one.slug, await partnerKey(app.deps.keyring, one)]);
  keys = Object.fromEntries(await Promise.all(made));
});

const ways = [
  ['a petition', () => `/api/v1/petitions/${kit.petitions[0]!.slug}/signatures`, {}],
  ['a survey', () => `/api/v1/surveys/${kit.surveys[0]!.slug}/responses`, { answers: { fund: 'yes' } }],
] as const;

function sendTo(path: string, fields: object, authorization: string | undefined, from = '198.51.100.9') {
  return app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'cf-connecting-ip': from,
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify({ ...anaOf(kit.petitions[0]!.slug), ...fields }),
  });
}

async function sources(): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT source FROM signatures ORDER BY rowid DESC LIMIT 9').all<{
    source: string;
  }>();
  return results.map(({ source }) => source);
}

async function signatures(): Promise<number> {
  return (await env.DB.prepare('SELECT count(*) AS n FROM signatures').first<number>('n')) ?? -1;
}

describe.each(ways)('by the key of a partner, %s', (_what, path, more) => {
  test('is signed by the source it names or by its first, and the answer says nothing of the person', async () => {
    for (const [given, kept] of [
      ['church-form', 'church-form'],
      [' Church-Form ', 'church-form'],
      ['', 'church-flyer'],
      [undefined, 'church-flyer'],
    ]) {
      const answer = await sendTo(path(), { ...more, source: given }, `Bearer ${keys.church}`);
      expect([answer.status, await answer.json()]).toEqual([202, { status: 'check-your-email' }]);
      expect((await sources())[0]).toBe(kept);
    }
  });

  test.each(['clinic-poster', 'poster', 'direct', 'other', 'never-heard-of'])(
    'is not signed by the source %s, which is not its own',
    async (source) => {
      const before = await signatures();
      await expectProblem(await sendTo(path(), { ...more, source }, `Bearer ${keys.church}`), [
        { field: 'source', code: 'not-yours' },
      ]);
      expect(await signatures()).toBe(before);
    },
  );

  test('errors name the fields and repeat nothing that was sent', async () => {
    const fields = { ...more, email: 'laura@home@example.com', family_name: 'Zwiebelkuchen', zip: 'ABCDE' };
    const answer = await sendTo(path(), fields, `Bearer ${keys.church}`);
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).not.toMatch(/laura|Zwiebel|ABCDE/);
  });

  test('a key that is wrong, revoked, retired or no key is refused with 401, and nothing is stored', async () => {
    const before = await signatures();
    const refusedWith = async (authorization: string) => {
      const answer = await sendTo(path(), more, authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    };
    const context = await findContext(env.DB, kit.petitions[0]!.slug);
    const [church, clinic] = await listPartners(env.DB, context!.campaign.id);
    for (const wrong of ['', 'Bearer', `Basic ${keys.church}`, `Bearer ${keys.church}x`, 'Bearer AAAA']) {
      await refusedWith(wrong);
    }
    await refusedWith(`Bearer ${await partnerToken(app.deps.keyring, church!)}`);
    await revokePartner(env.DB, church!.id);
    await refusedWith(`Bearer ${keys.church}`);
    await env.DB.prepare('UPDATE partners SET retired = 1 WHERE id = ?').bind(clinic!.id).run();
    await refusedWith(`Bearer ${keys.clinic}`);
    expect(await signatures()).toBe(before);
  });

  test('does not sign anything of another campaign', async () => {
    const { partners } = await openCoalition(env.DB);
    const foreign = await partnerKey(app.deps.keyring, partners.church!);
    expect((await sendTo(path(), more, `Bearer ${foreign}`)).status).toBe(403);
  });

  test('a partner has a limit of its own for a day, whichever connection its server has', async () => {
    const rate = { limit: async () => ({ success: false }) };
    const limits = { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 0 };
    app = testApp({ limits, partnerSignaturesADay: 2 }, { rate });
    const statuses = async (key: string | undefined) =>
      (await sendTo(path(), more, key && `Bearer ${key}`, `198.51.100.${Math.random()}`)).status;
    expect(await statuses(undefined)).toBe(429);
    expect([await statuses(keys.church), await statuses(keys.church)]).toEqual([202, 202]);
    const refused = await sendTo(path(), more, `Bearer ${keys.church}`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await statuses(keys.clinic)).toBe(202);
    app.setNow('2026-11-26T15:00:00Z');
    expect(await statuses(keys.church)).toBe(202);
  });

  test('scripts of other sites may ask with a key, and read what they are refused', async () => {
    const preflight = await app.request(path(), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://church.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'content-type,authorization',
    });
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
    await env.DB.prepare("INSERT INTO switches (name, since) VALUES ('read-only', 0)").run();
    const refused = await sendTo(path(), more, undefined);
    await env.DB.prepare('DELETE FROM switches').run();
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([503, '*']);
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
  });
});
