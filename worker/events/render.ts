import { cachedFigures } from '../actions/cache.ts';
import { pageRequestOf, requestWith } from '../actions/page-request.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { Deps } from '../platform/deps.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { type CachedPage, cachedPage } from '../platform/http/cached-page.ts';
import { pauseOf } from '../platform/switches.ts';
import { cachedSeats, type EventContext } from './cache.ts';
import type { EventFigures, FormState } from './view.tsx';

export async function figuresOf(deps: Deps, { action }: EventContext, now: Date): Promise<EventFigures> {
  const [figures, seats] = await Promise.all([
    cachedFigures(deps, action.id, now),
    cachedSeats(deps, action.id, now),
  ]);
  return { ...figures, seats };
}

/** The event's page with a fresh form, from the short cache. It is evaluated when it is first shown. */
export async function freshPage(c: PageContext, context: EventContext): Promise<CachedPage> {
  const { deps, now } = c.var;
  const { slug } = context.action;
  const request = pageRequestOf(c, context);
  const pause = pauseOf(c.var.switches);
  const key = ['page', slug, request.language, request.chosen, request.source, pause].join(' ');
  return cachedPage(c.var, { key, formFor: slug }, async ({ formToken, frame }) => {
    const figures = await figuresOf(deps, context, now);
    const { eventPage } = await import('./view.tsx');
    const options = { settings: deps.settings, now, form: { formToken, pause } };
    return String(eventPage(context, figures, { ...request, frame }, options));
  });
}

/** The page after a form was refused: with the form as it was sent, or the reason why there is no form. */
export async function returnedPage(
  c: PageContext,
  context: EventContext,
  after: Pick<FormState, 'returned' | 'notice'>,
): Promise<string> {
  const { deps, now } = c.var;
  const figures = await figuresOf(deps, context, now);
  const request = requestWith(c, context, after.returned?.values);
  const formToken = await makeFormToken(deps.keyring, context.action.slug, now);
  const { eventPage } = await import('./view.tsx');
  const form = { ...after, formToken, pause: pauseOf(c.var.switches) };
  return String(eventPage(context, figures, request, { settings: deps.settings, now, form }));
}
