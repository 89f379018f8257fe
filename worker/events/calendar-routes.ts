import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { isShown } from '../actions/rules.ts';
import { spokenIn } from '../campaigns/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText } from '../platform/http/cached-page.ts';
import { sendWithEtag } from '../platform/http/etag.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { linksOf } from '../signatures/links.ts';
import { type SupporterLinkEnv, supporterLink } from '../signatures/supporter-link.tsx';
import { eventFor } from './cache.ts';
import { ownCalendar, publicCalendar } from './calendar.ts';
import { heldSignUp } from './own.ts';

/** Calendars ask again and again; five minutes is fresh enough for them. */
const caching = 'public, max-age=300, stale-while-revalidate=600, stale-if-error=86400';
const type = 'text/calendar; charset=utf-8';

/** The calendar file of an event. */
export function calendarRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/events/:event/calendar.ics', cors({ origin: '*', allowMethods: ['GET'] }), async (c) => {
    const context = await eventFor(c, c.req.param('event'));
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    const { deps } = c.var;
    const language = spokenIn(context.campaign, c.var.language);
    const key = ['event-calendar', context.action.slug, language].join(' ');
    const text = await cachedText(c.var, { key }, async () =>
      publicCalendar(context, { publicUrl: deps.settings.publicUrl, language }),
    );
    return text ? sendWithEtag(c, text, { type, caching }) : c.notFound();
  });

  return routes;
}

/** The calendar entry of one person, on the link of their own page. */
export function ownCalendarRoutes() {
  const routes = new Hono<SupporterLinkEnv>();

  routes.get('/my/:token/event.ics', privatePage, supporterLink('my'), async (c) => {
    const { deps, link } = c.var;
    const held = await heldSignUp(c, link);
    if (!held) return refuse(c, 'not-found');
    const language = spokenIn(held.context.campaign, c.var.language);
    const { supporterUrl } = await linksOf(deps, link.signature, language);
    const text = await ownCalendar(deps, held, { language, supporterUrl });
    return c.body(text, 200, {
      'content-type': type,
      'content-disposition': 'attachment; filename="event.ics"',
    });
  });

  return routes;
}
