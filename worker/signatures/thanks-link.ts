import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { hour } from '../platform/time/clock.ts';

/** People share the page's address; after this time it is the page that everybody gets. */
const thanksFor = 2 * hour;

/**
 * Where a confirmation leads to. Of a kind that goes on with what its people sent, the address holds a token for
 * nothing but that: it opens neither a name nor the supporter's page.
 */
export async function thanksPath(
  deps: Deps,
  { kind, context, id }: { kind: ActionKindDefinition; context: ActionContext; id: string },
  now: Date,
): Promise<string> {
  const path = `${pathOf(context.action)}/thank-you`;
  if (!(await kind.goesOnWithTheirs?.(deps, context, now))) return path;
  const until = now.getTime() + thanksFor;
  return `${path}/${await deps.keyring.token('thanks', `${id}.${until.toString(36)}`)}`;
}

/** The id of the signature that is thanked for; null where the token is none or too old. */
export async function readThanksToken(keyring: Keyring, token: string, now: Date): Promise<string | null> {
  const [id = '', until = ''] = (await keyring.readToken('thanks', token))?.split('.') ?? [];
  return id !== '' && now.getTime() < Number.parseInt(until, 36) ? id : null;
}
