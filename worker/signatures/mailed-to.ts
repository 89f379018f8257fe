import type { ActionContext } from '../actions/context.ts';
import { pathOf } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { base64url, fromBase64url } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { hour } from '../platform/time/clock.ts';
import { connectionOf } from './guard.ts';

/**
 * Where a form leads that was stored. A browser that pressed its button is told the address there; whoever sends a form
 * by other means gets the plain page.
 */
export async function checkEmailPath(
  c: PageContext,
  { action }: ActionContext,
  { email, isPressed, isAgain }: { email: string; isPressed: boolean; isAgain?: boolean },
): Promise<string> {
  const { deps, now } = c.var;
  const query = new URLSearchParams(isAgain ? { again: 'sent' } : {});
  if (isPressed) {
    query.set('to', await sealMailedTo(deps.keyring, email, { action, connection: connectionOf(c), now }));
  }
  const path = `${pathOf(action)}/check-your-email`;
  return withLanguage(c, query.size > 0 ? `${path}?${query}` : path);
}

/** Whose form it was: the address is told to nobody who opens the page from another connection. */
type Whose = { action: ActionContext['action']; connection: string | null; now: Date };

const keptFor = hour;

/**
 * The entered address for the page after the form, as a value for that page's own address. It is sealed, so neither a
 * history nor a log holds it, and it says the same whether or not the address has signed.
 */
async function sealMailedTo(keyring: Keyring, email: string, whose: Whose): Promise<string> {
  const until = whose.now.getTime() + keptFor;
  return base64url(await keyring.seal(sealContext(whose), { email, until }));
}

/** Null for everybody else, later, and for anything that is not ours. */
export async function openMailedTo(keyring: Keyring, sealed: string, whose: Whose): Promise<string | null> {
  const bytes = sealed.length <= 800 ? fromBase64url(sealed) : null;
  if (!bytes?.length) return null;
  try {
    const held = await keyring.open<{ email: string; until: number }>(sealContext(whose), bytes);
    return whose.now.getTime() < held.until ? held.email : null;
  } catch {
    return null;
  }
}

function sealContext({ action, connection }: Whose): string {
  return `mailed to ${action.id} ${connection ?? ''}`;
}
