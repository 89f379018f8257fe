import type { Commit } from './commit/writes.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Settings } from './settings.ts';
import type { Clock } from './time/clock.ts';

/** What functions, jobs and routes depend on. Made once per isolate by `worker/main/index.ts`, or by a test. */
export type Deps = {
  db: D1Database;
  keyring: Keyring;
  settings: Settings;
  clock: Clock;
  rate: RateLimit | null;
  commit: Commit;
  /** No mail goes out, and those in the local mailbox count as delivered. Only on somebody's own machine. */
  deliversAtHome?: boolean;
  /**
   * Wakes the outbox. It is only a signal: the outbox's rows say what to send, and cron finds them if a message is
   * lost.
   */
  wakeOutbox(delaySeconds?: number): Promise<void>;
  /** Wakes scheduled work by its name, for what goes on in small pieces. Cron does it too, only later. */
  wake(work: string, delaySeconds?: number): Promise<void>;
};
