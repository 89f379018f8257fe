import { watchDb } from '../support/watched-db.ts';

export type Fault = {
  atCall: number;
  /** 'after' means that the call did its work, but its answer is lost. */
  when: 'before' | 'after';
  message: string;
  /** Every later call fails as well. */
  forGood?: boolean;
};

/** The real D1, with one call that can be made to fail. */
export function faultyDb() {
  let fault: Fault | null = null;
  let calls = 0;
  const db = watchDb({
    async call(work) {
      calls += 1;
      const strikes = fault !== null && (fault.forGood ? calls >= fault.atCall : calls === fault.atCall);
      // With `forGood`, calls after the first failed one do not reach the database.
      if (fault && strikes && (fault.when === 'before' || calls > fault.atCall))
        throw new Error(fault.message);
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
    },
    calls: () => calls,
  };
}
