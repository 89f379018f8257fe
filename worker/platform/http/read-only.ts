import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { refuse } from './refuse.tsx';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every write while the switch is on. `handlesReadOnly` lists paths whose routes see to it by themselves: they
 * show the form again with what was typed, or take what cannot wait.
 */
export function readOnlyGuard({
  handlesReadOnly,
}: {
  handlesReadOnly: readonly RegExp[];
}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const isWrite = !reads.has(c.req.method);
    if (
      isWrite &&
      c.var.switches.has('read-only') &&
      !handlesReadOnly.some((path) => path.test(c.req.path))
    ) {
      return refuse(c, 'read-only');
    }
    await next();
  };
}
