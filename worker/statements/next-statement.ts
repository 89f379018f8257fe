import { nextDigestAt } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import { endOf, lastWeekOver, nextWeek } from '../digests/week-rules.ts';

/**
 * When the statement is made that is the first to tell of what happened at `since`: with the committee's first digest
 * after the end of that week. Null if that moment is over, so that it is being made.
 */
export async function nextStatementAt(
  db: D1Database,
  { committeeId, since, now }: { committeeId: number; since: Date; now: Date },
): Promise<Date | null> {
  const committee = await findCommittee(db, committeeId);
  if (!committee) return null;
  const { digestDay, digestHour, timeZone } = committee;
  const weekOver = endOf(nextWeek(lastWeekOver(since, timeZone)), timeZone);
  // At the very end of a week it is over.
  const due = nextDigestAt(digestDay, digestHour, timeZone, new Date(weekOver.getTime() - 1));
  const at = new Date(Math.max(due.getTime(), committee.nextDigestAt.getTime()));
  return at > now ? at : null;
}
