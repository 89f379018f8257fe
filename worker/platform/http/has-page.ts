import type { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';

/** Whether a route answers GET at this path. The route may still find nothing. */
export function hasPage(app: Hono<AppEnv>, path: string): boolean {
  const [handlers] = app.router.match('GET', path);
  return handlers.some(([[, { method }]]) => method === 'GET');
}
