import { type DueCommittee, listDueCommittees, moveNextDigestStatement } from '../councils/digest-store.ts';
import { type Committee, nextDigestAt } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { digestSnapshotQuery } from './load-snapshot.ts';
import { isMailed, makeContent } from './rules.ts';
import type { DigestSection } from './section.ts';
import { digestId, findLastDueOn, insertDigestStatements } from './store.ts';
import { lastWeekOver, type Week } from './week-rules.ts';

export type DigestMaking = Pick<Deps, 'db'> & { sections: readonly DigestSection[] };
export type DigestsMade = { made: number; mailed: number };

/** The most digests that one run makes for a committee; the next run continues. */
const weeksAtOnce = 60;

/**
 * Makes every digest that is due, each missed week its own. A committee that fails does not hold up the others; it
 * makes this throw after them.
 */
export async function makeDueDigests(making: DigestMaking, now: Date): Promise<DigestsMade> {
  const report: DigestsMade = { made: 0, mailed: 0 };
  const failed: number[] = [];
  for (const due of await listDueCommittees(making.db, now)) {
    try {
      await catchUp(making, due, now, report);
    } catch (failure) {
      logFailure('digest-failed', failure, { committee: due.id });
      failed.push(due.id);
    }
  }
  if (failed.length > 0) throw new Error(`digests of ${failed.length} committees could not be made`);
  return report;
}

async function catchUp(
  making: DigestMaking,
  { id, openedAt }: DueCommittee,
  now: Date,
  report: DigestsMade,
): Promise<void> {
  const committee = await findCommittee(making.db, id);
  if (!committee) return;
  const { digestDay, digestHour, timeZone } = committee;
  const after = (instant: Date) => nextDigestAt(digestDay, digestHour, timeZone, instant);
  let from = committee.nextDigestAt;
  let dueAt = from < openedAt ? after(openedAt) : from;
  for (let weeks = 0; dueAt <= now && weeks < weeksAtOnce; weeks += 1) {
    const to = after(dueAt);
    const made = await makeDigest(making, committee, { from, dueAt, to }, now);
    report.made += made ? 1 : 0;
    report.mailed += made?.isMailed ? 1 : 0;
    from = to;
    dueAt = to;
  }
  // It was due before anything was open. There is nothing to report, and it need not be checked again every quarter of
  // an hour.
  if (from < dueAt) await moveNextDigestStatement(making.db, id, { from, to: dueAt }).run();
}

type Turn = { from: Date; dueAt: Date; to: Date };

/** Null if another run was faster, or the week has nothing to tell. */
async function makeDigest(
  { db, sections }: DigestMaking,
  committee: Committee & { timeZone: string },
  turn: Turn,
  now: Date,
): Promise<{ isMailed: boolean } | null> {
  const week = lastWeekOver(turn.dueAt, committee.timeZone);
  const snapshot = await runQuery(
    db,
    digestSnapshotQuery(db, sections, committee.id, { week, use: 'digest' }),
  );
  if (!snapshot) return null;
  const dueOn = dateIn(committee.timeZone, turn.dueAt);
  const digestMade = makeContent(snapshot, week, dueOn);
  const move = moveNextDigestStatement(db, committee.id, { from: turn.from, to: turn.to });
  if (!digestMade) {
    await move.run();
    return null;
  }
  const { content, lines, problems } = digestMade;
  refuseProblems(problems, { committee: committee.id, week });
  const lastDueOn = await findLastDueOn(db, committee.id, week);
  const digest = {
    committeeId: committee.id,
    content,
    lines,
    isMailed: isMailed(committee.frequency, dueOn, lastDueOn),
  };
  const mail = { ref: digestId(committee.id, week), kind: 'digest' };
  const [inserted] = await db.batch([
    ...insertDigestStatements(db, digest, now),
    ...(digest.isMailed ? [enqueueStatement(db, [mail], { now, cap: 1 })] : []),
    move,
  ]);
  return inserted?.meta.changes === 1 ? { isMailed: digest.isMailed } : null;
}

/** A digest with numbers that do not add up is not sent; it waits. */
function refuseProblems(problems: string[], of: { committee: number; week: Week }): void {
  if (problems.length === 0) return;
  log('error', 'tally-does-not-balance', { ...of, what: problems.join('; ') });
  throw new Error('tally does not balance');
}
