import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { hour } from '../platform/time/clock.ts';

/** People share the address of this page. After this time it shows the same to everybody. */
const thanksFor = 2 * hour;

/**
 * The page that a confirmation leads to. If the kind of action continues with what the person sent, the address
 * contains a token that is good only for that: it opens neither a name nor the supporter's page.
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

/** The id of the signature; null if the token is wrong or too old. */
export async function readThanksToken(keyring: Keyring, token: string, now: Date): Promise<string | null> {
  const [id = '', until = ''] = (await keyring.readToken('thanks', token))?.split('.') ?? [];
  return id !== '' && now.getTime() < Number.parseInt(until, 36) ? id : null;
}
