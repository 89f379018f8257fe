import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './app-env.ts';

const self = ["'self'"];
const none = ["'none'"];
const turnstileOrigin = 'https://challenges.cloudflare.com';

/** Strict for every page, unless a page has set a header of its own; where Turnstile is on, its origin is the one stranger that is let in. */
export function securityHeaders(options: { turnstile: boolean; https: boolean }): MiddlewareHandler<AppEnv> {
  const guests = options.turnstile ? [turnstileOrigin] : [];
  return secureHeaders({
    overwrite: false,
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
    xFrameOptions: 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: options.https ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    crossOriginResourcePolicy: false,
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

/** Pages behind a mailed token: kept by nobody, and the token in their address told to nobody. */
export const privatePage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
};
