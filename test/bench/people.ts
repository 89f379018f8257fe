import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import { createKeyring, type Keyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { makeInboxKey, makeSignatureId } from '../../worker/signatures/keys.ts';
import { linkToken } from '../../worker/signatures/links.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';

/** The form fields of one person who signs. */
export type Person = Record<string, string> & { email: string };

export const campaign = 'arrest-the-trafficker';
export const petition = 'arrest-traffickers';

const givenNames = ['Ana', 'José', 'Mary', 'Thi', 'DeShawn', 'Olga', 'Priya', 'Wei', 'Fatima', 'Liam'];
const familyNames = ['García', 'Smith', 'Nguyễn', 'Washington', "O'Brien", 'Kowalski', 'Patel', 'Chen'];
const zips = ['28202', '28203', '28204', '28205', '28206', '28207', '28208', '28209', '28210', '28211'];
const comment = 'I live on this street. We have reported the same house for two years, and nobody has come.';

/** All people of a run are different. A third show their name, and a fifth write a comment. */
export function personNumber(run: string, n: number): Person {
  return {
    given_name: givenNames[n % givenNames.length]!,
    family_name: `${familyNames[n % familyNames.length]} ${n}`,
    email: `bench.${run}.${n}@example.com`,
    zip: zips[n % zips.length]!,
    district: String((n % 7) + 1),
    comment: n % 5 === 0 ? comment : '',
    ...(n % 3 === 0 ? { show_name: 'yes' } : {}),
    source: 'direct',
  };
}

export function keyringOf(setting: string): Keyring {
  return createKeyring(parseKeyring(setting)!);
}

export function formTokenOf(keyring: Keyring): Promise<string> {
  return makeFormToken(keyring, petition, new Date());
}

/** The token of the mailed link that confirms this signature. */
export async function confirmTokenOf(keyring: Keyring, actionId: number, person: Person, id: string) {
  const inboxKey = await makeInboxKey(keyring, actionId, person.email);
  return linkToken(keyring, 'confirm', { id, actionId, inboxKey, linkGeneration: 1 });
}

/** The id that this signature will get. */
export async function signatureIdOf(keyring: Keyring, actionId: number, person: Person, formToken: string) {
  const submission = parseSubmission(person);
  if (!submission.ok) throw new Error(JSON.stringify(submission.error));
  return makeSignatureId(keyring, actionId, formToken, submission.value);
}
