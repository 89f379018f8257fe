import type { Keyring } from '../platform/crypto/keyring.ts';
import { makeDomainKey } from './keys.ts';

/** Domains that anybody may have, and some whose addresses last ten minutes. Their names tell nothing of a person. */
const wellKnown =
  `gmail.com yahoo.com outlook.com hotmail.com live.com msn.com icloud.com aol.com proton.me comcast.net
  att.net bellsouth.net verizon.net charter.net mail.com gmx.com yandex.com fastmail.com mailinator.com guerrillamail.com
  sharklasers.com yopmail.com 10minutemail.com temp-mail.org tempmail.com trashmail.com throwawaymail.com maildrop.cc
  dispostable.com getnada.com mintemail.com moakt.com example.com example.org`.split(/\s+/);

/** The names of well-known domains, and of one that was typed, by their code on an action. */
export async function knownDomains(
  keyring: Keyring,
  actionId: number,
  { domain }: { domain?: string } = {},
): Promise<Map<string, string>> {
  const names = domain === undefined ? wellKnown : [...wellKnown, domain];
  const codes = await Promise.all(names.map((name) => makeDomainKey(keyring, actionId, name)));
  return new Map(codes.map((code, index) => [code, names[index] ?? '']));
}
