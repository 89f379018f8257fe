import type { CountedHooks } from '../actions/counted-hooks.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { second } from '../platform/time/clock.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { decideStatements, takeBackStatements } from '../signatures/decisions.ts';
import { foundQuery } from './evidence-store.ts';
import {
  changesAStep,
  examplesShown,
  type Found,
  isAtWork,
  isMuch,
  pauseAfter,
  pieceLasts,
  rareAbove,
  rowsAStep,
  stepsAPiece,
  struckStates,
  workName,
} from './rules.ts';
import { commitStep, countStatements, findPart, listMatches, listStruck } from './step-store.ts';
import {
  type AtWork,
  claimPiece,
  findInvalidation,
  findNextDue,
  type Invalidation,
  listNext,
  moveStatement,
  noteAccountStatement,
  postpone,
} from './store.ts';

type Given = Pick<Deps, 'db' | 'clock' | 'wake'>;
type Hooks = { whenCounted: CountedHooks };

/**
 * Does a few steps of counting, striking off or undoing, and schedules itself for the next ones. The row holds the
 * position, so lost, late or repeated messages and killed runs do no harm.
 */
export async function goOnWithInvalidations(deps: Given, now: Date, hooks: Hooks): Promise<void> {
  const waiting = await listNext(deps.db, 2);
  const due = waiting.filter(({ nextAt }) => nextAt !== null && nextAt <= now);
  for (const one of due) await doPiece(deps, one, { now, hooks });
  const next = due.length === 0 ? (waiting[0]?.nextAt ?? null) : await findNextDue(deps.db);
  if (next) await deps.wake(workName, Math.max(1, Math.ceil((next.getTime() - now.getTime()) / second)));
}

/** As many steps as are good between two pauses. */
export async function doPiece(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, nextAt }: Pick<Invalidation, 'id' | 'nextAt'>,
  { now, hooks }: { now: Date; hooks: Hooks },
): Promise<void> {
  const until = new Date(now.getTime() + pieceLasts);
  if (!(await claimPiece(db, { id, nextAt, until }))) return;
  const startedAt = clock().getTime();
  for (let step = 0; step < stepsAPiece; step += 1) {
    const one = await findInvalidation(db, id);
    if (!one || !isAtWork(one.state) || !(await doStep(db, one, { now, hooks }))) break;
  }
  const took = clock().getTime() - startedAt;
  await postpone(db, id, new Date(now.getTime() + took + pauseAfter(took)));
}

/** False if there is no more to do, or something else has changed it. */
function doStep(db: D1Database, one: AtWork, { now, hooks }: { now: Date; hooks: Hooks }): Promise<boolean> {
  switch (one.state) {
    case 'running':
      return strikeSome(db, one, { now, hooks });
    case 'undoing':
      return takeSomeBack(db, one, { now, hooks });
    default:
      return countSome(db, one, now);
  }
}

async function countSome(db: D1Database, one: AtWork, now: Date): Promise<boolean> {
  const part = await findPart(db, one, rowsAStep);
  if (!part) return endCount(db, one, now);
  const wanted = { ...one, states: struckStates };
  const statements = countStatements(db, wanted, part, {
    isMuch: one.passed >= rareAbove,
    examples: examplesShown,
  });
  return commitStep(db, { ...one, to: part.last, rows: part.rows }, statements);
}

/** After the second count: starts, or asks again if much has changed. */
async function endCount(db: D1Database, one: AtWork, now: Date): Promise<boolean> {
  if (one.state === 'counting') {
    await moveStatement(db, { id: one.id, from: ['counting'], to: 'counted', next_at: null }).run();
    return false;
  }
  const found = await runQuery(db, foundQuery(db, one.id));
  if (!one.seen || isMuch(one.seen, found)) return askAgain(db, one, { found, now });
  return start(db, one, { found, now });
}

async function askAgain(
  db: D1Database,
  one: AtWork,
  { found, now }: { found: Found; now: Date },
): Promise<boolean> {
  const statement = moveStatement(db, {
    ...{ id: one.id, from: ['checking'], to: 'counted', next_at: null, is_changed: 1 },
    ...{ asked_by: null, asked_at: null, agreed_by: null },
  });
  await tell(db, one, {
    ...{ kind: 'invalidation-changed', now, steps: [{ statement, changes: 1 }] },
    before: { found: one.seen?.found ?? 0, counted: one.seen?.counted ?? 0 },
    after: found,
  });
  return false;
}

async function start(
  db: D1Database,
  one: AtWork,
  { found, now }: { found: Found; now: Date },
): Promise<boolean> {
  const statement = moveStatement(db, {
    ...{ id: one.id, from: ['checking'], to: 'running', cursor: 0, passed: 0 },
    ...{ seen_found: found.found, seen_counted: found.counted },
  });
  return tell(db, one, {
    kind: 'invalidate',
    reason: one.code,
    count: found.found,
    batch: one.id,
    after: { ...found, state: 'invalidated' },
    steps: [{ statement, changes: 1 }, noteAccountStatement(db, one.id)],
    now,
  });
}

async function strikeSome(
  db: D1Database,
  one: AtWork,
  { now, hooks }: { now: Date; hooks: Hooks },
): Promise<boolean> {
  const part = await findPart(db, one, rowsAStep);
  if (!part) return end(db, one, { now, kind: 'invalidation-done', to: 'done' });
  const seen = await listMatches(db, { ...one, states: struckStates }, part, changesAStep);
  const last = seen.length === changesAStep ? seen.at(-1) : undefined;
  const advance = last ? { to: last.row, rows: 0 } : { to: part.last, rows: part.rows };
  if (seen.length === 0) return commitStep(db, { ...one, ...advance }, []);
  const { id: batch, actionId, code } = one;
  const cityTime = cityTimeOf(one.timeZone, now);
  const statements = decideStatements(
    db,
    { actionId, kind: 'struck-off', code, batch, seen, cityTime },
    hooks.whenCounted,
  );
  return commitStep(db, { ...one, ...advance, adds: 'struck' }, statements);
}

async function takeSomeBack(
  db: D1Database,
  one: AtWork,
  { now, hooks }: { now: Date; hooks: Hooks },
): Promise<boolean> {
  const { id: batch, actionId, cursor: after } = one;
  const struck = await listStruck(db, { batch, after, most: changesAStep });
  const last = struck.at(-1);
  if (!last) return end(db, one, { now, kind: 'invalidation-undone', to: 'undone' });
  const ids = struck.map(({ id }) => id);
  const by = `undo ${batch}`;
  const cityTime = cityTimeOf(one.timeZone, now);
  const statements = takeBackStatements(
    db,
    { actionId, kind: 'struck-off', batch, ids, by, cityTime },
    hooks.whenCounted,
  );
  return commitStep(db, { ...one, to: last.decision, rows: struck.length, adds: 'restored' }, statements);
}

async function end(
  db: D1Database,
  one: AtWork,
  { now, kind, to }: { now: Date; kind: string; to: 'done' | 'undone' },
): Promise<boolean> {
  const { struck, restored } = one;
  const statement = moveStatement(db, {
    ...{ id: one.id, from: [one.state], to, next_at: null, ended_at: now.getTime() },
  });
  const after = to === 'done' ? { struck } : { restored, left: struck - restored };
  const count = to === 'done' ? struck : restored;
  await tell(db, one, { kind, count, after, steps: [{ statement, changes: 1 }], now });
  return false;
}

type RunNews = {
  kind: string;
  reason?: string;
  count?: number;
  batch?: string;
  before?: Record<string, string | number>;
  after: Record<string, string | number>;
  steps: readonly Step[];
  now: Date;
};

/** The act belongs to whoever started it; the background work continues it. */
async function tell(db: D1Database, one: AtWork, { steps, now, ...act }: RunNews): Promise<boolean> {
  const { id, campaignId, campaignSlug } = one;
  const actor = one.endedBy ?? one.agreedBy ?? one.askedBy ?? one.madeBy;
  const campaign = { id: campaignId, slug: campaignSlug };
  const done = await commitWithAct({ db }, { act: { campaign, actor, subject: id, ...act }, steps, now });
  return done.ok;
}
