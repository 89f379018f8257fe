import type { ConsoleSection } from '../organize/console-section.ts';
import { exportSubjects } from './act-subjects.ts';
import { exportRoutes } from './export-routes.tsx';

export const exportsSection: ConsoleSection = {
  verbs: {
    'export-people': { role: 'owner', stepUp: true },
    'import-unsubscribed': { role: 'owner', stepUp: true },
  },
  menu: [
    { path: '/exports', order: 60, label: { en: 'Exports', es: 'Exportaciones' }, verb: 'export-people' },
  ],
  routes: exportRoutes,
  subjects: exportSubjects,
  acts: {
    'make-export': {
      words: {
        en: 'A list of {count, plural, one {# person} other {# people}} was made',
        es: 'Se hizo una lista de {count, plural, one {# persona} other {# personas}}',
      },
      verb: 'export-people',
    },
    'download-export': {
      words: {
        en: 'A list of {count, plural, one {# person} other {# people}} was downloaded',
        es: 'Se descargó una lista de {count, plural, one {# persona} other {# personas}}',
      },
      verb: 'export-people',
    },
    'delete-export': {
      words: { en: 'The file of a list was deleted', es: 'Se borró el archivo de una lista' },
      verb: 'export-people',
    },
    'import-unsubscribed': {
      words: {
        en: 'Of a list of unsubscribed people, {count, plural, one {# was} other {# were}} known and unchecked',
        es: 'De una lista de bajas, se conocía y se quitó {count, plural, one {# persona} other {# personas}}',
      },
      verb: 'import-unsubscribed',
    },
  },
};
