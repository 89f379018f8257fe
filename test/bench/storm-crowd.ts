import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Promised } from './audit.ts';
import { joinRequests, type Requests } from './load.ts';
import { confirmTokenOf, formTokenOf, personNumber, signatureIdOf } from './people.ts';
import { confirmRequest, formRequest } from './requests.ts';
import type { StormOutcome } from './storm-load.ts';
import { createProgress, thousands } from './words.ts';

/** Everybody who will come, with their form and, for every second one, the link of their mail. */
export type StormCrowd = { ids: string[]; forms: Requests; buttons: Requests };

const actionId = 1;
const atOnce = 500;

/** Made before the storm: what the load's side costs must not slow the server's. */
export async function prepareCrowd(keyring: Keyring, people: number): Promise<StormCrowd> {
  const progress = createProgress();
  const made: { id: string; form: Buffer; button: Buffer | null }[] = [];
  while (made.length < people) {
    const numbers = Array.from({ length: Math.min(atOnce, people - made.length) }, (_, n) => made.length + n);
    made.push(...(await Promise.all(numbers.map((n) => prepare(keyring, n)))));
    progress.say(`${thousands(made.length)} of ${thousands(people)} people are ready`);
  }
  progress.end();
  return {
    ids: made.map(({ id }) => id),
    forms: joinRequests(made.map(({ form }) => form)),
    buttons: joinRequests(made.flatMap(({ button }) => button ?? [])),
  };
}

async function prepare(keyring: Keyring, n: number) {
  const person = personNumber('storm', n);
  const formToken = await formTokenOf(keyring);
  const id = await signatureIdOf(keyring, actionId, person, formToken);
  const button = n % 2 === 0 ? confirmRequest(await confirmTokenOf(keyring, actionId, person, id)) : null;
  return { id, form: formRequest(person, formToken), button };
}

/** What people were told, for the audit to hold the database to. */
export function promisesOf({ ids }: StormCrowd, { signed, confirmed }: StormOutcome): Promised {
  return {
    asked: new Set(ids),
    signed: new Set(ids.filter((_, person) => signed[person] === 1)),
    confirmed: new Set(ids.filter((_, person) => confirmed[person] === 1)),
  };
}
