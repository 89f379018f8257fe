import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { testApp } from '../support/app.ts';
import { routesOf } from '../support/routes.ts';

const app = testApp();
const document = shippedHouse.apiDocument('https://petitions.example.org');
type Operation = { responses: object; requestBody?: object; operationId: string };
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = (methods as Partial<Record<typeof method, Operation>>)[method];
    return operation ? [{ name: `${method.toUpperCase()} ${path}`, path, method, operation }] : [];
  }),
);

test('every route under /api is in the document, and every path of the document has its route', async () => {
  const routes = (await routesOf(app.deps))
    .filter(({ method }) => method === 'GET' || method === 'POST')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
  const named = operations.map(({ name }) => name);
  const api = routes.filter((route) => route.includes(' /api/'));
  expect(api.length).toBeGreaterThan(4);
  expect([...new Set(api)].filter((route) => !named.includes(route))).toEqual([]);
  expect(named.filter((name) => !routes.some((route) => isOf(name, route)))).toEqual([]);
});

/** One route can take many addresses: `GET /log/tile/*`, or `{file}` for the rest of one. */
function isOf(name: string, route: string): boolean {
  if (route.endsWith(' /*')) return false;
  const pattern = route.replaceAll('.', '\\.').replace(/\*$|\{file\}$/, '.+');
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(name);
}

test('the document is whole: ids of their own, parameters for every gap, an answer and its refusals', () => {
  expect(document.openapi).toBe('3.1.0');
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations) {
    const { parameters = [] } = document.paths[path as keyof typeof document.paths] as {
      parameters?: { name: string; in: string }[];
    };
    const gaps = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(gaps);
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    expect(operation.requestBody !== undefined).toBe(method === 'post');
    if (method === 'post') expect(operation).toMatchObject({ security: [{}, { partnerKey: [] }] });
  }
  expect(Object.keys(document.webhooks)).toEqual([
    'signature.confirmed',
    'threshold.reached',
    'webhook.test',
  ]);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('any origin may read the document', async () => {
  const answer = await app.request('/openapi.json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual(shippedHouse.apiDocument(app.deps.settings.publicUrl));
});

test.each(['en', 'es'])('the page in %s has all of it, and every page leads to it', async (language) => {
  const page = await (await app.request(`/developers?lang=${language}`)).text();
  for (const { name } of operations) expect(page).toContain(`<code>${name}</code>`);
  for (const part of ['counts.received', 'thresholds[].name', 'data.supporter.email', 'form_token']) {
    expect(page).toContain(`<code>${part}</code>`);
  }
  for (const part of ['webhook-id', 'undersigned:signed', 'Bearer YOUR-KEY', '10,000', '/oembed?url=']) {
    expect(page).toContain(part);
  }
  expect(page).not.toMatch(/undefined|\[object/);
  expect(await (await app.request(`/?lang=${language}`)).text()).toContain(
    `href="/developers?lang=${language}"`,
  );
});
