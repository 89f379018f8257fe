import type {
  AuthenticationJSON,
  NamedAlgo,
  RegistrationJSON,
} from '@passwordless-id/webauthn/dist/esm/types.js';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { minute } from '../platform/time/clock.ts';
import { findPasskey, notePasskeyUse, type Passkey } from './passkey-store.ts';
import { secretHash } from './session-store.ts';

const challengeLasts = 10 * minute;

/** Loaded with the first passkey, because residents' requests never need it. */
const library = () => import('@passwordless-id/webauthn');

/** A challenge is for one session or one browser, and at most ten minutes old. */
type Challenged = { holder: string; now: Date };

export function makeChallenge(keyring: Keyring, { holder, now }: Challenged): Promise<string> {
  return keyring.token('passkey challenge', `${now.getTime().toString(36)}.${holder}`);
}

async function isOurChallenge(
  keyring: Keyring,
  challenge: string,
  { holder, now }: Challenged,
): Promise<boolean> {
  const subject = (await keyring.readToken('passkey challenge', challenge)) ?? '';
  const [at = '', whose] = subject.split('.');
  const age = now.getTime() - Number.parseInt(at, 36);
  return whose === holder && age >= 0 && age < challengeLasts;
}

export function signInChallenge(
  keyring: Keyring,
  { browser, now }: { browser: string; now: Date },
): Promise<string> {
  return makeChallenge(keyring, { holder: secretHash(browser), now });
}

type Shown = Challenged & { origins: string[] };

function expected({ keyring }: Pick<Deps, 'keyring'>, { origins, ...challenged }: Shown) {
  return {
    origin: (origin: string) => origins.includes(origin),
    challenge: (challenge: string) => isOurChallenge(keyring, challenge, challenged),
    userVerified: true,
  };
}

/** The key that was registered; null if the answer is not valid. */
export async function readRegistration(
  deps: Deps,
  credential: string,
  shown: Shown,
): Promise<Omit<Passkey, 'organizerId' | 'label' | 'createdAt' | 'lastUsedAt'> | null> {
  try {
    const json: RegistrationJSON = JSON.parse(credential);
    const { verifyRegistration } = (await library()).server;
    const { credential: key, authenticator } = await verifyRegistration(json, expected(deps, shown));
    if (key.algorithm !== 'ES256' && key.algorithm !== 'RS256') return null;
    return {
      id: key.id,
      publicKey: key.publicKey,
      algorithm: key.algorithm,
      counter: authenticator.counter,
    };
  } catch {
    return null;
  }
}

/** The owner of the key that signed the challenge. If the key counts its uses, each signature is taken once. */
export async function readPasskey(deps: Deps, credential: string, shown: Shown): Promise<Passkey | null> {
  try {
    const json: AuthenticationJSON = JSON.parse(credential);
    const key = await findPasskey(deps.db, String(json.id));
    if (!key) return null;
    const { verifyAuthentication } = (await library()).server;
    const { counter } = await verifyAuthentication(
      json,
      { id: key.id, publicKey: key.publicKey, algorithm: key.algorithm as NamedAlgo, transports: [] },
      expected(deps, shown),
    );
    return (await notePasskeyUse(deps.db, { id: key.id, counter, now: shown.now })) ? key : null;
  } catch {
    return null;
  }
}
