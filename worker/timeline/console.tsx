import type { ActKind, ConsoleSection } from '../organize/console-section.ts';
import { knownQuery } from '../platform/query.ts';
import { planRoutes } from './console-routes.tsx';
import { actCopy } from './pages/act-copy.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { undoAdding, undoChange } from './undo.ts';

const { en, es } = consoleCopy;
const verb = 'write-plan';

const said = (of: keyof typeof actCopy.en) => ({ en: actCopy.en[of], es: actCopy.es[of] });
const act = (of: keyof typeof actCopy.en, undo: NonNullable<ActKind['undo']>): ActKind => {
  return { words: said(of), verb, undo };
};

/** What is planned, for those who run the campaign: moderators and viewers do not see it. */
export const timelineSection: ConsoleSection = {
  verbs: { 'look-at-plan': { role: 'editor' }, [verb]: { role: 'editor' } },
  menu: [
    {
      ...{ path: '/plan', order: 46, label: { en: en.title, es: es.title }, verb: 'look-at-plan' },
      inKit: ['phases', 'junctures'],
    },
  ],
  routes: planRoutes,
  acts: {
    'add-tactic': act('add-tactic', undoAdding),
    'change-tactic': act('change-tactic', undoChange),
    'remove-tactic': act('remove-tactic', undoChange),
  },
  // More people read the log than may see the plan, so it names nothing of it.
  subjects: (_db, _campaign, subjects) =>
    knownQuery(
      new Map(
        subjects.map((id) => [
          id,
          {
            words: said('subject'),
            ...(id.length === 26 && { page: { path: `/tactics/${id}`, verb: 'look-at-plan' } }),
          },
        ]),
      ),
    ),
  facts: {
    keys: { change: said('change'), version: said('version') },
    codes: { stands: said('stands'), gone: said('gone'), none: said('none') },
  },
};
