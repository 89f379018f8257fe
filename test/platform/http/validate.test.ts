import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { AppEnv } from '../../../worker/platform/http/app-env.ts';
import {
  checkedJson,
  checkedParams,
  checkedQuery,
  takesJson,
} from '../../../worker/platform/http/validate.ts';

const text = z.string({ error: ({ input }) => (input === undefined ? 'missing' : 'not-text') });
const answers = z
  .unknown()
  .optional()
  .transform((given, { addIssue }) => {
    if (given === undefined) return null;
    addIssue({ code: 'custom', path: ['q1'], message: 'too-long', params: { longest: 3 } });
    addIssue({ code: 'custom', path: ['q1'], message: 'never-told' });
    return z.NEVER;
  });
const person = z.object({ name: text, zip: text.regex(/^\d{5}$/, { error: 'not-a-zip' }), answers });

const site = new Hono<AppEnv>();
const wording = checkedJson(
  person,
  ({ field, code, params }) => `${field}: ${code} ${params?.longest ?? ''}`,
);
for (const path of ['/api/people/:id', '/people/:id']) {
  site.post(path, takesJson(100), checkedParams(z.object({ id: z.enum(['a', 'b']) })), wording, (c) =>
    c.json({ id: c.req.valid('param').id, body: c.req.valid('json') }),
  );
  site.get(
    path,
    checkedQuery(z.object({ week: z.string().max(3).optional(), pages: z.coerce.number().catch(1) })),
    (c) => c.json(c.req.valid('query')),
  );
}

async function post(body: unknown, { path = '/api/people/a', type = 'application/json' } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await site.request(path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': type },
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

describe('a JSON body', () => {
  test('is parsed by its schema, without unknown fields', async () => {
    const { status, body } = await post({ zip: '28202', name: 'Ana', extra: true });
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { id: 'a', body: { name: 'Ana', zip: '28202', answers: null } },
    ]);
  });

  test('gets an error for every wrong field, each once, in the order of the schema', async () => {
    const { status, type, body } = await post({ answers: 1, zip: '2820' });
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank',
      status: 422,
      title: 'Some fields need to be put right',
      errors: [
        { field: 'name', message: 'name: missing ' },
        { field: 'zip', message: 'zip: not-a-zip ' },
        { field: 'answers.q1', message: 'answers.q1: too-long 3' },
      ],
    });
  });

  test.each([
    ['too large', ' '.repeat(101), 'application/json', 413],
    ['of another type', '{}', 'application/problem+json', 415],
    ['broken off', '{"name": "A', 'application/json', 400],
    ['no object', '[{"name": "Ana"}]', 'application/json', 400],
  ])('that is %s is refused whole, whatever it is for', async (_what, body, type, status) => {
    const onPage = await post(body, { path: '/people/none', type });
    expect([onPage.status, onPage.type]).toEqual([status, 'text/html; charset=UTF-8']);
    const inApi = await post(body, { path: '/api/people/none', type });
    expect([inApi.status, inApi.type]).toEqual([status, 'application/problem+json']);
    expect(JSON.parse(inApi.body)).not.toHaveProperty('errors');
  });

  test('for an address that does not exist is not found', async () => {
    expect((await post({}, { path: '/api/people/c' })).status).toBe(404);
  });
});

describe('a query', () => {
  const get = async (search: string) => {
    const response = await site.request(`/people/a${search}`);
    return { status: response.status, body: await response.text() };
  };

  test('is parsed by its schema', async () => {
    expect(JSON.parse((await get('?week=W45&pages=2&x=1')).body)).toEqual({ week: 'W45', pages: 2 });
    expect(JSON.parse((await get('')).body)).toEqual({ pages: 1 });
  });

  test('that repeats a name counts by the first value', async () => {
    expect(JSON.parse((await get('?week=W45&week=W46&pages=3&pages=x')).body)).toEqual({
      week: 'W45',
      pages: 3,
    });
  });

  test('that does not match its schema is refused, with a page if people read the answer', async () => {
    const onPage = await get('?week=W450');
    expect([onPage.status, onPage.body]).toEqual([400, expect.stringContaining('<h1>')]);
    const inApi = await site.request('/api/people/a?week=W450');
    expect([inApi.status, inApi.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });
});
