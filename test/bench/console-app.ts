import { timingSafeEqual } from 'node:crypto';
import { createApp } from '../../worker/main/app.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import type { Deps } from '../../worker/platform/deps.ts';
import { readSettings } from '../../worker/platform/settings.ts';
import { openingCrowds } from '../support/console-crowd.ts';

// The runtime has it, and Node has it elsewhere.
Object.assign(crypto.subtle, { timingSafeEqual });

/** The whole application in this process, on a database that counts what it reads. Bundled, because Node knows no JSX. */
export function consoleApp(db: D1Database, vars: Record<string, string>) {
  const settings = readSettings(vars as never);
  const keyring = createKeyring(parseKeyring(vars.KEYRING ?? '') ?? []);
  const now = new Date();
  const deps: Deps = {
    db,
    keyring: openingCrowds(keyring),
    settings: { ...settings, limits: null },
    clock: () => now,
    rate: null,
    commit: async () => {
      throw new Error('the bench of the console does not sign');
    },
    wakeOutbox: async () => {},
    wake: async () => {},
  };
  const app = createApp(deps);
  const context = { waitUntil() {}, passThroughOnException() {}, props: {} } as unknown as ExecutionContext;
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-site', 'same-origin');
    return app.request(path, { ...init, headers }, {}, context);
  };
  return { deps, request, now: () => now };
}
