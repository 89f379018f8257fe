import type { ConsoleSection } from '../organize/console-section.ts';
import { mapQuery, waitingAtMost } from '../platform/query.ts';
import { dateIn, dayIn } from '../platform/time/clock.ts';
import { dayBefore, oldAfter } from './rules.ts';
import { checkedUntilQuery } from './store.ts';

const formsPath = '/write/edit?page=services';

/** Entries are edited in the kit; here waits what should be checked again. */
export const resourcesSection: ConsoleSection = {
  verbs: { 'check-services': { role: 'editor' } },
  waits(db, { id, timeZone }, now) {
    const day = dayBefore(dateIn(timeZone, now), oldAfter + 1);
    const old = checkedUntilQuery(db, { campaignId: id, day, most: waitingAtMost + 1 });
    return mapQuery(old, (found) =>
      found
        ? [
            {
              kind: 'old-services',
              words: {
                en: '{n, plural, one {# service was} other {# services were}} last checked more than 90 days ago',
                es: '{n, plural, one {# servicio se comprobó} other {# servicios se comprobaron}} por última vez hace más de 90 días',
              },
              count: Math.min(found.n, waitingAtMost),
              more: found.n > waitingAtMost,
              oldestAt: dayIn(timeZone, found.oldest)?.from ?? now,
              path: formsPath,
              verb: 'check-services',
            },
          ]
        : [],
    );
  },
};
