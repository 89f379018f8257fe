import { DurableObject } from 'cloudflare:workers';
import { createGroupCommit } from '../platform/commit/group-commit.ts';
import type { Reply, Write } from '../platform/commit/writes.ts';
import { logFailure } from '../platform/log.ts';
import type { Env } from '../platform/settings.ts';
import { pause } from '../platform/time/pause.ts';
import { shippedHouse } from './features.ts';

/** About 1.5 kB each: about ten seconds of the highest peak load. */
const mostWaiting = 10_000;
const gatherFor = 2;
/** One wake-up of the outbox for all the commits of so many milliseconds. */
const wakeAfter = 250;

/** One for each action and shard. It keeps nothing that the database does not have. */
export class Intake extends DurableObject<Env> {
  private isWakeDue = false;
  private readonly add = createGroupCommit({
    db: this.env.DB,
    writes: shippedHouse.writes,
    mostWaiting,
    gatherFor,
    sleep: pause,
    committed: () => this.wakeOutbox(),
  });

  commit(write: Write): Promise<Reply> {
    return this.add(write);
  }

  private async wakeOutbox(): Promise<void> {
    if (this.isWakeDue) return;
    this.isWakeDue = true;
    await pause(wakeAfter);
    this.isWakeDue = false;
    try {
      await this.env.JOBS.send({ kind: 'drain-outbox' });
    } catch (error) {
      logFailure('wake-up-lost', error);
    }
  }
}
