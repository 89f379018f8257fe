import type { ConsoleSection } from '../../organize/console-section.ts';
import { subjectText } from '../../organize/subject-words.ts';
import { mapQuery } from '../../platform/query.ts';
import { doorCopy } from './pages/copy.ts';
import { doorRoutes } from './routes.tsx';
import { eventTitlesQuery } from './store.ts';

const { en, es } = doorCopy;

/** The door's part of the events' section. */
export const doorPart = {
  verbs: { 'check-in-at-door': { role: 'moderator' } },
  routes: doorRoutes,
  acts: { 'check-in-at-door': { words: { en: en.act, es: es.act }, verb: 'check-in-at-door' } },
  subjects: (db, { id: campaignId }, slugs) =>
    mapQuery(
      eventTitlesQuery(db, { campaignId, slugs }),
      (events) =>
        new Map(
          events.map(({ slug, titles }) => [
            slug,
            {
              words: subjectText({ en: '{title}', es: '{title}' }, { titles }),
              page: { path: `/events/${slug}/door`, verb: 'check-in-at-door' },
            },
          ]),
        ),
    ),
  facts: {
    keys: Object.fromEntries(
      (['checked_in', 'taken_back', 'walk_ins', 'time'] as const).map((key) => [
        key,
        { en: en.keys[key], es: es.keys[key] },
      ]),
    ),
  },
} satisfies ConsoleSection;
