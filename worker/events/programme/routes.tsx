import { Hono } from 'hono';
import { isShown, pathOf } from '../../actions/rules.ts';
import { shellOf } from '../../campaigns/shell.ts';
import type { AppEnv } from '../../platform/http/app-env.ts';
import { refuse } from '../../platform/http/refuse.tsx';
import { browsersOwn } from '../../platform/http/security.ts';
import { eventFor } from '../cache.ts';
import { hasProgramme, publicPlace } from '../rules.ts';
import { takesSignUps } from '../takes-rules.ts';
import { formatSpan } from '../time-rules.ts';
import { ProgramPage } from './pages/program-page.tsx';
import { shownProgramme } from './shown.ts';

/** The program of an event as a page to print. */
export function programRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/events/:event/program', async (c) => {
    const context = await eventFor(c, c.req.param('event'));
    const isThere = context && isShown(context.action.state) && hasProgramme(context.event);
    if (!isThere) return refuse(c, 'not-found');
    const { action, campaign, city, event } = context;
    const { deps, language, now } = c.var;
    const { timeZone } = city;
    const { name, address } = publicPlace(event);
    c.header('cache-control', browsersOwn);
    return c.html(
      <ProgramPage
        shell={shellOf(c, campaign)}
        event={{
          title: action.title[language],
          path: pathOf(action),
          times: event.slots.map((slot) => formatSpan(slot, timeZone, language)),
          place: [name[language], address].filter(Boolean).join(', '),
        }}
        days={shownProgramme(event.sessions, { timeZone, language })}
        address={takesSignUps(context, now) ? deps.settings.publicUrl + pathOf(action) : null}
      />,
    );
  });

  return routes;
}
