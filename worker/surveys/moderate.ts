import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { openAnswers } from './sealing.ts';
import type { WordsState } from './store.ts';
import { ownWords } from './words-rules.ts';
import { decideWords, listSharedWords, type SharedWords } from './words-store.ts';

export type ReadWords = { code: string; slug: string; state: WordsState; at: Date; text: string };

/** The length of a code: enough to identify the exact words that were read. */
const codeLength = 10;

function codeOf({ contentVersion }: SharedWords): string {
  return contentVersion.slice(0, codeLength);
}

/** The texts that people share with the committee, each with the code that a decision names. */
export async function readSharedWords(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  states: WordsState[],
): Promise<ReadWords[]> {
  const shared = await listSharedWords(db, states);
  return Promise.all(
    shared.map(async (words) => {
      const told = await openAnswers(keyring, words);
      const { slug, state, at, survey } = words;
      return { code: codeOf(words), slug, state, at, text: told ? ownWords(survey, told.answers) : '' };
    }),
  );
}

/** Shows or hides words. Words that changed after they were read have another code. */
export async function moderate(
  { db }: Pick<Deps, 'db'>,
  code: string,
  to: 'shown' | 'hidden',
): Promise<Result<undefined, { reason: 'no-such-words' | 'not-one' }>> {
  const found = (await listSharedWords(db, ['waiting', 'shown', 'hidden'])).filter(
    (words) => codeOf(words) === code,
  );
  const [words, second] = found;
  if (!words) return err({ reason: 'no-such-words' });
  if (second) return err({ reason: 'not-one' });
  return (await decideWords(db, words, to)) ? ok() : err({ reason: 'no-such-words' });
}
