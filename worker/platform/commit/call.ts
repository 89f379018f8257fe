import { log, logFailure } from '../log.ts';
import { pause } from '../time/pause.ts';
import { type Commit, type Reply, resultOf, type Scope, type Write } from './writes.ts';

type IntakeStub = { commit(write: Write): Promise<Reply> };

const triesACall = 3;

/**
 * Sends writes to the intake of their scope. The Durable Object may be moved or restarted during a call. Sending the
 * same write again is safe, and a caller who still gets no answer may try once more.
 */
export function callIntake(
  intakeOf: (scope: Scope) => IntakeStub,
  sleep: (milliseconds: number) => Promise<void> = pause,
): Commit {
  return async (scope, write) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return resultOf(await intakeOf(scope).commit(write));
      } catch (error) {
        const { retryable, overloaded } = Object(error) as { retryable?: boolean; overloaded?: boolean };
        if (!retryable && !overloaded) throw error;
        if (overloaded || attempt === triesACall) {
          logFailure('intake-not-reached', error, { attempt });
          return resultOf({ ok: false, reason: 'overloaded' });
        }
        log('warn', 'intake-called-again', { attempt });
        await sleep(20 * 4 ** attempt);
      }
    }
  };
}
