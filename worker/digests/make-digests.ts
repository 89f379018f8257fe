import {
  type DueCommittee,
  listDueCommittees,
  moveNextDigestStatement,
  saveDigestFailureStatement,
} from '../councils/digest-store.ts';
import { type Committee, nextDigestAt } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import { log, logFailure, ownError, reasonOf } from '../platform/log.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { joinQueries, listQuery, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { Closing, ClosingDeps, DigestClosing, MadeClosing } from './closing.ts';
import { digestSnapshotQuery } from './load-snapshot.ts';
import { isMailed, type MadeDigest, makeContent } from './rules.ts';
import type { DigestSection } from './section.ts';
import { digestId, findDigest, findLastDueOn, insertDigestStatements } from './store.ts';
import { lastWeekOver, termOf, type Week } from './week-rules.ts';

export type DigestMaking = ClosingDeps & {
  sections: readonly DigestSection[];
  /** What else is stored with each digest. */
  closings: readonly DigestClosing[];
};
export type DigestsMade = { made: number; mailed: number };

/** The most digests that one run makes for a committee; the next run continues. */
const weeksAtOnce = 60;
/** The most steps that one run takes for what has to be done before digests: a few seconds. */
const stepsAtOnce = 150;
/** How often a digest is loaded again because something changed while it was made. */
const triesAtMost = 5;

/**
 * Makes every digest that is due, each missed week its own. A committee that fails does not hold up the others; it
 * makes this throw after them.
 */
export async function makeDueDigests(making: DigestMaking, now: Date): Promise<DigestsMade> {
  const report: DigestsMade = { made: 0, mailed: 0 };
  const failed: number[] = [];
  const steps = { left: stepsAtOnce };
  for (const due of await listDueCommittees(making.db, now)) {
    try {
      await catchUp({ ...making, steps }, due, { now, report });
    } catch (failure) {
      logFailure('digest-failed', failure, { committee: due.id });
      await saveDigestFailureStatement(making.db, due.id, reasonOf(failure)).run();
      failed.push(due.id);
    }
  }
  if (failed.length > 0) throw new Error(`digests of ${failed.length} committees could not be made`);
  return report;
}

type Making = DigestMaking & { steps: { left: number } };

async function catchUp(
  making: Making,
  { id, openedAt }: DueCommittee,
  { now, report }: { now: Date; report: DigestsMade },
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
    // What has to be done first goes on in the next run.
    if (made === 'later') return;
    report.made += made === 'nothing' ? 0 : 1;
    report.mailed += made === 'mailed' ? 1 : 0;
    from = to;
    dueAt = to;
  }
  // It was due before anything was open. There is nothing to report, and it need not be checked again every quarter of
  // an hour.
  if (from < dueAt) await moveNextDigestStatement(making.db, id, { from, to: dueAt }).run();
}

type Turn = { from: Date; dueAt: Date; to: Date };

/** `nothing` if another run was faster, or the week has nothing to tell. */
type Made = 'mailed' | 'kept' | 'nothing' | 'later';

async function makeDigest(
  making: Making,
  committee: Committee & { timeZone: string },
  turn: Turn,
  now: Date,
): Promise<Made> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const made = await tryDigest(making, committee, turn, now);
    if (made !== 'again') return made;
  }
  return 'later';
}

async function tryDigest(
  making: Making,
  committee: Committee & { timeZone: string },
  turn: Turn,
  now: Date,
): Promise<Made | 'again'> {
  const { db, sections, closings, steps } = making;
  const week = lastWeekOver(turn.dueAt, committee.timeZone);
  const dueOn = dateIn(committee.timeZone, turn.dueAt);
  const term = termOf(week, committee.timeZone, dueOn);
  const { snapshot, loaded } = await runQuery(
    db,
    joinQueries({
      snapshot: digestSnapshotQuery(db, sections, committee.id, { week, use: 'digest' }),
      loaded: listQuery(closings.map((closing) => closing.load(db, committee.id, term))),
    }),
  );
  if (!snapshot) return 'nothing';
  const digestMade = makeContent(snapshot, week, { dueOn, at: now });
  const move = moveNextDigestStatement(db, committee.id, { from: turn.from, to: turn.to });
  if (!digestMade) {
    await move.run();
    return 'nothing';
  }
  refuseProblems(digestMade.problems, { committee: committee.id, week });
  const closing = { committeeId: committee.id, term, slugs: digestMade.lines.map(({ slug }) => slug) };
  for (const [n, one] of closings.entries()) {
    const prepared = await one.getReady(making, loaded[n], closing, steps);
    if (prepared !== 'ready') return prepared;
  }
  const closed = await closeAll(making, loaded, closing, now);
  return store(making, committee, { digestMade, closed, move, dueOn }, now);
}

async function closeAll(
  making: Making,
  loaded: readonly unknown[],
  closing: Closing,
  now: Date,
): Promise<Omit<MadeClosing, 'problems'>> {
  const made = await Promise.all(making.closings.map((one, n) => one.make(making, loaded[n], closing, now)));
  const problems = made.flatMap((one) => one.problems);
  refuseProblems(problems, { committee: closing.committeeId, week: closing.term.week });
  return {
    statements: made.flatMap(({ statements }) => statements),
    records: made.flatMap(({ records }) => records),
  };
}

type ToStore = {
  digestMade: MadeDigest;
  closed: Omit<MadeClosing, 'problems'>;
  move: D1PreparedStatement;
  dueOn: string;
};

/** The digest and what is stored with it, in one transaction. */
async function store(
  { db, closings }: Making,
  committee: Committee,
  { digestMade, closed, move, dueOn }: ToStore,
  now: Date,
): Promise<Made | 'again'> {
  const { lines } = digestMade;
  const { statements, records } = closed;
  const content = { ...digestMade.content, ...(records.length > 0 && { records }) };
  const lastDueOn = await findLastDueOn(db, committee.id, content.week);
  const digest = {
    committeeId: committee.id,
    content,
    lines,
    isMailed: isMailed(committee.frequency, dueOn, lastDueOn),
  };
  const mail = { ref: digestId(committee.id, content.week), kind: 'digest' };
  try {
    const results = await db.batch([
      ...statements,
      ...insertDigestStatements(db, digest, now),
      ...(digest.isMailed ? [enqueueStatement(db, [mail], { now, cap: 1 })] : []),
      move,
    ]);
    if (results[statements.length]?.meta.changes !== 1) return 'nothing';
    return digest.isMailed ? 'mailed' : 'kept';
  } catch (error) {
    if (!closings.some((one) => one.isOvertaken(error))) throw error;
    return (await findDigest(db, digestId(committee.id, content.week))) ? 'nothing' : 'again';
  }
}

/** A digest with numbers that do not add up is not sent; it waits. */
function refuseProblems(problems: string[], of: { committee: number; week: Week }): void {
  if (problems.length === 0) return;
  log('error', 'tally-does-not-balance', { ...of, what: problems.join('; ') });
  throw ownError('the numbers do not add up');
}
