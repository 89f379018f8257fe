import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv, FramedBy, Policy, PolicyContext } from './app-env.ts';

const self = ["'self'"];
const none = ["'none'"];
const turnstileOrigin = 'https://challenges.cloudflare.com';

const ownPolicy: Policy = {
  'default-src': none,
  'script-src': self,
  'style-src': self,
  'img-src': self,
  'connect-src': self,
  'frame-src': none,
  'form-action': self,
  'frame-ancestors': none,
  'base-uri': none,
};

/** Where Turnstile is on, its origin is the only other one that is let in. */
const policyWithTurnstile: Policy = {
  ...ownPolicy,
  'script-src': [...self, turnstileOrigin],
  'frame-src': [turnstileOrigin],
};

/**
 * Strict for every page, unless a page has set a header of its own. What is no page carries only what means something
 * without one: every header is copied several times on its way out, which made a fifteenth of what signing costs.
 */
export function securityHeaders(options: { turnstile: boolean; https: boolean }): MiddlewareHandler<AppEnv> {
  const policy: Policy = options.turnstile ? policyWithTurnstile : ownPolicy;
  const ofMostPages = written(policy);
  const ofPages = pageHeaders(options.https, 'DENY');
  const ofFrames = pageHeaders(options.https, false);
  const ofAll: MiddlewareHandler<AppEnv> = secureHeaders({
    ...everywhere(options.https),
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: false,
  });
  return async (c, next) => {
    await next();
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    const { framedBy, policyChanges } = c.var;
    await (isPage ? (framedBy ? ofFrames : ofPages) : ofAll)(c, nothing);
    if (!isPage) return;
    // Turnstile guards no form of a page that changes its policy.
    const changed = policyChanges ? { ...ownPolicy, ...policyChanges } : policy;
    const framed = framedBy ? openTo(framedBy, changed) : changed;
    c.res.headers.set('content-security-policy', framed === policy ? ofMostPages : written(framed));
  };
}

const nothing = async () => {};

/**
 * Anyone is no directive at all: `*` would still shut out pages without an origin of their own, in which website
 * builders show what their customers paste.
 */
function openTo(framedBy: FramedBy, policy: Policy): Policy {
  return { ...policy, 'frame-ancestors': framedBy === 'anyone' ? [] : [...self, ...framedBy] };
}

function written(policy: Policy): string {
  return Object.entries(policy)
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
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

function pageHeaders(https: boolean, xFrameOptions: 'DENY' | false): MiddlewareHandler<AppEnv> {
  return secureHeaders({
    ...everywhere(https),
    xFrameOptions,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}

/** The local mailbox shows mails as they are, with the styles that mails must carry in their text. */
export const styledByMails: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('policyChanges', { 'style-src': [...self, "'unsafe-inline'"] });
  await next();
};

/** For a page whose forms lead on to other sites. */
export function formsMayLeadTo(c: PolicyContext, origins: string[]): void {
  c.set('policyChanges', { 'form-action': [...self, ...new Set(origins)] });
}

/** For a page that shows pages of our own in a frame. */
export function framesOwnPages(c: PolicyContext): void {
  c.set('policyChanges', { 'frame-src': self });
}

/** Pages behind a mailed token: kept by nobody, and the token in their address told to nobody. */
export const privatePage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
};
