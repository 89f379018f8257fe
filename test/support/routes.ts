import { createApp, createLateApp } from '../../worker/main/app.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { Deps } from '../../worker/platform/deps.ts';

/** The application, and those that it makes when one of their addresses is first asked for. */
export async function appsOf(deps: Deps) {
  const late = shippedHouse.features.flatMap(({ lateRoutes }) => lateRoutes ?? []);
  return [
    createApp(deps),
    ...(await Promise.all(late.map((routes) => createLateApp(deps, shippedHouse, routes)))),
  ];
}

export async function routesOf(deps: Deps) {
  return (await appsOf(deps)).flatMap(({ routes }) => routes);
}
