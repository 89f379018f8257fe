import { createGroupCommit, type GroupCommitOptions } from '../../../worker/platform/commit/group-commit.ts';
import type { StoredRow, Write, WriteKinds } from '../../../worker/platform/commit/writes.ts';

type Hook = (refs: string[], call: number) => unknown;

/** A fake database that stores only refs, but does so in transactions. Hooks run before and after each. */
export function toyDatabase({ before, after }: { before?: Hook; after?: Hook } = {}) {
  const rows = new Map<string, number>();
  const calls: string[][] = [];
  const batch = async (statements: ToyStatement[]) => {
    const refs = statements.flatMap(({ put }) => put ?? []);
    const call = calls.push(refs);
    await before?.(refs, call);
    for (const ref of refs) rows.set(ref, rows.get(ref) ?? call);
    const found = statements.flatMap(({ read }) => read ?? []).filter((ref) => rows.has(ref));
    await after?.(refs, call);
    return statements.map(() => ({ results: found.map(rowOf) }));
  };
  return { rows, calls, db: { batch } as unknown as D1Database };
}

type ToyStatement = { put?: string[]; read?: string[] };

function rowOf(ref: string): StoredRow {
  return { ref, state: `stored ${ref}`, reason: null, contentVersion: `of ${ref}` };
}

export const toyWrites: WriteKinds = {
  kinds: new Map([['put', (_db, data) => [{ put: data.map(refOf) }] as unknown as D1PreparedStatement[]]]),
  readBack: (_db, refs) => ({ read: JSON.parse(refs) }) as unknown as D1PreparedStatement,
};

function refOf(data: unknown): string {
  return (data as { ref: string }).ref;
}

export function put(ref: string, bytes = 0): Write {
  return { kind: 'put', ref, data: { ref, ...(bytes > 0 ? { load: 'x'.repeat(bytes) } : {}) } };
}

export function puts(count: number): Write[] {
  return Array.from({ length: count }, (_, index) => put(`w${index}`));
}

/** Does not sleep, but records how long it would have. */
export function toyIntake(db: D1Database, changes: Partial<GroupCommitOptions> = {}) {
  const slept: number[] = [];
  const add = createGroupCommit({
    db,
    writes: [toyWrites],
    mostWaiting: 10_000,
    gatherFor: 2,
    async sleep(milliseconds) {
      slept.push(milliseconds);
    },
    ...changes,
  });
  return { add, slept };
}

/** A promise that the test resolves with `open`. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Waits until everything that does not wait for something else is done. */
export async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

export const stored = (ref: string) => ({
  ok: true,
  stored: { state: `stored ${ref}`, reason: null, contentVersion: `of ${ref}` },
});
