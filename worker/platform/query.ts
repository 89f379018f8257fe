/** Statements and how to read their rows. Several queries can share one round trip to the database. */
export type Query<Value> = {
  statements: readonly D1PreparedStatement[];
  read: (rows: readonly unknown[][]) => Value;
};

/** A subquery for one value, such as an id, and the value that it binds. */
export type Subquery = { sql: string; value: string | number };

export function knownValue(value: string | number): Subquery {
  return { sql: 'SELECT ? AS id', value };
}

/** Counts of what waits stop here: every page of the console shows them, and says "more than". */
export const waitingAtMost = 20;

/** Runs in one round trip and one transaction. */
export async function runQuery<Value>(db: D1Database, { statements, read }: Query<Value>): Promise<Value> {
  if (statements.length === 0) return read([]);
  const results = await db.batch([...statements]);
  return read(results.map((result) => result.results));
}

/** A query of one statement. */
export function rowsQuery<Row, Value>(
  statement: D1PreparedStatement,
  read: (rows: Row[]) => Value,
): Query<Value> {
  return { statements: [statement], read: ([rows = []]) => read(rows as Row[]) };
}

export function mapQuery<From, To>({ statements, read }: Query<From>, map: (value: From) => To): Query<To> {
  return { statements, read: (rows) => map(read(rows)) };
}

/** A query without statements. */
export function knownQuery<Value>(value: Value): Query<Value> {
  return { statements: [], read: () => value };
}

export function listQuery<Value>(queries: readonly Query<Value>[]): Query<Value[]> {
  return {
    statements: queries.flatMap(({ statements }) => statements),
    read(rows) {
      let from = 0;
      return queries.map(({ statements, read }) => {
        const own = rows.slice(from, from + statements.length);
        from += statements.length;
        return read(own);
      });
    },
  };
}

/**
 * The first `most` of several lists that are each in the order of an index. The heads of all are read first. Then each
 * list is read on after its head (`after`): of the list with the third head, two others come before it, so two fewer of
 * it are read, and nothing behind the last head that is shown (`until`). Two round trips.
 */
export async function firstOfLists<Key>(
  db: D1Database,
  lists: readonly ((asked: { most: number; after: Key | null; until: Key | null }) => Query<Key[]>)[],
  { most, order }: { most: number; order: (a: Key, b: Key) => number },
): Promise<Key[]> {
  const heads = await runQuery(
    db,
    listQuery(lists.map((list) => list({ most: 1, after: null, until: null }))),
  );
  const first = lists
    .flatMap((list, index) => (heads[index] ?? []).map((head) => ({ list, head })))
    .toSorted((a, b) => order(a.head, b.head))
    .slice(0, most);
  const until = first[most - 1]?.head ?? null;
  const rest = first.flatMap(({ list, head }, place) =>
    place < most - 1 ? [list({ most: most - 1 - place, after: head, until })] : [],
  );
  const found = await runQuery(db, listQuery(rest));
  return [...first.map(({ head }) => head), ...found.flat()].toSorted(order).slice(0, most);
}

/** Combines several queries into one, with each value under its name. */
export function joinQueries<Values extends object>(
  queries: {
    [Name in keyof Values]: Query<Values[Name]>;
  },
): Query<Values> {
  const names = Object.keys(queries);
  return mapQuery(
    listQuery<unknown>(Object.values(queries)),
    (values) => Object.fromEntries(values.map((value, index) => [names[index], value])) as Values,
  );
}
