import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { refuse } from './refuse.tsx';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Turns every write away while the switch is on, whatever route it is for. `givesBack`: the paths that refuse by
 * themselves, with the form and what was typed into it.
 */
export function readOnlyGuard({ givesBack }: { givesBack: readonly RegExp[] }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const isWrite = !reads.has(c.req.method);
    if (isWrite && c.var.switches.has('read-only') && !givesBack.some((path) => path.test(c.req.path))) {
      return refuse(c, 'read-only');
    }
    await next();
  };
}
