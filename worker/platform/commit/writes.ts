import { err, ok, type Result } from '../result.ts';

/** One write of a feature, as plain JSON. `ref` is the id of the row it is about. */
export type Write = { kind: string; ref: string; data: unknown };

/** The row after the commit; null where there is none. A different content has a different version. */
export type Stored = {
  state: string;
  reason: string | null;
  contentVersion: string | null;
  /** Of rows that links lead to: which of them hold. */
  linkGeneration?: number;
} | null;

export type CommitRefusal = { reason: 'overloaded' };

/** Whose intake takes a write: `group` has its own, and may have several, told apart by `key` (hex, eight or more). */
export type Scope = { group: number; key: string };

/** Writes of one key always meet in one intake, as long as the number of shards stays. */
export function intakeName({ group, key }: Scope, shards: number): string {
  return `${group}:${Number.parseInt(key.slice(0, 8), 16) % shards}`;
}

/**
 * Takes a write into the next transaction and answers once it is committed. A write that was committed already stays
 * as it is. Throws where the database fails.
 */
export type Commit = (scope: Scope, write: Write) => Promise<Result<Stored, CommitRefusal>>;

/** Turns any number of writes of one kind into statements of one batch. The data are in the order of arrival. */
export type WriteKind = (db: D1Database, data: unknown[]) => D1PreparedStatement[];

/** What a round needs to know of the database before its batch: the data of its writes of one kind, made complete. */
export type WriteReader = (db: D1Database, data: unknown[]) => Promise<unknown[]>;

/** The writes of one feature. */
export type WriteKinds = {
  /** Read once for all writes of a kind in a round. */
  readers?: ReadonlyMap<string, WriteReader>;
  /** In the order in which a batch runs them. */
  kinds: ReadonlyMap<string, WriteKind>;
  /** Selects a StoredRow of each row named by a JSON array. */
  readBack(db: D1Database, refs: string): D1PreparedStatement;
};

export type StoredRow = NonNullable<Stored> & { ref: string };

export const rowsARound = 500;
/** Under D1's limit of 2 MB a value, with room for what JSON adds. */
export const bytesARound = 1_500_000;

/** How many of the waiting writes, from the first on, go into one batch. At least one. */
export function roundLength(sizes: number[]): number {
  let bytes = 0;
  for (const [index, size] of sizes.entries()) {
    bytes += size;
    if (index === rowsARound || (index > 0 && bytes > bytesARound)) return index;
  }
  return sizes.length;
}

/** The data of a round by kind, in the order of the kinds. */
export function byKind(round: Write[], order: Iterable<string>): [kind: string, data: unknown[]][] {
  const groups = Map.groupBy(round, ({ kind }) => kind);
  const known = [...order].filter((kind) => groups.has(kind));
  if (known.length < groups.size) throw new Error('a write of a kind that nobody knows');
  return known.map((kind) => [kind, (groups.get(kind) ?? []).map(({ data }) => data)]);
}

/** The answer to each write: its own row after the commit. */
export function answersOf(round: Write[], rows: StoredRow[]): Stored[] {
  const stored = new Map(rows.map(({ ref, ...row }) => [ref, row]));
  return round.map(({ ref }) => stored.get(ref) ?? null);
}

export type Trouble = 'retry' | 'overloaded' | 'broken';

/** D1's own list of errors (developers.cloudflare.com/d1/observability/debug-d1): those that say "retry the operation". */
const retryable = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'transient issue on remote node',
  'client disconnected',
];
/** And those that say "send fewer requests, with less in each". */
const overloaded = [
  'overloaded',
  'timeout',
  'exceeded its CPU time limit',
  'exceeded its memory limit',
  'timed out',
];

export function troubleOf(error: unknown): Trouble {
  const message = error instanceof Error ? `${error.message} ${causeOf(error)}` : String(error);
  const says = (parts: string[]) => parts.some((part) => message.toLowerCase().includes(part.toLowerCase()));
  if (says(retryable)) return 'retry';
  return says(overloaded) ? 'overloaded' : 'broken';
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : '';
}

/** An answer for a boundary that carries no exceptions, such as a call of a Durable Object. */
export type Reply = { ok: true; stored: Stored } | { ok: false; reason: 'overloaded' | 'broken' };

export function resultOf(reply: Reply): Result<Stored, CommitRefusal> {
  if (reply.ok) return ok(reply.stored);
  if (reply.reason === 'overloaded') return err({ reason: 'overloaded' });
  throw new Error('the database refused a write');
}
