import type { Context } from 'hono';
import type { Language } from '../../../web/language.ts';
import type { Frame } from '../../../web/shell.ts';
import type { Deps } from '../deps.ts';
import type { Env } from '../settings.ts';
import type { Switches } from '../switches.ts';

/** Who may show a page in a frame: anyone, or the sites of a list in the words of a content security policy. */
export type FramedBy = 'anyone' | string[];

/** A content security policy: the sources that each directive lets in. */
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

/** What Hono's context carries. `now` and `switches` are read once a request. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    deps: Deps;
    now: Date;
    language: Language;
    switches: Switches;
    /** Set for pages that other sites may frame. */
    frame?: Frame;
    framedBy?: FramedBy;
    /** What a page needs that the content security policy of all pages does not let in. */
    policyChanges?: Partial<Policy>;
  };
};

/** What pages need of a request, whatever else its routes have put into the context. */
export type PageContext = Pick<Context<AppEnv>, 'var' | 'req' | 'html' | 'body' | 'header'> & PolicyContext;

/** Where a request's language is narrowed down to one that what it asks for is there in. */
export type RequestContext = { var: Pick<AppEnv['Variables'], 'deps' | 'now'> };

export type SpeakingContext = {
  var: Pick<AppEnv['Variables'], 'language'>;
  set(key: 'language', language: Language): void;
};

export type PolicyContext = { set(key: 'policyChanges', changes: Partial<Policy>): void };
