import { type DigestsMade, makeDueDigests } from '../../worker/digests/make-digests.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Settings } from '../../worker/platform/settings.ts';
import { type Figure, figureOf } from './report.ts';
import { short, thousands } from './words.ts';

/** How many rows the weekly digests of all committees read with so many signatures stored. */
export async function digestFigure(db: D1Database, stored: number): Promise<Figure> {
  const due = await db.prepare('SELECT max(next_digest_at) AS at FROM committees').first<number>('at');
  const counted = countReads(db);
  const startedAt = performance.now();
  const made = await makeDigests(counted.db, new Date(due ?? Date.now()));
  const time = short(performance.now() - startedAt);
  console.log(`A digest of ${thousands(stored)} signatures: ${JSON.stringify(made)} in ${time} ms`);
  const budget = { of: 'median', is: 'at most', bound: 1000 } as const;
  return figureOf(`digest/${stored}`, 'rows read', { values: [counted.rows()] }, budget);
}

/** Only the closings need them. */
const unused = { keyring: {} as Keyring, settings: {} as Settings };

/** Makes every digest that is due by then, without its statements. */
export async function makeDigests(db: D1Database, now: Date): Promise<DigestsMade> {
  const sections = await shippedHouse.digestSections();
  return makeDueDigests({ db, sections, closings: [], ...unused }, now);
}

/** Sums the rows that each statement has read, as D1 reports them. */
function countReads(db: D1Database): { db: D1Database; rows(): number } {
  let rows = 0;
  const originals = new WeakMap<object, D1PreparedStatement>();
  const note = <Result extends D1Result>(result: Result): Result => {
    rows += result.meta.rows_read;
    return result;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => note(await statement.all()),
      run: async () => note(await statement.run()),
      async first(column?: string) {
        const row = note(await statement.all()).results[0] as Record<string, unknown> | undefined;
        return row ? (column ? row[column] : row) : null;
      },
    } as unknown as D1PreparedStatement;
    originals.set(wrapped, statement);
    return wrapped;
  };
  const counting = {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) =>
      (await db.batch(statements.map((statement) => originals.get(statement) ?? statement))).map(note),
  } as unknown as D1Database;
  return { db: counting, rows: () => rows };
}
