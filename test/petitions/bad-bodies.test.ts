import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  expectFormBack,
  formPath,
  formToken,
  jsonPath,
  newestId,
  pathOf,
  rowCounts,
} from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

const app = testApp();
let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

const urlencoded = 'application/x-www-form-urlencoded';
const titles: Record<number, string> = {
  400: 'The request could not be read',
  413: 'The body is larger than 64 kB',
  415: 'The content type is not one that this address takes',
};

function post(
  path: string,
  type: string | null,
  body: BodyInit | null,
  headers: Record<string, string> = {},
) {
  return app.request(path, {
    method: 'POST',
    body,
    headers: type === null ? headers : { ...headers, 'content-type': type },
  });
}

async function expectRefusedWhole(response: Response, channel: 'form' | 'json', status: number) {
  const body = await response.text();
  expect(response.status).toBe(status);
  if (channel === 'json') {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(body)).toEqual({ type: 'about:blank', status, title: titles[status] });
  } else {
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(body).toMatch(/<h1>.+<\/h1>/);
    expect(body).not.toContain('Lopez');
  }
}

async function filledForm(extra = ''): Promise<string> {
  const form_token = await formToken(app, slug);
  return `${new URLSearchParams({ ...anaOf(slug), form_token })}${extra}`;
}

const filledJson = (extra: object = {}) => JSON.stringify({ ...anaOf(slug), ...extra });
/** JSON of an exact length, padded with spaces. */
const jsonOf = (length: number) => filledJson().padEnd(length, ' ');
const formOf = async (length: number) => {
  const form = await filledForm('&padding=');
  return form + 'x'.repeat(length - form.length);
};

const kilobyte = 1024;

test('a body of 64 kB is taken, one byte more is not, and nothing of it comes back', async () => {
  const before = await rowCounts();
  await expectRefusedWhole(
    await post(formPath(slug), urlencoded, await formOf(64 * kilobyte + 1)),
    'form',
    413,
  );
  await expectRefusedWhole(
    await post(jsonPath(slug), 'application/json', jsonOf(64 * kilobyte + 1)),
    'json',
    413,
  );
  expect(await rowCounts()).toEqual(before);
  expect((await post(formPath(slug), urlencoded, await formOf(64 * kilobyte))).status).toBe(303);
  expect((await post(jsonPath(slug), 'application/json', jsonOf(64 * kilobyte))).status).toBe(202);
});

test('a length that lies changes nothing: what comes is what counts', async () => {
  const tooLong = await post(formPath(slug), urlencoded, await formOf(70 * kilobyte), {
    'content-length': '10',
  });
  await expectRefusedWhole(tooLong, 'form', 413);
  const short = await post(jsonPath(slug), 'application/json', filledJson(), {
    'content-length': '99999999',
  });
  expect(short.status).toBe(202);
});

test('a body in many parts is taken, one that breaks off is refused, one without an end is cut', async () => {
  const before = await rowCounts();
  const form = new TextEncoder().encode(await filledForm());
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(form.slice(0, 40));
      controller.error(new Error('the connection broke'));
    },
  });
  await expectRefusedWhole(await post(formPath(slug), urlencoded, broken), 'form', 400);
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(kilobyte * kilobyte));
    },
  });
  await expectRefusedWhole(await post(jsonPath(slug), 'application/json', endless), 'json', 413);
  expect(sent).toBeLessThan(110);
  expect(await rowCounts()).toEqual(before);
  const drop = new ReadableStream({
    start(controller) {
      for (const byte of form) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect((await post(formPath(slug), urlencoded, drop)).status).toBe(303);
});

test.each([
  [null],
  ['text/plain'],
  ['application/json'],
  ['text/html'],
  ['application/octet-stream'],
  ['application/x-www-form-urlencodedx'],
  ['nonsense'],
  [`${'x'.repeat(5000)}/y`],
])('a form of the content type %s is not taken', async (type) => {
  const before = await rowCounts();
  // As bytes, because fetch adds its own content type to a string.
  const body = new TextEncoder().encode(await filledForm());
  await expectRefusedWhole(await post(formPath(slug), type, body), 'form', 415);
  expect(await rowCounts()).toEqual(before);
});

test.each([
  [null],
  ['text/plain'],
  [urlencoded],
  ['multipart/form-data; boundary=x'],
  ['text/json'],
  ['application/problem+json'],
  ['application/jsonx'],
])('JSON of the content type %s is not taken', async (type) => {
  const before = await rowCounts();
  const body = new TextEncoder().encode(filledJson());
  await expectRefusedWhole(await post(jsonPath(slug), type, body), 'json', 415);
  expect(await rowCounts()).toEqual(before);
});

test('a POST without a body is refused, with a content type or without', async () => {
  const before = await rowCounts();
  for (const channel of ['form', 'json'] as const) {
    await expectRefusedWhole(await app.request(pathOf[channel](slug), { method: 'POST' }), channel, 415);
  }
  await expectRefusedWhole(await post(jsonPath(slug), 'application/json', null), 'json', 400);
  await expectFormBack(await post(formPath(slug), urlencoded, null), [
    { field: 'form_token', code: 'missing' },
    { field: 'given_name', code: 'missing' },
    { field: 'email', code: 'missing' },
    { field: 'zip', code: 'missing' },
  ]);
  expect(await rowCounts()).toEqual(before);
});

test('content types are read without regard to case and parameters', async () => {
  const form = new TextEncoder().encode(await filledForm());
  expect((await post(formPath(slug), 'Application/X-WWW-Form-URLEncoded; charset=UTF-8', form)).status).toBe(
    303,
  );
  expect((await post(jsonPath(slug), 'APPLICATION/JSON;charset=utf-8', filledJson())).status).toBe(202);
});

test.each([
  ['broken off', '{"given_name": "Ana"'],
  ['empty', ''],
  ['not JSON', 'given_name=Ana'],
  ['a single quote for a double one', "{'given_name': 'Ana'}"],
  ['an array', '[{"given_name": "Ana"}]'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['a text', '"Ana"'],
  ['true', 'true'],
  ['arrays nested 30,000 deep', '['.repeat(30_000) + ']'.repeat(30_000)],
])('a JSON body that is %s is refused whole', async (_what, body) => {
  const before = await rowCounts();
  await expectRefusedWhole(await post(jsonPath(slug), 'application/json', body), 'json', 400);
  expect(await rowCounts()).toEqual(before);
});

test('JSON that is not UTF-8 is refused whole, a byte order mark is no matter', async () => {
  const before = await rowCounts();
  const bytes = new TextEncoder().encode(filledJson());
  bytes[bytes.indexOf(65)] = 0xff;
  await expectRefusedWhole(await post(jsonPath(slug), 'application/json', bytes), 'json', 400);
  expect(await rowCounts()).toEqual(before);
  expect((await post(jsonPath(slug), 'application/json', `\ufeff${filledJson()}`)).status).toBe(202);
});

test.each([
  ['raw', Uint8Array.of(74, 111, 115, 233)],
  ['percent-encoded', new TextEncoder().encode('Jos%E9')],
])('a form in another encoding than UTF-8, %s, comes back to be typed again', async (_what, name) => {
  const before = await rowCounts();
  const { given_name, ...rest } = anaOf(slug);
  const fields = new URLSearchParams({ ...rest, form_token: await formToken(app, slug) });
  const head = new TextEncoder().encode(`${fields}&given_name=`);
  const response = await post(formPath(slug), urlencoded, new Uint8Array([...head, ...name]));
  await expectFormBack(response, [{ field: 'given_name', code: 'bad-characters' }]);
  expect(await rowCounts()).toEqual(before);
});

test('a form as multipart is taken, a file in the place of a field is none', async () => {
  const form = new FormData();
  const fields = { ...anaOf(slug), form_token: await formToken(app, slug) };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  expect((await app.request(formPath(slug), { method: 'POST', body: form })).status).toBe(303);
  const id = await newestId(slug);
  form.set('email', new File(['ana@example.org'], 'email.txt'));
  const response = await app.request(formPath(slug), { method: 'POST', body: form });
  await expectFormBack(response, [{ field: 'email', code: 'missing' }]);
  expect(await newestId(slug)).toBe(id);
});

test.each([
  ['without a boundary', 'multipart/form-data', '--x--'],
  ['with another boundary than its own', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
  [
    'broken off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na',
  ],
])('a multipart body %s is refused whole', async (_what, type, body) => {
  const before = await rowCounts();
  await expectRefusedWhole(await post(formPath(slug), type, body), 'form', 400);
  expect(await rowCounts()).toEqual(before);
});

test('the same JSON with the same token is one signature, and the same answer', async () => {
  const before = await rowCounts();
  const body = filledJson({ form_token: 'made-by-the-caller-0001' });
  const answers = await Promise.all([1, 2, 3].map(() => post(jsonPath(slug), 'application/json', body)));
  for (const answer of answers) {
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ status: 'check-your-email' });
  }
  const { signatures } = await rowCounts();
  expect(signatures).toBe(before.signatures + 1);
});
