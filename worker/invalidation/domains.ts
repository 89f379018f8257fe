import type { Keyring } from '../platform/crypto/keyring.ts';
import { knownDomains } from '../signatures/known-domains.ts';
import { openTyped } from './begin.ts';
import type { Typed } from './condition-rules.ts';
import type { Invalidation } from './store.ts';

/** What was typed, with the name of the domain where it was chosen by its code and is a well-known one. */
export async function nameTyped(keyring: Keyring, one: Invalidation): Promise<Typed> {
  const typed = await openTyped(keyring, one);
  const code = one.conditions.domain;
  if (code === undefined || typed.domain !== undefined) return typed;
  const name = (await knownDomains(keyring, one.actionId, typed)).get(code);
  return name === undefined ? typed : { ...typed, domain: name };
}
