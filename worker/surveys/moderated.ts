import { marksOf } from '../moderation/mark-rules.ts';
import type { ModeratedText, ModeratedTexts } from '../moderation/moderated-texts.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import { openAnswers } from './sealing.ts';
import { ownWords } from './words-rules.ts';
import {
  decideSharedStatement,
  listSharedWords,
  sharedKeysQuery,
  waitingSharedQuery,
} from './words-store.ts';

/** Sentences in people's own words that they let the committee read. */
export const moderatedSentences: readonly ModeratedTexts[] = [
  {
    kind: 'answer',
    only: 'survey',
    words: {
      label: { en: 'Sentence', es: 'Frase' },
      waits: {
        en: '{n, plural, one {# sentence waits for a look} other {# sentences wait for a look}}',
        es: '{n, plural, one {# frase por revisar} other {# frases por revisar}}',
      },
    },
    keys: sharedKeysQuery,
    waiting: waitingSharedQuery,
    async read({ db, keyring }, { heldWords, ...asked }) {
      const found = await listSharedWords(db, asked);
      const opened = found.map(async ({ survey, sealed, ...words }): Promise<ModeratedText> => {
        const told = await orNull(openAnswers(keyring, { id: words.id, sealed }));
        const text = told && ownWords(survey, told.answers);
        return { ...words, text, marks: marksOf(text ?? '', { shape: 'sentence', heldWords }) };
      });
      return Promise.all(opened);
    },
    decide: (db, { id, version, look }, given) =>
      decideSharedStatement(db, { id, version, from: look, ...given }),
  },
];
