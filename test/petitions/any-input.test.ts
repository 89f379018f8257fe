import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { formPath, formToken, jsonPath, rowCounts, send } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

const app = testApp();
let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

/** Arbitrary 16-bit units, including control characters, half surrogate pairs and noncharacters. */
const units = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0xffff)), { maxLength: 300 })
  .map((codes) => String.fromCharCode(...codes));
const typed = fc.oneof(units, fc.string({ unit: 'grapheme', maxLength: 250 }), fc.string({ unit: 'binary' }));
const fine: Record<string, fc.Arbitrary<string>> = {
  given_name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  family_name: fc.constant('Lopez'),
  email: fc.tuple(fc.uuid(), fc.domain()).map(([one, domain]) => `${one}@${domain}`),
  zip: fc.constantFrom('28202', '28205', '10115', '28299-1234'),
  district: fc.constantFrom('', '1', 'unknown', 'outside'),
  street: fc.constant(''),
  comment: fc.string({ unit: 'grapheme' }),
  show_name: fc.constantFrom('', 'yes'),
  keep_informed: fc.constantFrom('', 'yes'),
  source: fc.constantFrom('', 'poster', 'x'),
};

/** Mostly what people send and sometimes anything at all, so that some submissions are accepted. */
function submissionOf<T>(anything: fc.Arbitrary<T>) {
  const fields = Object.entries(fine).map(([name, usual]) => [
    name,
    fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anything }),
  ]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<string | T>>, {
    requiredKeys: [],
  });
}

/** Numbers of signatures and mails, and how many of either lack the other. */
async function rows() {
  const row = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM signatures) AS signatures, (SELECT count(*) FROM outbox) AS mails,
      (SELECT count(*) FROM signatures WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE ref = signatures.id))
      + (SELECT count(*) FROM outbox WHERE ref NOT IN (SELECT id FROM signatures)) AS alone`,
  ).first<{ signatures: number; mails: number; alone: number }>();
  return row ?? { signatures: -1, mails: -1, alone: -1 };
}

/**
 * The status must say whether the signature is stored, and it must be stored with its mail or not at all. Other tests
 * leave mails too, so the numbers are compared.
 */
async function expectWhole(act: () => Response | Promise<Response>) {
  const before = await rows();
  const { status } = await act();
  expect(status).toBeLessThan(500);
  const more = status < 400 ? 1 : 0;
  expect(await rows()).toEqual({
    signatures: before.signatures + more,
    mails: before.mails + more,
    alone: before.alone,
  });
  return status;
}

test('whatever is typed into the form, it is taken whole or comes back whole', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(submissionOf(typed), async (fields) => {
      seen.add(await expectWhole(() => send(app, slug, 'form', fields)));
    }),
    { numRuns: 100 },
  );
  expect([...seen].sort()).toEqual([303, 422]);
});

test('whatever JSON comes, it is taken whole or refused whole', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(submissionOf(fc.oneof(typed, fc.jsonValue())), async (fields) => {
      seen.add(await expectWhole(() => send(app, slug, 'json', fields)));
    }),
    { numRuns: 100 },
  );
  expect([...seen].sort()).toEqual([202, 422]);
});

test('whatever bytes come under whatever content type, they are refused and nothing is stored', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data; boundary=x',
    'a/b',
  ];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    typed.map((text) => new TextEncoder().encode(`--x\r\nContent-Disposition: form-data; name="${text}`)),
    fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(value))),
  );
  const paths = [formPath(slug), jsonPath(slug), `/petitions/${slug}/resend`, '/confirm/x', '/my/x/correct'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom(...types),
      bytes,
      typed,
      async (path, type, body, query) => {
        const url = `${path}?lang=${encodeURIComponent(query.toWellFormed())}`;
        const headers = { 'content-type': type };
        const status = await expectWhole(() => app.request(url, { method: 'POST', body, headers }));
        expect(status).toBeGreaterThanOrEqual(400);
      },
    ),
    { numRuns: 100 },
  );
});

test('where the mail cannot be stored, the signature is not, and pressing again stores both', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const before = await rowCounts();
  const fields = { ...anaOf(slug), form_token: await formToken(app, slug) };
  await env.DB.prepare(
    "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END",
  ).run();
  const page = await send(app, slug, 'form', fields);
  const answer = await send(app, slug, 'json', anaOf(slug));
  await env.DB.prepare('DROP TRIGGER full').run();
  quiet.mockRestore();
  expect([page.status, answer.status]).toEqual([500, 500]);
  expect(await page.text()).toContain('Something went wrong on our side');
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await rowCounts()).toEqual(before);
  expect(await expectWhole(() => send(app, slug, 'form', fields))).toBe(303);
});
