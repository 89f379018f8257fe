import { expect, test } from 'vitest';
import { leadsTo, visit } from '../support/visitor.ts';

test('a program that asks for the icon by its oldest name is led to it', async () => {
  const asked = await visit('/favicon.ico');
  expect([asked.status, leadsTo(asked)]).toEqual([301, '/favicon.svg']);
  const icon = await visit('/favicon.svg');
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

test('a crawler is told where not to go', async () => {
  const robots = await visit('/robots.txt');
  expect(robots.status).toBe(200);
  expect(await robots.text()).toMatch(/^User-agent: \*/m);
});
