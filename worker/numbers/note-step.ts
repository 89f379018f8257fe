import type { Context } from 'hono';
import type { ActionContext } from '../actions/context.ts';
import { gatherCounts } from '../platform/commit/gather-counts.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { weekIn } from '../platform/time/clock.ts';
import { addSteps, type StepCount } from './store.ts';

const count = gatherCounts<Omit<StepCount, 'n'>>({
  slower: 3,
  most: 500,
  whenLost: 'steps-lost',
  save: addSteps,
});

/** Counts a step of a form after the answer, with nothing of the person in it. */
export function noteStep(
  c: Context<AppEnv>,
  { action, city }: Pick<ActionContext, 'action' | 'city'>,
  step: string,
): void {
  const { deps, now, switches } = c.var;
  if (switches.has('read-only')) return;
  const what = { actionId: action.id, week: weekIn(city.timeZone, now), step };
  count(deps, { what, now }, (work) => c.executionCtx.waitUntil(work));
}
