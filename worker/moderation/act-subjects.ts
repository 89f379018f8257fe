import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { knownQuery, listQuery, mapQuery } from '../platform/query.ts';
import type { ModeratedTexts } from './moderated-texts.ts';

const several: ActSubject = {
  words: { en: 'Several texts', es: 'Varios textos' },
  page: { path: '/words', verb: 'read-words' },
};

/** A text by whose it is, as its feature names them, and several texts of one act. */
export function wordSubjects(moderated: readonly ModeratedTexts[]): NonNullable<ConsoleSection['subjects']> {
  const naming = [...new Set(moderated.flatMap(({ subjects }) => subjects ?? []))];
  return (db, campaign, subjects) => {
    const single = subjects.filter((subject) => subject !== 'words');
    const queries = [
      knownQuery(new Map([['words', several]])),
      ...naming.map((name) => name(db, campaign, single)),
    ];
    return mapQuery(listQuery(queries), (found) => new Map(found.flatMap((names) => [...names])));
  };
}
