import type { Context } from 'hono';
import { countView } from '../coalition/count-view.ts';
import { direct, other, sourceOf } from '../coalition/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { ActionContext } from './context.ts';

/** Counts an opening of a page with a `?source=` that the campaign knows. */
export function countOpening(c: Context<AppEnv>, { action, sources }: ActionContext): void {
  const source = sourceOf(c.req.query('source'), sources);
  if (source === direct || source === other) return;
  if (c.req.method !== 'GET' || c.var.switches.has('read-only')) return;
  const view = { actionId: action.id, source, now: c.var.now };
  countView(c.var.deps, view, (work) => c.executionCtx.waitUntil(work));
}
