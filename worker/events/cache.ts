import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { speak } from '../campaigns/shell.ts';
import type { Norms } from '../coalition/norms-rules.ts';
import { normsQuery } from '../coalition/norms-store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { RequestContext, SpeakingContext } from '../platform/http/app-env.ts';
import { knownValue, runQuery } from '../platform/query.ts';
import type { Event, Seats } from './rules.ts';
import { findEvent, readSeats } from './store.ts';

type FoundEvent = {
  event: Event;
  /** Those that stand, for an event that asks for agreement to them. */
  norms: Norms | null;
};

/** An action's context and its event. */
export type EventContext = ActionContext & FoundEvent;

const events = createShortCache<FoundEvent>({ most: 200 });
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
  const found = await events.get(deps, String(id), now, () => findWithNorms(deps, context));
  return found && { ...context, ...found };
}

async function findWithNorms({ db }: Deps, { action, campaign }: ActionContext): Promise<FoundEvent | null> {
  const event = await findEvent(db, action.id);
  const asksNorms = event?.roles.some((role) => role.asksNorms);
  return (
    event && { event, norms: asksNorms ? await runQuery(db, normsQuery(db, knownValue(campaign.id))) : null }
  );
}

export function cachedSeats(deps: Deps, actionId: number, now: Date): Promise<Seats> {
  return seats.get(deps, String(actionId), now, () => readSeats(deps.db, actionId));
}
