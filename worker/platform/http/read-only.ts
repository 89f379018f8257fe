import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { refuse } from './refuse.tsx';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every write while the switch is on. `givesBack` lists paths whose routes refuse by themselves, because they
 * show the form again with what was typed.
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
