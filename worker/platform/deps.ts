import type { Commit } from './commit/writes.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Settings } from './settings.ts';
import type { Clock } from './time/clock.ts';

/** What verbs, jobs and routes are given; made once per isolate by `worker/main/index.ts`, or by a test. */
export type Deps = {
  db: D1Database;
  keyring: Keyring;
  settings: Settings;
  clock: Clock;
  rate: RateLimit | null;
  commit: Commit;
  /** Wakes the outbox. Only a wake-up: the row is the truth, and cron finds what a lost message leaves behind. */
  wakeOutbox(delaySeconds?: number): Promise<void>;
};
