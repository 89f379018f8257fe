import type { Hono } from 'hono';
import type { AppEnv } from '../platform/http/app-env.ts';
import { eventApiRoutes } from './api-routes.ts';
import { calendarRoutes, ownCalendarRoutes } from './calendar-routes.ts';
import { changeSignUpRoutes } from './change-routes.tsx';
import { conditionRoutes } from './conditions/routes.tsx';
import { speakRoutes } from './hearing/routes.tsx';
import { programRoutes } from './programme/routes.tsx';
import { hoursRoutes } from './volunteer/hours-routes.tsx';

/** What few requests need. */
export function lateRoutes(app: Hono<AppEnv>): void {
  app.route('/', changeSignUpRoutes());
  app.route('/', conditionRoutes());
  app.route('/', hoursRoutes());
  app.route('/', eventApiRoutes());
  app.route('/', calendarRoutes());
  app.route('/', ownCalendarRoutes());
  app.route('/', programRoutes());
  app.route('/', speakRoutes());
}
