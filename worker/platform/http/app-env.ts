import type { Context } from 'hono';
import type { Language } from '../../../web/language.ts';
import type { Frame } from '../../../web/shell.ts';
import type { Deps } from '../deps.ts';
import type { Env } from '../settings.ts';
import type { Switches } from '../switches.ts';

/** Who may show a page in a frame: anyone, or a list of sites in the syntax of a content security policy. */
export type FramedBy = 'anyone' | string[];

/** A content security policy: the allowed sources of each directive. */
export type Policy = Record<
  | 'default-src'
  | 'script-src'
  | 'style-src'
  | 'img-src'
  | 'connect-src'
  | 'frame-src'
  | 'form-action'
  | 'base-uri'
  | 'frame-ancestors',
  string[]
>;

/** The variables of Hono's context. `now` and `switches` are read once a request. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    deps: Deps;
    /** The whole application over other dependencies, such as a database that shows more. */
    appOver: (deps: Deps) => { fetch: (request: Request, env: Env) => Response | Promise<Response> };
    now: Date;
    language: Language;
    switches: Switches;
    /** Set for pages that other sites may frame. */
    frame?: Frame;
    framedBy?: FramedBy;
    /** What a page allows beyond the content security policy of all pages. */
    policyChanges?: Partial<Policy>;
  };
};

/** The parts of Hono's context that pages need, whatever else their routes have added. */
export type PageContext = Pick<Context<AppEnv>, 'var' | 'req' | 'html' | 'body' | 'header'> & PolicyContext;

/** The part of the context that is needed to choose a language in which the requested thing exists. */
export type RequestContext = { var: Pick<AppEnv['Variables'], 'deps' | 'now'> };

export type SpeakingContext = {
  var: Pick<AppEnv['Variables'], 'language'>;
  set(key: 'language', language: Language): void;
};

export type PolicyContext = { set(key: 'policyChanges', changes: Partial<Policy>): void };
