/** What one piece of work asked of the database first, and how it goes on. */
type FirstCall = {
  statements: D1PreparedStatement[];
  answer: (results: D1Result[]) => void;
  fail: (reason: unknown) => void;
};

type Work<Value> = (db: D1Database) => Promise<Value>;

/** How it ended, and whether it did more than ask once. */
export type Ended<Value> = PromiseSettledResult<Value> & { isBusy: boolean };

/**
 * Runs pieces of work as if one after the other, in their order, but the first calls of all of them travel to the
 * database together, in one transaction. Most work finds in its first call that nothing is due, so an idle run costs
 * one round trip. Where that one fails, each first call is made alone, and only the work that is to blame fails.
 *
 * What a piece finds in its first call is as it was before any of them did more. So the ones behind the first busy one
 * that found nothing to do are run once more.
 */
export async function runTogether<Value>(
  db: D1Database,
  works: readonly Work<Value>[],
): Promise<Ended<Value>[]> {
  const ended = await runOnce(db, works);
  const firstBusy = ended.findIndex(({ isBusy }) => isBusy);
  if (firstBusy < 0) return ended;
  const behind = ended.flatMap(({ isBusy }, place) => (place > firstBusy && !isBusy ? [place] : []));
  const again = await runOnce(
    db,
    behind.map((place) => works[place] as Work<Value>),
  );
  return ended.map((one, place) => again[behind.indexOf(place)] ?? one);
}

async function runOnce<Value>(db: D1Database, works: readonly Work<Value>[]): Promise<Ended<Value>[]> {
  const started = [];
  for (const work of works) started.push(await startHeld(db, work));
  const shared = await callTogether(
    db,
    started.flatMap(({ first }) => first ?? []),
  );
  const ended: Ended<Value>[] = [];
  for (const { first, done, isBusy } of started) {
    if (first) await goOn(db, first, shared.get(first));
    const [outcome] = await Promise.allSettled([done]);
    ended.push({ ...outcome, isBusy: isBusy() });
  }
  return ended;
}

/** Runs it up to its first call, or to its end if it makes none. */
async function startHeld<Value>(db: D1Database, work: Work<Value>) {
  let first: FirstCall | null = null;
  let calls = 0;
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  const done = work(
    watching(db, (statements, pass) => {
      calls += 1;
      if (calls > 1) return pass();
      return new Promise((answer, fail) => {
        first = { statements, answer, fail };
        held();
      });
    }),
  );
  await Promise.race([isHeld, done.catch(() => {})]);
  return { first: first as FirstCall | null, done, isBusy: () => calls > 1 };
}

/** The results of each call; none if the database refused them together. */
async function callTogether(
  db: D1Database,
  calls: readonly FirstCall[],
): Promise<Map<FirstCall, D1Result[]>> {
  const statements = calls.flatMap((call) => call.statements);
  if (calls.length < 2) return new Map();
  try {
    const results = await db.batch(statements);
    let from = 0;
    return new Map(
      calls.map((call) => {
        const own = results.slice(from, from + call.statements.length);
        from += call.statements.length;
        return [call, own];
      }),
    );
  } catch {
    return new Map();
  }
}

async function goOn(db: D1Database, { statements, answer, fail }: FirstCall, results?: D1Result[]) {
  try {
    answer(results ?? (await db.batch(statements)));
  } catch (reason) {
    fail(reason);
  }
}

type OnCall = (statements: D1PreparedStatement[], pass: () => Promise<D1Result[]>) => Promise<D1Result[]>;

/** The database, with each call as the batch that it is. */
function watching(db: D1Database, onCall: OnCall): D1Database {
  const real = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const call = async (statement: D1PreparedStatement) => {
    const [result] = await onCall([statement], async () => [await statement.all()]);
    return result as D1Result;
  };
  const watch = (statement: D1PreparedStatement): D1PreparedStatement => {
    const watched = {
      bind: (...values: unknown[]) => watch(statement.bind(...values)),
      all: () => call(statement),
      run: () => call(statement),
      async first(column?: string) {
        const [row] = (await call(statement)).results as Record<string, unknown>[];
        return row === undefined || column === undefined ? (row ?? null) : row[column];
      },
    } as unknown as D1PreparedStatement;
    real.set(watched, statement);
    return watched;
  };
  return {
    prepare: (sql: string) => watch(db.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => {
      const own = statements.map((one) => real.get(one) ?? one);
      return onCall(own, () => db.batch(own));
    },
  } as unknown as D1Database;
}
