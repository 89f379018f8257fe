import { HTTPException } from 'hono/http-exception';
import { afterEach, expect, test, vi } from 'vitest';
import { createApp } from '../../worker/main/app.ts';
import { createHouse } from '../../worker/main/house.ts';
import { testApp } from '../support/app.ts';

afterEach(() => vi.restoreAllMocks());

/** One feature with an address for each possible outcome of a request. Each address also exists under /api. */
const app = createApp(
  testApp().deps,
  createHouse([
    {
      name: 'pledges',
      routes(routes) {
        for (const base of ['', '/api']) {
          routes.use(`${base}/pledges/*`, (_c, next) => next());
          routes.get(`${base}/pledges/:pledge`, (c) =>
            c.req.param('pledge') === 'none' ? c.notFound() : c.html('<p>Pledge</p>'),
          );
          routes.post(`${base}/pledges/:pledge`, (c) => c.text('pledged'));
          routes.post(`${base}/pledges/:pledge/sign`, (c) => c.text('signed'));
          routes.get(`${base}/fails/:how`, (c) => {
            throw failures[c.req.param('how')];
          });
        }
      },
    },
  ]),
);
const failures: Record<string, Error> = {
  'as-hono-does': new HTTPException(400, { message: 'Malformed' }),
  'by-a-bug': new TypeError('Ana Lopez is not a function'),
  'by-an-outage': new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.'),
};

async function ask(method: string, path: string) {
  const answer = await app.request(path, { method });
  const { headers } = answer;
  return { status: answer.status, headers, type: headers.get('content-type'), text: await answer.text() };
}

test.each([
  ['PUT', '/pledges/a', 'GET, HEAD, POST'],
  ['DELETE', '/pledges/none', 'GET, HEAD, POST'],
  ['OPTIONS', '/pledges/a', 'GET, HEAD, POST'],
  ['PUT', '/pledges/a/sign', 'POST'],
  ['POST', '/health', 'GET, HEAD'],
])('%s %s is refused with the methods that there are', async (method, path, allow) => {
  const page = await ask(method, path);
  expect([page.status, page.headers.get('allow')]).toEqual([405, allow]);
  expect(page.type).toBe('text/html; charset=UTF-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('vary')).toBe('accept-language');
});

test.each(['GET', 'HEAD'])(
  '%s of an address that only takes forms leads to the page above',
  async (method) => {
    const { status, headers } = await ask(method, '/pledges/a/sign?lang=es');
    expect([status, headers.get('location')]).toEqual([303, '/pledges/a?lang=es']);
  },
);

test('under /api it is refused for a program, which may stand on another site', async () => {
  const { status, type, headers, text } = await ask('PUT', '/api/pledges/a');
  expect([status, type, headers.get('allow')]).toEqual([405, 'application/problem+json', 'GET, HEAD, POST']);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(JSON.parse(text)).toEqual({
    type: 'about:blank',
    status: 405,
    title: 'This address does not take that method',
  });
});

test.each([
  ['GET', '/nowhere'],
  ['POST', '/nowhere'],
  ['GET', '/pledges/none'],
  ['HEAD', '/pledges/none'],
  ['GET', '/pledges'],
])('%s %s is not found, and names no methods', async (method, path) => {
  const page = await ask(method, path);
  expect([page.status, page.headers.has('allow'), page.type]).toEqual([
    404,
    false,
    'text/html; charset=UTF-8',
  ]);
  const json = await ask(method, `/api${path}`);
  expect([json.status, json.headers.has('allow'), json.type]).toEqual([
    404,
    false,
    'application/problem+json',
  ]);
});

test.each([
  ['as-hono-does', 400, []],
  ['by-a-bug', 500, ['request-failed']],
  ['by-an-outage', 503, ['request-failed']],
])('a route that throws %s is answered with %i', async (how, status, events) => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  const page = await ask('GET', `/fails/${how}`);
  expect([page.status, page.type]).toEqual([status, 'text/html; charset=UTF-8']);
  expect(page.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
  const lines = spy.mock.calls.map(([line]) => String(line));
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(events);
  expect(lines.join()).not.toContain('Ana Lopez');
  const json = await ask('GET', `/api/fails/${how}`);
  expect([json.status, json.type]).toEqual([status, 'application/problem+json']);
});

test('routes that could not be loaded are loaded again for the next request, and then kept', async () => {
  let loads = 0;
  const late = createApp(
    testApp().deps,
    createHouse([
      {
        name: 'pledges',
        lateRoutes: {
          under: ['/pledges'],
          async load() {
            loads += 1;
            if (loads === 1) throw new Error('the asset cannot be read');
            return (routes) => {
              routes.get('/pledges/:pledge', (c) => c.text('Pledge'));
            };
          },
        },
      },
    ]),
  );
  const statuses = [];
  for (let request = 0; request < 3; request += 1) statuses.push((await late.request('/pledges/a')).status);
  expect([statuses, loads]).toEqual([[500, 200, 200], 2]);
});
