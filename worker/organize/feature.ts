import type { Hono } from 'hono';
import type { Feature } from '../main/feature.ts';
import type { ConsoleEnv } from './console-section.ts';
import { ownSection } from './own-section.ts';
import { registerConsole } from './routes.tsx';

export const organize: Feature = {
  name: 'organize',
  tables: [
    'organizers',
    'organizer_roles',
    'organizer_sessions',
    'organizer_links',
    'organizer_passkeys',
    'organizer_claims',
    'acts',
    'act_checks',
  ],
  console: ownSection,
  routes: (app, house) => registerConsole(app as unknown as Hono<ConsoleEnv>, house.consoleSections()),
};
