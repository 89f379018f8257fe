import { type WatchedStatement, watchDb } from '../support/watched-db.ts';

export type Fault = {
  atCall: number;
  /** 'after' means that the call did its work, but its answer is lost. */
  when: 'before' | 'after';
  message: string;
  /** Every later call fails as well. */
  forGood?: boolean;
  /** Only calls that write are counted. */
  ofWrites?: boolean;
};

const writes = ({ sql }: WatchedStatement) => !/^\s*SELECT\b/i.test(sql);

/** The real D1, with one call that can be made to fail. */
export function faultyDb() {
  let fault: Fault | null = null;
  let calls = 0;
  let hasStruck = false;
  const db = watchDb({
    async call(work, statements) {
      const counts = !fault?.ofWrites || statements.some(writes);
      if (counts) calls += 1;
      // With `forGood`, calls after the first failed one do not reach the database.
      if (fault?.forGood && hasStruck) throw new Error(fault.message);
      const strikes = fault !== null && counts && calls === fault.atCall;
      if (strikes) hasStruck = true;
      if (fault && strikes && fault.when === 'before') throw new Error(fault.message);
      const value = await work();
      if (fault && strikes) throw new Error(fault.message);
      return value;
    },
  });
  return {
    db,
    /** Counts calls from the next one. Null turns failures off. */
    fail(next: Fault | null) {
      fault = next;
      calls = 0;
      hasStruck = false;
    },
    calls: () => calls,
  };
}
