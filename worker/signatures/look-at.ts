import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import type { Look } from './look-rules.ts';
import { decideLook, listLooks, listLooksByVersion, listWaitingLooks, type ToLookAt } from './look-store.ts';
import { openPerson } from './sealing.ts';
import { fullName } from './submission-rules.ts';

/** A name or a comment that a person who counts wants to show, with the code that a decision names it by. */
export type PublicWordToRead = {
  code: string;
  part: 'name' | 'comment';
  slug: string;
  look: Look;
  at: Date;
  text: string;
};

type Given = Pick<Deps, 'db' | 'keyring'>;

const letters = { name: 'n', comment: 'c' };

/**
 * The length of a code after its letter: enough to tell signatures apart, and to name exactly the text that was read.
 */
const codeLength = 10;

function codeOf(part: keyof typeof letters, { contentVersion }: ToLookAt): string {
  return `${letters[part]}${contentVersion.slice(0, codeLength)}`;
}

/** Those that wait, or all, of at most `most` signatures. Names and comments are separate entries. */
export async function readPublicWords(
  { db, keyring }: Given,
  { all, most }: { all: boolean; most: number },
): Promise<PublicWordToRead[]> {
  const found = await (all ? listLooks(db, most) : listWaitingLooks(db, most));
  const words = await Promise.all(found.map((signature) => wordsOf(keyring, signature)));
  return words.flat().filter(({ look }) => all || look === 'waiting');
}

async function wordsOf(keyring: Given['keyring'], signature: ToLookAt): Promise<PublicWordToRead[]> {
  const person = await openPerson(keyring, signature);
  if (!person) return [];
  const parts = [
    { part: 'name' as const, look: signature.nameLook, text: fullName(person) },
    { part: 'comment' as const, look: signature.commentLook, text: person.comment },
  ];
  const { slug, confirmedAt: at } = signature;
  return parts.flatMap(({ part, look, text }) =>
    look === null ? [] : [{ code: codeOf(part, signature), part, slug, look, at, text }],
  );
}

/** Shows a name or a comment in public, or hides it. After its owner changes it, the code is another one. */
export async function lookAt(
  { db, keyring }: Given,
  code: string,
  to: 'shown' | 'hidden',
): Promise<Result<undefined, { reason: 'no-such-words' | 'not-one' }>> {
  const part = code.startsWith(letters.name) ? 'name' : 'comment';
  const found = await listLooksByVersion(db, code.slice(1));
  const [signature, second] = found.filter((one) => codeOf(part, one) === code);
  if (second) return err({ reason: 'not-one' });
  const person = signature && (await openPerson(keyring, signature));
  if (!person) return err({ reason: 'no-such-words' });
  const text = part === 'name' ? fullName(person) : person.comment;
  const decided = await decideLook(db, signature, { part, shown: to === 'shown' ? text : null });
  return decided ? ok() : err({ reason: 'no-such-words' });
}
