import type { Text } from '../../web/language.ts';
import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import { doubtSubjectsQuery, type SignatureSubject, signatureSubjectsQuery } from './subject-store.ts';

const verb = 'look-at-signatures';

const signatureWords: Text = {
  en: 'A signature of “{title}”',
  es: 'Una firma de «{title}»',
};
const textWords: Text = {
  en: 'A text on “{title}”',
  es: 'Un texto en «{title}»',
};
const pairWords: Text = {
  en: 'A possible duplicate on “{title}”',
  es: 'Un posible duplicado en «{title}»',
};
const rateWords: Text = {
  en: 'An unusual number within an hour on “{title}”',
  es: 'Una cantidad inusual en una hora en «{title}»',
};

const isSignatureId = (subject: string) => /^[\w-]{22}$/.test(subject);

/** Signatures, pairs of them and unusual rates, by what they are on. Nobody is opened for it. */
export const signatureSubjects: NonNullable<ConsoleSection['subjects']> = (db, { id }, subjects) => {
  const doubts = (table: 'signature_pairs' | 'unusual_rates', prefix: string) =>
    doubtSubjectsQuery(db, id, { table, subjects: subjects.filter((one) => one.startsWith(prefix)) });
  return mapQuery(
    joinQueries({
      signatures: signatureSubjectsQuery(db, id, subjects.filter(isSignatureId)),
      pairs: doubts('signature_pairs', 'pair-'),
      rates: doubts('unusual_rates', 'rate-'),
    }),
    ({ signatures, pairs, rates }) =>
      new Map([
        ...signatures.map(named(signatureWords, (subject) => `/signatures/${subject}`)),
        ...pairs.map(named(pairWords, () => '/duplicates')),
        ...rates.map(named(rateWords, () => '/duplicates')),
      ]),
  );
};

/** Texts of people who have signed or answered. */
export const textSubjects: NonNullable<ConsoleSection['subjects']> = (db, { id }, subjects) =>
  mapQuery(
    signatureSubjectsQuery(db, id, subjects),
    (found) => new Map(found.map(named(textWords, (subject) => `/signatures/${subject}`))),
  );

function named(words: Text, pathOf: (subject: string) => string) {
  return ({ subject, titles }: SignatureSubject): [string, ActSubject] => {
    return [subject, { words: subjectText(words, { titles }), page: { path: pathOf(subject), verb } }];
  };
}
