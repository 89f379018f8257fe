import { partnerSubjectsQuery } from '../coalition/subject-store.ts';
import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import { exportsCopy } from './pages/exports-copy.ts';
import { asPreset } from './preset-rules.ts';
import { exportSubjectsQuery } from './subject-store.ts';

const page = { path: '/exports', verb: 'export-people' };
const listWords = { en: 'The list for {preset}', es: 'La lista para {preset}' };
const news: ActSubject = {
  words: { en: 'The campaign’s news', es: 'Las noticias de la campaña' },
  page,
};

/** Lists by the program they are for; unsubscribed people by whose news it was. */
export const exportSubjects: NonNullable<ConsoleSection['subjects']> = (db, { id: campaignId }, subjects) => {
  const queries = {
    lists: exportSubjectsQuery(db, campaignId, subjects),
    partners: partnerSubjectsQuery(db, campaignId, subjects),
  };
  return mapQuery(
    joinQueries(queries),
    ({ lists, partners }) =>
      new Map<string, ActSubject>([
        ['news', news],
        ...lists.map(({ id, preset }): [string, ActSubject] => [id, { words: presetWords(preset), page }]),
        ...partners.map(({ subject, titles }): [string, ActSubject] => {
          return [subject, { words: subjectText({ en: '{title}', es: '{title}' }, { titles }), page }];
        }),
      ]),
  );
};

function presetWords(named: string): ActSubject['words'] {
  const preset = asPreset(named);
  const words = (language: 'en' | 'es') => (preset ? exportsCopy[language].presets[preset] : named);
  const say = (language: 'en' | 'es') => subjectText(listWords, { preset: words(language) })[language];
  return { en: say('en'), es: say('es') };
}
