import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { speak } from '../campaigns/shell.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { RequestContext, SpeakingContext } from '../platform/http/app-env.ts';
import type { Event, Seats } from './rules.ts';
import { findEvent, readSeats } from './store.ts';

/** An action's context and its event. */
export type EventContext = ActionContext & { event: Event };

const events = createShortCache<Event>({ most: 200 });
const seats = createShortCache<Seats>({ most: 200 });

/** The event that a request names, which is answered in a language of its campaign. */
export async function eventFor(
  c: RequestContext & SpeakingContext,
  slug: string,
): Promise<EventContext | null> {
  const { deps, now } = c.var;
  const found = await cachedContext(deps, { kind: 'event', slug }, now);
  const context = found && (await withEvent(deps, found, now));
  if (context) speak(c, context.campaign);
  return context;
}

/** Null for an action of another kind. */
export async function withEvent(deps: Deps, context: ActionContext, now: Date): Promise<EventContext | null> {
  const { id, kind } = context.action;
  if (kind !== 'event') return null;
  const event = await events.get(deps, String(id), now, () => findEvent(deps.db, id));
  return event && { ...context, event };
}

export function cachedSeats(deps: Deps, actionId: number, now: Date): Promise<Seats> {
  return seats.get(deps, String(actionId), now, () => readSeats(deps.db, actionId));
}
