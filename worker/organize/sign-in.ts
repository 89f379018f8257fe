import { base64url } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import { second } from '../platform/time/clock.ts';
import { linkLasts } from './ask-for-link.ts';
import { listOwnCampaigns } from './campaign-store.ts';
import type { ConsoleContext } from './console-section.ts';
import { giveSecret, readSecret, sessionSeconds } from './guard.ts';
import { endSession, insertSessionStatement, notePasskeyStatement, secretHash } from './session-store.ts';
import { ownPath, readWayBack } from './way-back-rules.ts';

export function newSecret(): string {
  return base64url(randomBytes(32));
}

/** The id of this browser while it signs in: the one in its cookie if it is well formed, or else a new one. */
export function browserOf(c: ConsoleContext): string {
  const known = readSecret(c, 'asked');
  const browser = known && /^[\w-]{43}$/.test(known) ? known : newSecret();
  giveSecret(c, 'asked', { secret: browser, seconds: linkLasts / second });
  return browser;
}

/** Starts a session under a fresh id, whatever cookie the browser sent, so that nobody can fix another's session id. */
export async function beginSession(
  c: ConsoleContext,
  organizerId: string,
  { withPasskey }: { withPasskey: boolean },
): Promise<void> {
  const { deps, now } = c.var;
  const before = readSecret(c, 'organizer');
  const secret = newSecret();
  await deps.db.batch([
    insertSessionStatement(deps.db, { secret, organizerId, now }),
    ...(withPasskey ? [notePasskeyStatement(deps.db, secretHash(secret), now)] : []),
  ]);
  if (before) await endSession(deps.db, secretHash(before));
  giveSecret(c, 'organizer', { secret, seconds: sessionSeconds });
  giveSecret(c, 'asked', { secret: '', seconds: 0 });
}

/** Remembers the page that was asked for until its reader has signed in. */
export function keepWayBack(c: ConsoleContext): void {
  const to = readWayBack(c.req.query());
  if (to) giveSecret(c, 'to', { secret: to, seconds: linkLasts / second });
}

const first = '/organize';

/** The remembered page, once. Or else the page of the organizer's only campaign, or of all of them. */
export async function takeWayBack(c: ConsoleContext, organizerId: string): Promise<string> {
  const to = ownPath(readSecret(c, 'to'));
  if (to) giveSecret(c, 'to', { secret: '', seconds: 0 });
  if (to !== null && to !== first) return to;
  const [only, ...more] = await listOwnCampaigns(c.var.deps.db, organizerId);
  return only && more.length === 0 ? `${first}/campaigns/${only.slug}` : first;
}
