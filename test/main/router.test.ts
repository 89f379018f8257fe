import { RegExpRouter } from 'hono/router/reg-exp-router';
import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { testApp } from '../support/app.ts';
import { appsOf } from '../support/routes.ts';

const { deps } = testApp();

test('every address is one that the fast router takes: with a single other one all requests go the slow way', async () => {
  const apps = await appsOf(deps);
  expect(apps.length).toBeGreaterThan(1);
  for (const { routes } of apps) {
    const router = new RegExpRouter<string>();
    for (const { method, path } of routes) router.add(method, path, path);
    expect(() => router.match('GET', '/')).not.toThrow();
  }
});

test('routes that are evaluated later begin as they say, and nobody else has such a route', async () => {
  const [first, ...late] = await appsOf(deps);
  const unders = shippedHouse.features.flatMap(({ lateRoutes }) => lateRoutes?.under ?? []);
  const beginsSo = (path: string) => unders.some((under) => path === under || path.startsWith(`${under}/`));
  const withHandler = (routes: { method: string; path: string }[]) =>
    routes.filter(({ path }) => !path.endsWith('*'));
  const led = withHandler(first?.routes ?? []).filter(({ path }) => beginsSo(path));
  expect(led.map(({ method, path }) => `${method} ${path}`)).toEqual(unders.map((under) => `GET ${under}`));
  const others = late.flatMap(({ routes }) => withHandler(routes).filter(({ path }) => !beginsSo(path)));
  expect(others).toEqual([]);
});
