import type { ActKind, ConsoleSection } from '../organize/console-section.ts';
import { knownQuery } from '../platform/query.ts';
import { strategyRoutes } from './console-routes.tsx';
import { actCopy } from './pages/act-copy.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { undoAdding, undoChange, undoEvidence, undoTie } from './undo.ts';

const { en, es } = consoleCopy;
const verb = 'write-strategy';

const said = (of: keyof typeof actCopy.en) => ({ en: actCopy.en[of], es: actCopy.es[of] });
const act = (of: keyof typeof actCopy.en, undo?: ActKind['undo']): ActKind => ({
  ...{ words: said(of), verb },
  ...(undo && { undo }),
});

/**
 * Stakeholders, their ties and the road to the majority. Whom a campaign wants to move is for those who run it: owners
 * and editors. A moderator looks at what residents wrote and a viewer at numbers, and neither needs it for that.
 */
export const strategySection: ConsoleSection = {
  verbs: {
    'look-at-strategy': { role: 'editor' },
    [verb]: { role: 'editor' },
    'take-strategy': { role: 'owner', stepUp: true },
  },
  menu: [{ path: '/strategy', order: 47, label: { en: en.title, es: es.title }, verb: 'look-at-strategy' }],
  routes: strategyRoutes,
  acts: {
    'add-stakeholder': act('add-stakeholder', undoAdding),
    'change-stakeholder': act('change-stakeholder', undoChange),
    'remove-stakeholder': act('remove-stakeholder', undoChange),
    'enter-evidence': act('enter-evidence', undoEvidence),
    'take-back-evidence': act('take-back-evidence', undoEvidence),
    'add-tie': act('add-tie', undoTie),
    'remove-tie': act('remove-tie', undoTie),
    'take-strategy': { words: said('take-strategy'), verb: 'take-strategy' },
  },
  // More people read the log than may see these pages, so it names nobody.
  subjects: (_db, _campaign, subjects) =>
    knownQuery(
      new Map(
        subjects.map((id) => [
          id,
          {
            words: said('subject'),
            ...(id.length === 26 && { page: { path: `/stakeholders/${id}`, verb: 'look-at-strategy' } }),
          },
        ]),
      ),
    ),
  facts: {
    keys: {
      evidence: said('evidence'),
      tie: said('tie'),
      change: said('change'),
      version: said('version'),
      sha256: said('sha256'),
    },
    codes: { stands: said('stands'), gone: said('gone'), none: said('none') },
  },
};
