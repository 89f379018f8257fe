import type { Deps } from '../../platform/deps.ts';
import { openAnswers } from '../sealing.ts';
import { ownWords } from '../words-rules.ts';
import type { ReadableSurvey, SurveyTally } from './survey-tally-rules.ts';
import type { SealedWords } from './words-store.ts';

/** Tallies with the sentences that have not been withdrawn, hidden or changed since. */
export async function withWords(
  deps: Pick<Deps, 'keyring'>,
  weeks: SurveyTally[][],
  sealed: SealedWords[],
): Promise<ReadableSurvey[][]> {
  const texts = await readTexts(deps, sealed);
  const wordsOf = ({ words }: SurveyTally) =>
    words.flatMap(({ id, sharedAt, place, name }) => {
      const text = texts.get(keyOf({ id, sharedAt }));
      return text === undefined ? [] : [{ place, name, text }];
    });
  return weeks.map((surveys) => surveys.map((survey) => ({ ...survey, words: wordsOf(survey) })));
}

function keyOf({ id, sharedAt }: { id: string; sharedAt: number }): string {
  return `${id} ${sharedAt}`;
}

async function readTexts(
  { keyring }: Pick<Deps, 'keyring'>,
  all: SealedWords[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { id, sharedAt, sealed, survey } of all) {
    const opened = await openAnswers(keyring, { id, sealed });
    const text = opened?.shareWords ? ownWords(survey, opened.answers) : '';
    if (text !== '') texts.set(keyOf({ id, sharedAt }), text);
  }
  return texts;
}
