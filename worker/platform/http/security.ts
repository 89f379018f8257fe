import type { Context, MiddlewareHandler } from 'hono';
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

/** If Turnstile is on, its origin is the only foreign one. */
const policyWithTurnstile: Policy = {
  ...ownPolicy,
  'script-src': [...self, turnstileOrigin],
  'frame-src': [turnstileOrigin],
};

/**
 * Strict headers for every page. Headers that a page has set itself are kept. Other answers get only the headers that
 * matter for them, because copying all of them took a fifteenth of the time of signing.
 */
export function securityHeaders(options: { turnstile: boolean; https: boolean }): MiddlewareHandler<AppEnv> {
  const policy: Policy = options.turnstile ? policyWithTurnstile : ownPolicy;
  const ofMostPages = written(policy);
  const ofPages = pageHeaders(options.https, 'DENY');
  const ofFrames = pageHeaders(options.https, false);
  const ofIsolatedFrames = pageHeaders(options.https, false, { isolated: true });
  const ofAll: MiddlewareHandler<AppEnv> = secureHeaders({
    ...everywhere(options.https),
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: false,
  });
  const headersOf = ({ framedBy, frame }: PageVariables) => {
    if (!framedBy) return ofPages;
    return options.turnstile && frame?.isIsolated === false ? ofFrames : ofIsolatedFrames;
  };
  const policyOf = ({ frame, policyChanges }: PageVariables): Policy => {
    // A page that changes its policy has no form with Turnstile.
    if (policyChanges) return { ...ownPolicy, ...policyChanges };
    return frame?.isIsolated ? ownPolicy : policy;
  };
  return async (c, next) => {
    await next();
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') || leadsReader(c);
    await (isPage ? headersOf(c.var) : ofAll)(c, nothing);
    if (answersForm(c)) c.res.headers.delete('referrer-policy');
    if (!isPage) return;
    const { framedBy } = c.var;
    const usual = policyOf(c.var);
    const framed = framedBy ? openTo(framedBy, usual) : usual;
    c.res.headers.set('content-security-policy', framed === policy ? ofMostPages : written(framed));
  };
}

type PageVariables = Pick<AppEnv['Variables'], 'framedBy' | 'frame' | 'policyChanges'>;

const nothing = async () => {};

const reads = new Set(['GET', 'HEAD']);

type Answered = Pick<Context<AppEnv>, 'req' | 'res'>;

/** A redirect where a page was asked for, such as from the address of a form to the page that has it. */
function leadsReader({ req, res }: Answered): boolean {
  return reads.has(req.method) && res.status >= 300 && res.status < 400 && res.headers.has('location');
}

/**
 * With `Referrer-Policy` on the redirect that answers a form, Firefox forgets that a page of ours led there
 * (`Sec-Fetch-Site: none`).
 */
function answersForm({ req, res: { status, headers } }: Answered): boolean {
  return !reads.has(req.method) && status === 303 && headers.get('location')?.startsWith('/') === true;
}

/**
 * For anyone, the directive is left out. `*` would still exclude pages without an origin, in which website builders
 * show pasted code.
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

/** Without headers that only old browsers read. */
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

/**
 * `isolated` pages may also be shown in a page that is cross-origin isolated. A page with Turnstile is not, because
 * nothing says that Turnstile's own frame agrees to be shown in such a page.
 */
function pageHeaders(
  https: boolean,
  xFrameOptions: 'DENY' | false,
  { isolated }: { isolated: boolean } = { isolated: false },
): MiddlewareHandler<AppEnv> {
  return secureHeaders({
    ...everywhere(https),
    ...(isolated && { crossOriginEmbedderPolicy: 'require-corp', crossOriginResourcePolicy: 'cross-origin' }),
    xFrameOptions,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}

/** For the local mailbox, because mails contain their styles. */
export const styledByMails: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('policyChanges', { 'style-src': [...self, "'unsafe-inline'"] });
  await next();
};

/** For a page with forms that lead to other sites. */
export function formsMayLeadTo(c: PolicyContext, origins: string[]): void {
  c.set('policyChanges', { 'form-action': [...self, ...new Set(origins)] });
}

/** For a page that shows pages of our own in a frame. */
export function framesOwnPages(c: PolicyContext): void {
  c.set('policyChanges', { 'frame-src': self });
}

/**
 * For the answer to a form that was sent: only the browser keeps it, and shows it again on "Back" instead of asking
 * whether to send the form once more.
 */
export const browsersOwn = 'private, no-cache';

/** For pages behind a mailed token: no cache may store them, and no other site may learn the token in their address. */
export const privatePage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const isFormBack = c.req.method === 'POST' && c.res.headers.get('content-type')?.startsWith('text/html');
  c.header('cache-control', isFormBack ? browsersOwn : 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
};

/** For a page whose scripts may ask nobody anything. */
export function connectsNowhere(c: PolicyContext): void {
  c.set('policyChanges', { 'connect-src': none });
}
