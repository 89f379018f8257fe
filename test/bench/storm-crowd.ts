import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Promised } from './audit.ts';
import { joinRequests, type Requests } from './load.ts';
import { confirmTokenOf, formTokenOf, personNumber, signatureIdOf } from './people.ts';
import { confirmRequest, formRequest } from './requests.ts';
import type { StormOutcome } from './storm-load.ts';
import { createProgress, thousands } from './words.ts';

/** All people with their form and, for every second person, the link in their mail. */
export type StormCrowd = { ids: string[]; forms: Requests; buttons: Requests };

const actionId = 1;
const atOnce = 500;

/** Prepared before the storm, because making forms costs CPU time that the server needs. */
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

/** What people were told. The audit compares the database with it. */
export function promisesOf({ ids }: StormCrowd, { signed, confirmed }: StormOutcome): Promised {
  return {
    asked: new Set(ids),
    signed: new Set(ids.filter((_, person) => signed[person] === 1)),
    confirmed: new Set(ids.filter((_, person) => confirmed[person] === 1)),
  };
}
