import { env } from 'cloudflare:workers';
import { createApp } from '../../worker/main/app.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import {
  answersOf,
  type Commit,
  type StoredRow,
  type WriteKinds,
} from '../../worker/platform/commit/writes.ts';
import { createKeyring } from '../../worker/platform/crypto/keyring.ts';
import type { Deps } from '../../worker/platform/deps.ts';
import { ok } from '../../worker/platform/result.ts';
import { type Env, readSettings } from '../../worker/platform/settings.ts';
import { systemClock } from '../../worker/platform/time/clock.ts';
import { readBackStatement } from '../../worker/signatures/change-store.ts';

const bindings = env as unknown as Env;
const settings = readSettings(bindings);
const db = bindings.DB;
const [writes] = shippedHouse.writes.filter(({ kinds }) => kinds.has('sign')) as [WriteKinds];

/** The whole application without the intake: each write is its own batch. */
const commit: Commit = async (_scope, write) => {
  const statements = writes.kinds.get(write.kind)!(db, [write.data]);
  const results = await db.batch<StoredRow>([
    ...statements,
    readBackStatement(db, JSON.stringify([write.ref])),
  ]);
  return ok(answersOf([write], results.at(-1)?.results ?? [])[0] ?? null);
};

const deps: Deps = {
  ...{ db, settings, commit },
  keyring: createKeyring(settings.keyring),
  clock: systemClock,
  rate: null,
  wakeOutbox: async () => {},
  wake: async () => {},
};
const app = createApp(deps);

export default {
  fetch: (request, bound, context) => app.fetch(request, bound, context),
} satisfies ExportedHandler<Env>;
