import type { Text } from '../../web/language.ts';
import { marksOf } from '../moderation/mark-rules.ts';
import type { ModeratedText, ModeratedTexts } from '../moderation/moderated-texts.ts';
import { textSubjects } from './act-subjects.ts';
import { type WordKind, wordShapes } from './look-rules.ts';
import { decideWordStatement, listSealedWords, waitingWordsQuery, wordKeysQuery } from './look-store.ts';
import { type Person, tryOpenPerson } from './sealing.ts';
import { fullName } from './submission-rules.ts';

/** Names and comments that people want to show on the page of what they signed. */
export const moderatedWords: readonly ModeratedTexts[] = [
  moderated('name', {
    label: { en: 'Name', es: 'Nombre' },
    waits: {
      en: '{n, plural, one {# name waits for a look} other {# names wait for a look}}',
      es: '{n, plural, one {# nombre por revisar} other {# nombres por revisar}}',
    },
  }),
  moderated('comment', {
    label: { en: 'Comment', es: 'Comentario' },
    waits: {
      en: '{n, plural, one {# comment waits for a look} other {# comments wait for a look}}',
      es: '{n, plural, one {# comentario por revisar} other {# comentarios por revisar}}',
    },
  }),
];

function moderated(part: WordKind, words: { label: Text; waits: Text }): ModeratedTexts {
  return {
    kind: part,
    words,
    keys: (db, asked) => wordKeysQuery(db, part, asked),
    waiting: (db, asked) => waitingWordsQuery(db, part, asked),
    async read({ db, keyring }, { heldWords, ...asked }) {
      const found = await listSealedWords(db, part, asked);
      const opened = found.map(async ({ sealed, ...word }): Promise<ModeratedText> => {
        const person = await tryOpenPerson(keyring, { id: word.id, sealed });
        const text = person && textOf(part, person);
        return { ...word, text, marks: marksOf(text ?? '', { shape: wordShapes[part], heldWords }) };
      });
      return Promise.all(opened);
    },
    subjects: textSubjects,
    decide: (db, { id, version, look, text }, given) =>
      decideWordStatement(db, part, { id, version, from: look, text, ...given }),
  };
}

function textOf(part: WordKind, person: Person): string {
  return part === 'name' ? fullName(person) : person.comment;
}
