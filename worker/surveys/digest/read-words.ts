import type { Deps } from '../../platform/deps.ts';
import { log } from '../../platform/log.ts';
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
  const wordsOf = ({ words }: SurveyTally) => {
    const found = words.map(({ id, sharedAt, place, name }) => {
      return { place, name, text: texts.get(keyOf({ id, sharedAt })) };
    });
    return {
      words: found.flatMap(({ text, ...one }) => (typeof text === 'string' ? [{ ...one, text }] : [])),
      unread: found.filter(({ text }) => text === null).length,
    };
  };
  return weeks.map((surveys) => surveys.map((survey) => ({ ...survey, ...wordsOf(survey) })));
}

function keyOf({ id, sharedAt }: { id: string; sharedAt: number }): string {
  return `${id} ${sharedAt}`;
}

/** Null for a sentence that cannot be opened: it holds up no digest, and whoever runs the site hears of it. */
async function readTexts(
  { keyring }: Pick<Deps, 'keyring'>,
  all: SealedWords[],
): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const { id, sharedAt, sealed, survey } of all) {
    const opened = await openAnswers(keyring, { id, sealed }).catch(() => 'unread' as const);
    if (opened === 'unread') texts.set(keyOf({ id, sharedAt }), null);
    else {
      const text = opened?.shareWords ? ownWords(survey, opened.answers) : '';
      if (text !== '') texts.set(keyOf({ id, sharedAt }), text);
    }
  }
  const unread = [...texts.values()].filter((text) => text === null).length;
  if (unread > 0) log('error', 'sentences-not-opened', { count: unread, of: all.length });
  return texts;
}
