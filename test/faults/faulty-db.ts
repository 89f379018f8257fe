import { watchDb } from '../support/watched-db.ts';

export type Fault = {
  atCall: number;
  /** After: it did its work, and its answer is lost. */
  when: 'before' | 'after';
  message: string;
  /** Every later call fails as well. */
  forGood?: boolean;
};

/** The runtime's own D1, whose n-th call fails once it is told so. */
export function faultyDb() {
  let fault: Fault | null = null;
  let calls = 0;
  const db = watchDb({
    async call(work) {
      calls += 1;
      const strikes = fault !== null && (fault.forGood ? calls >= fault.atCall : calls === fault.atCall);
      // For good: what comes after the first does not even get there.
      if (fault && strikes && (fault.when === 'before' || calls > fault.atCall))
        throw new Error(fault.message);
      const value = await work();
      if (fault && strikes) throw new Error(fault.message);
      return value;
    },
  });
  return {
    db,
    /** From the next call on. Null: all is well again. */
    fail(next: Fault | null) {
      fault = next;
      calls = 0;
    },
    calls: () => calls,
  };
}
