import type { SurveyTally, TallyContent } from '../../digests/rules.ts';
import type { Deps } from '../../platform/deps.ts';
import { openAnswers } from '../sealing.ts';
import { ownWords } from '../words-rules.ts';
import type { TellableWords } from './rules.ts';
import { listSealedWords } from './words-store.ts';

/** A survey's tally with the sentences themselves. */
export type ToldSurvey = Omit<SurveyTally, 'words'> & {
  words: (Pick<TellableWords, 'place' | 'name'> & { text: string })[];
};
export type ToldContent = Omit<TallyContent, 'surveys'> & { surveys: ToldSurvey[] };

/** Tallies with those of their sentences that were not taken back, hidden or changed since. */
export async function withWords(
  deps: Pick<Deps, 'db' | 'keyring'>,
  weeks: TallyContent[],
): Promise<ToldContent[]> {
  const texts = await readTexts(deps, weeks);
  const wordsOf = ({ words }: SurveyTally) =>
    words.flatMap(({ id, sharedAt, place, name }) => {
      const text = texts.get(keyOf({ id, sharedAt }));
      return text === undefined ? [] : [{ place, name, text }];
    });
  return weeks.map((week) => ({
    ...week,
    surveys: (week.surveys ?? []).map((survey) => ({ ...survey, words: wordsOf(survey) })),
  }));
}

function keyOf({ id, sharedAt }: { id: string; sharedAt: number }): string {
  return `${id} ${sharedAt}`;
}

async function readTexts(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  weeks: TallyContent[],
): Promise<Map<string, string>> {
  const told = weeks.flatMap(({ surveys }) => (surveys ?? []).flatMap(({ words }) => words));
  const texts = new Map<string, string>();
  if (told.length === 0) return texts;
  for (const { id, sharedAt, sealed, survey } of await listSealedWords(db, [
    ...new Set(told.map(({ id }) => id)),
  ])) {
    const opened = await openAnswers(keyring, { id, sealed });
    const text = opened?.shareWords ? ownWords(survey, opened.answers) : '';
    if (text !== '') texts.set(keyOf({ id, sharedAt }), text);
  }
  return texts;
}
