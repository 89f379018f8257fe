import { logFailure } from '../log.ts';
import {
  answersOf,
  byKind,
  type Reply,
  roundLength,
  type Stored,
  type StoredRow,
  troubleOf,
  type Write,
  type WriteKinds,
} from './writes.ts';

type Waiting = { write: Write; size: number; answer: (reply: Reply) => void };

export type GroupCommitOptions = {
  db: D1Database;
  writes: WriteKinds;
  /** Past so many waiting writes the next is turned away. */
  mostWaiting: number;
  /** How long an idle intake waits for company, in milliseconds. */
  gatherFor: number;
  sleep(milliseconds: number): Promise<void>;
  /** After each commit. */
  committed?(): void;
};

const triesARound = 4;

/**
 * Gathers writes while one batch is under way and commits them as the next. Nothing is answered before its batch is
 * committed, and nothing is kept that the database does not have.
 */
export function createGroupCommit(options: GroupCommitOptions): (write: Write) => Promise<Reply> {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function run() {
    await options.sleep(options.gatherFor);
    while (waiting.length > 0) {
      const round = waiting.splice(0, roundLength(waiting.map(({ size }) => size)));
      await settle(options, round);
    }
    isRunning = false;
  }

  return (write) => {
    if (waiting.length >= options.mostWaiting) return Promise.resolve({ ok: false, reason: 'overloaded' });
    return new Promise((answer) => {
      waiting.push({ write, size: JSON.stringify(write.data).length, answer });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
  };
}

/** Commits a round. One write that the database cannot take is found by halving and fails alone. */
async function settle(options: GroupCommitOptions, round: Waiting[]): Promise<void> {
  const outcome = await commitWithRetries(
    options,
    round.map(({ write }) => write),
  );
  if (outcome.ok) {
    round.forEach(({ answer }, index) => answer({ ok: true, stored: outcome.stored[index] ?? null }));
    options.committed?.();
  } else if (outcome.reason === 'overloaded' || round.length === 1) {
    for (const { answer } of round) answer({ ok: false, reason: outcome.reason });
  } else {
    const middle = Math.ceil(round.length / 2);
    await settle(options, round.slice(0, middle));
    await settle(options, round.slice(middle));
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

/** One batch is one transaction: the writes, and then what stands in their rows. */
async function commitRound(
  db: D1Database,
  { kinds, readBack }: WriteKinds,
  round: Write[],
): Promise<Stored[]> {
  const statements = byKind(round, kinds.keys()).flatMap(([kind, data]) => kinds.get(kind)?.(db, data) ?? []);
  const refs = JSON.stringify(round.map(({ ref }) => ref));
  const results = await db.batch<StoredRow>([...statements, readBack(db, refs)]);
  return answersOf(round, results.at(-1)?.results ?? []);
}
