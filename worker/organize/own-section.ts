import type { ConsoleSection } from './console-section.ts';
import { ownRoutes } from './routes.tsx';

/** What waits, claims, and the undoing of acts of every section. */
export const ownSection: ConsoleSection = {
  verbs: {
    look: { role: 'viewer' },
    claim: { role: 'moderator' },
  },
  routes: ownRoutes,
  menu: [{ path: '', label: { en: 'What waits', es: 'Pendientes' }, verb: 'look' }],
  acts: {
    undo: {
      words: {
        en: 'Undone: {count, plural, one {# change} other {# changes}}',
        es: 'Se deshizo {count, plural, one {# cambio} other {# cambios}}',
      },
      verb: 'look',
    },
  },
};
