import { utf8 } from '../crypto/bytes.ts';
import { logFailure } from '../log.ts';
import {
  answersOf,
  byKind,
  type Reply,
  roundLength,
  rowsARound,
  type Stored,
  type StoredRow,
  troubleOf,
  type Write,
  type WriteKinds,
} from './writes.ts';

type Waiting = { write: Write; size: number; answer: (reply: Reply) => void };

export type GroupCommitOptions = {
  db: D1Database;
  writes: readonly WriteKinds[];
  /** If so many writes wait, or 24 MB of them, more writes are refused. */
  mostWaiting: number;
  /** How long an idle intake waits for more writes, in milliseconds. */
  gatherFor: number;
  sleep(milliseconds: number): Promise<void>;
  /** Called after each commit. */
  committed?(): void;
};

const triesARound = 4;
/**
 * Enough to find a few bad writes in a full round. If there are more, the database itself is failing, and halving would
 * only add load.
 */
const failuresARound = 40;
/** An isolate has 128 MB for everything. */
const mostBytesWaiting = 24_000_000;

/**
 * Gathers writes while one batch is under way and commits them as the next. Nothing is answered before its batch is
 * committed, and nothing is kept that the database does not have.
 */
export function createGroupCommit(options: GroupCommitOptions): (write: Write) => Promise<Reply> {
  const waiting: Waiting[] = [];
  let bytes = 0;
  let isRunning = false;

  function nextRound(): Waiting[] {
    // Look only at as many as fit into a round: ten thousand may be waiting.
    const sizes = waiting.slice(0, rowsARound).map(({ size }) => size);
    const round = waiting.splice(0, roundLength(sizes));
    for (const { size } of round) bytes -= size;
    return round;
  }

  async function run() {
    let round: Waiting[] = [];
    try {
      await options.sleep(options.gatherFor);
      while (waiting.length > 0) {
        round = nextRound();
        await settle(options, round, { failures: failuresARound });
      }
    } catch (error) {
      // Every caller must get an answer, whatever went wrong. Those that already have one keep it.
      logFailure('intake-failed', error);
      for (const { answer } of [...round, ...waiting.splice(0)]) answer({ ok: false, reason: 'broken' });
      bytes = 0;
    } finally {
      isRunning = false;
    }
  }

  return async (write) => {
    const size = utf8(JSON.stringify(write.data)).length;
    if (waiting.length >= options.mostWaiting || bytes + size > mostBytesWaiting) {
      return { ok: false, reason: 'overloaded' };
    }
    return new Promise((answer) => {
      waiting.push({ write, size, answer });
      bytes += size;
      if (isRunning) return;
      isRunning = true;
      void run();
    });
  };
}

/** Commits a round. One write that the database cannot take is found by halving and fails alone. */
async function settle(
  options: GroupCommitOptions,
  round: Waiting[],
  left: { failures: number },
): Promise<void> {
  const outcome = await commitWithRetries(
    options,
    round.map(({ write }) => write),
  );
  if (outcome.ok) {
    for (const [index, { answer }] of round.entries())
      answer({ ok: true, stored: outcome.stored[index] ?? null });
    tell(options);
    return;
  }
  left.failures -= 1;
  if (outcome.reason === 'overloaded' || round.length === 1 || left.failures <= 0) {
    for (const { answer } of round) answer({ ok: false, reason: outcome.reason });
  } else {
    const middle = Math.ceil(round.length / 2);
    await settle(options, round.slice(0, middle), left);
    await settle(options, round.slice(middle), left);
  }
}

function tell({ committed }: GroupCommitOptions): void {
  try {
    committed?.();
  } catch (error) {
    logFailure('commit-not-told', error);
  }
}

type Outcome = { ok: true; stored: Stored[] } | { ok: false; reason: 'overloaded' | 'broken' };

async function commitWithRetries(options: GroupCommitOptions, round: Write[]): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ok: true, stored: await commitRound(options.db, options.writes, round) };
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== 'retry' || attempt === triesARound) {
        logFailure('round-failed', error, { trouble, writes: round.length, attempt });
        return { ok: false, reason: trouble === 'broken' ? 'broken' : 'overloaded' };
      }
      await options.sleep(10 * 4 ** attempt);
    }
  }
}

/** One batch is one transaction: first the writes in the order of their kinds, then the reads of their rows. */
async function commitRound(db: D1Database, writes: readonly WriteKinds[], round: Write[]): Promise<Stored[]> {
  const makers = new Map(writes.flatMap(({ kinds }) => [...kinds]));
  const readers = new Map(writes.flatMap(({ readers = [] }) => [...readers]));
  const complete = await Promise.all(
    byKind(round, makers.keys()).map(async ([kind, data]) => {
      const read = readers.get(kind);
      return [kind, read ? await read(db, data) : data] as const;
    }),
  );
  const statements = complete.flatMap(([kind, data]) => makers.get(kind)?.(db, data) ?? []);
  const readBacks = readBacksOf(db, writes, round);
  const results = await db.batch<StoredRow>([...statements, ...readBacks]);
  const rows = results.slice(statements.length).flatMap(({ results }) => results);
  return answersOf(round, rows);
}

/** One statement for each kind of row that the round writes. */
function readBacksOf(db: D1Database, writes: readonly WriteKinds[], round: Write[]): D1PreparedStatement[] {
  const refs = new Map<WriteKinds['readBack'], string[]>();
  for (const { kinds, readBack } of writes) {
    const own = round.filter(({ kind }) => kinds.has(kind)).map(({ ref }) => ref);
    if (own.length > 0) refs.set(readBack, [...(refs.get(readBack) ?? []), ...own]);
  }
  return [...refs].map(([readBack, own]) => readBack(db, JSON.stringify(own)));
}
