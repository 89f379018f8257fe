import { log } from '../log.ts';
import { type Commit, type Reply, resultOf, type Scope, type Write } from './writes.ts';

type IntakeStub = { commit(write: Write): Promise<Reply> };

const triesACall = 3;

/**
 * The way to the intake of a scope. The object may be moved or restarted under a call; the same write again is then
 * the same write.
 */
export function callIntake(intakeOf: (scope: Scope) => IntakeStub): Commit {
  return async (scope, write) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return resultOf(await intakeOf(scope).commit(write));
      } catch (error) {
        const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
        if (overloaded) return resultOf({ ok: false, reason: 'overloaded' });
        if (!retryable || attempt === triesACall) throw error;
        log('warn', 'intake-called-again', { attempt });
      }
    }
  };
}
