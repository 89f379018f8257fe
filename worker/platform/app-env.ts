import type { Context } from 'hono';
import type { Env } from '../env.ts';
import type { Deps } from './deps.ts';
import type { Switches } from './switches.ts';

export type Language = 'en' | 'es';

/** What Hono's context carries. `now` and `switches` are read once a request. */
export type AppEnv = {
  Bindings: Env;
  Variables: { deps: Deps; now: Date; language: Language; switches: Switches };
};

/** What pages read of a request, whatever else its routes have put into the context. */
export type PageContext = Pick<Context<AppEnv>, 'var' | 'req' | 'html' | 'body' | 'header'>;
