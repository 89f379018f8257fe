import { hour, minute, second } from '../platform/time/clock.ts';

/** The events that a partner's webhooks can get (Standard Webhooks). */
export const webhookEvents = ['signature.confirmed', 'threshold.reached'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
/** A delivery has one of these events, or is a test. */
export type DeliveredEvent = WebhookEvent | 'webhook.test';

/** The wait after each failed attempt, in milliseconds: the schedule of Standard Webhooks. */
const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
/** Longer than the sum of the waits. After it, even an untried delivery is given up. */
export const givenUpAfter = 96 * hour;

/** Adds up to a tenth by the delivery's id, so that retries do not come all at once. Null after the last. */
export function waitAfter(attempts: number, id: string): number | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  const spread = [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1000, 7);
  return Math.round(wait * (1 + spread / 10_000));
}

/** How long a webhook is paused after failed rounds in a row, in milliseconds; at most half an hour. */
export function restAfter(failures: number): number {
  return waits[Math.min(failures, 3) - 1] ?? 0;
}

/** The answer; `status` is null if there was none. */
export type WebhookAnswer = { status: number | null; text: string };
export type Outcome = 'delivered' | 'again' | 'gone';

/** Redirects are not followed, so that nothing is sent to an address that was not checked. */
export function outcomeOf({ status }: WebhookAnswer): Outcome {
  if (status === 410) return 'gone';
  return status !== null && status >= 200 && status < 300 ? 'delivered' : 'again';
}

/**
 * The address as it is kept, or null where deliveries may not go there: https, by a name that the whole internet knows,
 * and without a password in it. `local` also allows this machine.
 */
export function webhookUrl(typed: string, { local }: { local: boolean }): string | null {
  const url = URL.parse(typed);
  if (!url || typed.length > 500 || url.username + url.password !== '') return null;
  if (local && isOnThisMachine(url.hostname) && /^https?:$/.test(url.protocol)) return url.href;
  return url.protocol === 'https:' && isPublicName(url.hostname) ? url.href : null;
}

/** Allowed in `local`, so that a partner's program can be tried beside the site. */
export function isOnThisMachine(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);
}

const privateZones =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|workgroup|svc|cluster|consul|docker|test|invalid|onion|arpa)\.?$/;

/** The URL parser normalizes IP addresses in any notation, so a last label with letters means a name. */
function isPublicName(host: string): boolean {
  return /\.[a-z][a-z0-9-]*[a-z0-9]\.?$/.test(host) && !privateZones.test(host);
}
