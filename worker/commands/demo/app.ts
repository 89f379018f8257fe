import { createApp } from '../../main/app.ts';
import { shippedHouse } from '../../main/features.ts';
import { runSchedule } from '../../main/schedule.ts';
import { createGroupCommit } from '../../platform/commit/group-commit.ts';
import { resultOf } from '../../platform/commit/writes.ts';
import { createKeyring } from '../../platform/crypto/keyring.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Settings } from '../../platform/settings.ts';

export type DemoApp = ReturnType<typeof createDemoApp>;

/** The whole application in this process, with a clock that can be set into the past. */
export function createDemoApp(db: D1Database, settings: Settings) {
  let now = new Date();
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const add = createGroupCommit({ db, writes: shippedHouse.writes, mostWaiting: 1000, gatherFor: 0, sleep });
  const deps: Deps = {
    db,
    keyring: createKeyring(settings.keyring),
    settings: { ...settings, limits: null },
    clock: () => now,
    rate: null,
    commit: async (_scope, write) => resultOf(await add(write)),
    deliversAtHome: true,
    wakeOutbox: async () => {},
    wake: async () => {},
  };
  const app = createApp(deps);
  const context = { waitUntil() {}, passThroughOnException() {}, props: {} } as unknown as ExecutionContext;
  return {
    deps,
    setClock(at: Date) {
      now = at;
    },
    /** As a program sends it. `connection` is the address that it comes from. */
    async send(path: string, body: object, connection: string): Promise<void> {
      const headers = { 'content-type': 'application/json', 'cf-connecting-ip': connection };
      const answer = await app.request(
        path,
        { method: 'POST', headers, body: JSON.stringify(body) },
        {},
        context,
      );
      if (answer.status !== 202) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    },
    /** What the Worker does every quarter of an hour. */
    cron: (at: Date) => runSchedule(deps, at),
  };
}
