import type { Hono } from 'hono';
import type { ConsoleEnv, ConsoleHandler, ConsoleRouter, NamedSection } from './console-section.ts';
import { consolePage, requireSession, requireVerb } from './guard.ts';
import { givingBack } from './refusals.tsx';

/** A route of the console, for the table of who may do what. */
export type ConsoleRoute = { method: 'get' | 'post'; path: string; verb: string };

/** Registers the routes of all sections, each behind its guard. */
export function registerSections(app: Hono<ConsoleEnv>, sections: readonly NamedSection[]): ConsoleRoute[] {
  const routes: ConsoleRoute[] = [];
  const add = (route: ConsoleRoute, handler: ConsoleHandler, limit?: number) => {
    routes.push(route);
    const guards = [
      consolePage,
      requireSession(sections, { limit }),
      requireVerb(route.verb, sections),
    ] as const;
    app.on(
      route.method.toUpperCase(),
      route.path,
      ...guards,
      route.method === 'post' ? givingBack(handler) : handler,
    );
  };
  const router: ConsoleRouter = {
    get: (path, verb, handler) =>
      add({ method: 'get', path: `/organize/campaigns/:campaign${path}`, verb }, handler),
    post: (path, verb, handler, options) =>
      add({ method: 'post', path: `/organize/campaigns/:campaign${path}`, verb }, handler, options?.limit),
  };
  for (const { section } of sections) section.routes?.(router);
  const outside = (method: 'GET' | 'POST', path: string, handler: ConsoleHandler, limit?: number) => {
    const guards = [consolePage, requireSession(sections, { limit })] as const;
    app.on(method, `/organize${path}`, ...guards, method === 'POST' ? givingBack(handler) : handler);
  };
  for (const { section } of sections) {
    section.outside?.({
      get: (path, handler) => outside('GET', path, handler),
      post: (path, handler, options) => outside('POST', path, handler, options?.limit),
    });
  }
  return routes;
}
