import { err, ok, type Result } from '../result.ts';

/** One write of a feature, as plain JSON. `ref` is the id of the row it is about. */
export type Write = { kind: string; ref: string; data: unknown };

/** The row after the commit; null if it does not exist. A different content has a different version. */
export type Stored = {
  state: string;
  reason: string | null;
  contentVersion: string | null;
  /** Of rows that links lead to: which of them hold. */
  linkGeneration?: number;
} | null;

export type CommitRefusal = { reason: 'overloaded' };

/** Whose intake takes a write. A `group` has its own intakes, among which `key` (hex, eight digits or more) chooses. */
export type Scope = { group: number; key: string };

/** Writes with the same key always meet in the same intake, as long as the number of shards does not change. */
export function intakeName({ group, key }: Scope, shards: number): string {
  return `${group}:${Number.parseInt(key.slice(0, 8), 16) % shards}`;
}

/**
 * Puts a write into the next transaction, and answers once it is committed. A write that was already committed changes
 * nothing. Throws if the database fails.
 */
export type Commit = (scope: Scope, write: Write) => Promise<Result<Stored, CommitRefusal>>;

/** Turns any number of writes of one kind into statements of one batch. The data are in the order of arrival. */
export type WriteKind = (db: D1Database, data: unknown[]) => D1PreparedStatement[];

/** Reads what a round needs to know before its batch: gets the data of its writes of one kind, and completes them. */
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

/**
 * The errors in D1's documentation (developers.cloudflare.com/d1/observability/debug-d1) for which it says "retry the
 * operation".
 */
const retryable = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'transient issue on remote node',
  'client disconnected',
];
/** Those for which it says "send fewer requests, with less in each". */
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
