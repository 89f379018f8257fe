import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { knownQuery, mapQuery, waitingAtMost } from '../platform/query.ts';
import { waitingCountQuery } from './asked-store.ts';
import { questionsRoutes } from './console-routes.tsx';
import { consoleCopy } from './pages/console-copy.ts';
import { hiddenReasons } from './rules.ts';
import { undoChange, undoDecision, undoWriting } from './undo.ts';

/** Questions that wait, and the answers on the campaign's pages. */
export const questionsSection: ConsoleSection = {
  verbs: {
    'read-questions': { role: 'moderator' },
    'decide-questions': { role: 'moderator' },
    'answer-questions': { role: 'editor' },
  },
  menu: [
    {
      path: '/questions',
      order: 15,
      label: { en: consoleCopy.en.title, es: consoleCopy.es.title },
      verb: 'read-questions',
      counts: 'questions',
    },
  ],
  waits: (db, { id }) =>
    mapQuery(waitingCountQuery(db, { campaignId: id, most: waitingAtMost + 1 }), (found) =>
      found
        ? [
            {
              kind: 'questions',
              words: {
                en: '{n, plural, one {# question waits} other {# questions wait}} for an answer',
                es: '{n, plural, one {# pregunta} other {# preguntas}} por responder',
              },
              count: Math.min(found.n, waitingAtMost),
              more: found.n > waitingAtMost,
              oldestAt: found.oldestAt,
              path: '/questions',
              verb: 'decide-questions',
            },
          ]
        : [],
    ),
  routes: questionsRoutes,
  subjects: (_db, _campaign, subjects) => knownQuery(new Map(subjects.map(subjectOf))),
  acts: {
    'answer-question': {
      words: { en: 'A question was answered', es: 'Se respondió una pregunta' },
      verb: 'answer-questions',
      undo: undoDecision,
    },
    'merge-question': {
      words: {
        en: 'A question was given an answer that was there',
        es: 'Se dio a una pregunta una respuesta que ya existía',
      },
      verb: 'decide-questions',
      undo: undoDecision,
    },
    'hide-question': {
      words: { en: 'A question was not published', es: 'No se publicó una pregunta' },
      verb: 'decide-questions',
      undo: undoDecision,
    },
    'write-entry': {
      words: { en: 'An answer or a myth was published', es: 'Se publicó una respuesta o un mito' },
      verb: 'answer-questions',
      undo: undoWriting,
    },
    'edit-entry': {
      words: { en: 'An answer was changed', es: 'Se cambió una respuesta' },
      verb: 'answer-questions',
      undo: undoChange,
    },
    'hide-entry': {
      words: { en: 'An answer was taken off the pages', es: 'Se quitó una respuesta de las páginas' },
      verb: 'answer-questions',
      undo: undoChange,
    },
    'show-entry': {
      words: { en: 'An answer was put back', es: 'Se volvió a publicar una respuesta' },
      verb: 'answer-questions',
      undo: undoChange,
    },
    'edit-myth': {
      words: { en: 'A myth was changed', es: 'Se cambió un mito' },
      verb: 'answer-questions',
      undo: undoChange,
    },
    'hide-myth': {
      words: { en: 'A myth was taken off the pages', es: 'Se quitó un mito de las páginas' },
      verb: 'answer-questions',
      undo: undoChange,
    },
    'show-myth': {
      words: { en: 'A myth was put back', es: 'Se volvió a publicar un mito' },
      verb: 'answer-questions',
      undo: undoChange,
    },
  },
  facts: {
    keys: {
      entry: { en: 'answer, by its code', es: 'respuesta, por su código' },
      version: { en: 'version', es: 'versión' },
      change: { en: 'change, by its code', es: 'cambio, por su código' },
    },
    codes: {
      none: { en: 'none', es: 'ninguna' },
      answered: { en: 'answered', es: 'respondida' },
      ...Object.fromEntries(
        hiddenReasons.map((code) => [
          code,
          { en: consoleCopy.en.reasons[code], es: consoleCopy.es.reasons[code] },
        ]),
      ),
    },
  },
};

/** A question that somebody has asked, or an answer on the pages, whose ids are longer. */
function subjectOf(subject: string): [string, ActSubject] {
  const words =
    subject.length === 26
      ? {
          en: 'An answer or a myth on the campaign’s pages',
          es: 'Una respuesta o un mito en las páginas de la campaña',
        }
      : { en: 'A question that somebody asked', es: 'Una pregunta que alguien hizo' };
  return [subject, { words, page: { path: '/questions', verb: 'read-questions' } }];
}
