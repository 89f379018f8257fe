import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv, FramedBy } from './app-env.ts';

const self = ["'self'"];
const none = ["'none'"];
const turnstileOrigin = 'https://challenges.cloudflare.com';

/**
 * Strict for every page, unless a page has set a header of its own. What is no page carries only what means something
 * without one: every header is copied several times on its way out, which made a fifteenth of what signing costs.
 */
export function securityHeaders(options: { turnstile: boolean; https: boolean }): MiddlewareHandler<AppEnv> {
  const ofPages = pageHeaders(options, 'DENY');
  const ofFrames = pageHeaders(options, false);
  const ofAll: MiddlewareHandler<AppEnv> = secureHeaders({
    ...everywhere(options.https),
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: false,
  });
  return async (c, next) => {
    await next();
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    const { framedBy } = c.var;
    await (isPage ? (framedBy ? ofFrames : ofPages) : ofAll)(c, nothing);
    if (isPage && framedBy) openTo(framedBy, c.res.headers);
  };
}

const nothing = async () => {};

/**
 * Anyone is no directive at all: `*` would still shut out pages without an origin of their own, in which website
 * builders show what their customers paste.
 */
function openTo(framedBy: FramedBy, headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  const ancestors = framedBy === 'anyone' ? '' : ` frame-ancestors 'self' ${framedBy.join(' ')};`;
  headers.set('content-security-policy', policy.replace(/ ?frame-ancestors 'none';?/, ancestors));
}

/** Without the headers that only browsers of the past have read. */
function everywhere(https: boolean) {
  return {
    overwrite: false,
    removePoweredBy: false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
    crossOriginResourcePolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  } as const;
}

/** Where Turnstile is on, its origin is the one stranger that is let in. */
function pageHeaders(
  options: { turnstile: boolean; https: boolean },
  xFrameOptions: 'DENY' | false,
): MiddlewareHandler<AppEnv> {
  const guests = options.turnstile ? [turnstileOrigin] : [];
  return secureHeaders({
    ...everywhere(options.https),
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: [...self, ...guests],
      styleSrc: self,
      imgSrc: self,
      connectSrc: self,
      frameSrc: guests.length > 0 ? guests : none,
      formAction: self,
      frameAncestors: none,
      baseUri: none,
    },
    xFrameOptions,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}

/** The local mailbox shows mails as they are, with the styles that mails must carry in their text. */
export const styledByMails: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
};

/** For a page whose forms lead on to other sites: the policy of every page, with those origins for its forms. */
export function formsMayLeadTo(c: Pick<Context<AppEnv>, 'header'>, origins: string[]): void {
  const targets = ["'self'", ...new Set(origins)].join(' ');
  c.header(
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
  );
}

/** For a page that shows pages of our own in a frame. */
export function framesOwnPages(c: Pick<Context<AppEnv>, 'header'>): void {
  c.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
}

/** Pages behind a mailed token: kept by nobody, and the token in their address told to nobody. */
export const privatePage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
};
