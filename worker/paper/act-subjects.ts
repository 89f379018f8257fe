import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import { checkCopy } from './pages/check-copy.ts';
import { checkSubject } from './save-check.ts';
import { importSubjectsQuery, type SheetSubject, sheetSubjectsQuery } from './subject-store.ts';

const sheetWords = {
  en: 'Sheet {code}, page {page}, of “{title}”',
  es: 'Hoja {code}, página {page}, de «{title}»',
};
const lineWords = {
  en: 'Line {line} of sheet {code}, page {page}, of “{title}”',
  es: 'Línea {line} de la hoja {code}, página {page}, de «{title}»',
};
const importWords = {
  en: 'A file with {n, plural, one {# signature} other {# signatures}} of “{title}”',
  es: 'Un archivo con {n, plural, one {# firma} other {# firmas}} de «{title}»',
};

/** Sheets, lines of sheets (`SHEET-3`), and files that were brought in. */
export const paperSubjects: NonNullable<ConsoleSection['subjects']> = (db, { id: campaignId }, subjects) => {
  const sheetOf = (subject: string) => subject.slice(0, 26);
  const queries = {
    sheets: sheetSubjectsQuery(db, campaignId, [...new Set(subjects.map(sheetOf))]),
    imports: importSubjectsQuery(db, campaignId, subjects),
  };
  return mapQuery(joinQueries(queries), ({ sheets, imports }) => {
    const bySheet = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    return new Map<string, ActSubject>([
      ...subjects
        .filter((subject) => subject.startsWith(checkSubject))
        .map((subject): [string, ActSubject] => [subject, ofCheck(subject)]),
      ...subjects.flatMap((subject): [string, ActSubject][] => {
        const sheet = bySheet.get(sheetOf(subject));
        return sheet ? [[subject, ofSheet(subject, sheet)]] : [];
      }),
      ...imports.map(({ id, n, titles }): [string, ActSubject] => {
        const page = { path: '/paper/import', verb: 'import-signatures' };
        return [id, { words: subjectText(importWords, { titles, n }), page }];
      }),
    ]);
  });
};

function ofSheet(subject: string, { id, code, page, titles }: SheetSubject): ActSubject {
  const line = subject.slice(27);
  return {
    words: subjectText(line === '' ? sheetWords : lineWords, { titles, code, page, line }),
    page: { path: `/paper/sheets/${id}`, verb: 'look-at-paper' },
  };
}

function ofCheck(subject: string): ActSubject {
  const path = `/paper/check?petition=${subject.slice(checkSubject.length)}`;
  return {
    words: { en: checkCopy.en.title, es: checkCopy.es.title },
    page: { path, verb: 'look-at-paper' },
  };
}
