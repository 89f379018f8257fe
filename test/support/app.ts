import { env } from 'cloudflare:workers';
import { createApp } from '../../worker/main/app.ts';
import type { House } from '../../worker/main/feature.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { runSchedule } from '../../worker/main/schedule.ts';
import { createGroupCommit } from '../../worker/platform/commit/group-commit.ts';
import { resultOf } from '../../worker/platform/commit/writes.ts';
import { createKeyring } from '../../worker/platform/crypto/keyring.ts';
import type { Deps } from '../../worker/platform/deps.ts';
import { drainOutbox } from '../../worker/platform/mail/drain.ts';
import { listMailbox } from '../../worker/platform/mail/mailbox.ts';
import { type Env, readSettings, type Settings } from '../../worker/platform/settings.ts';

/** A weekday morning in Charlotte, in the middle of ISO week 2026-W48. */
export const aWednesday = new Date('2026-11-25T15:00:00Z');

export type TestApp = Awaited<ReturnType<typeof testApp>>;

/**
 * The whole application on the runtime's D1, with a clock that the test sets. `given` replaces parts that it depends
 * on.
 */
export function testApp(
  overrides: Partial<Settings> = {},
  { house = shippedHouse, ...given }: Partial<Pick<Deps, 'db' | 'rate' | 'keyring'>> & { house?: House } = {},
) {
  let now = aWednesday;
  const settings = { ...readSettings(env as unknown as Env), rememberFor: 0, ...overrides };
  const add = createGroupCommit({
    db: given.db ?? env.DB,
    writes: house.writes,
    mostWaiting: 10_000,
    gatherFor: 0,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const deps: Deps = {
    db: env.DB,
    keyring: createKeyring(settings.keyring),
    settings,
    clock: () => now,
    rate: null,
    async commit(_scope, write) {
      return resultOf(await add(write));
    },
    async wakeOutbox() {},
    async wake() {},
    ...given,
  };
  const app = createApp(deps, house);
  const afterAnswers: Promise<unknown>[] = [];
  const context = {
    waitUntil: (work: Promise<unknown>) => void afterAnswers.push(work),
    passThroughOnException() {},
    props: {},
  } as unknown as ExecutionContext;
  const request = (path: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
    return app.request(path, { ...init, headers }, env, context);
  };
  return {
    deps,
    /** As a browser asks for what a page of ours leads to, unless `sec-fetch-site` says otherwise. */
    request,
    setNow(at: Date | string) {
      now = new Date(at);
    },
    now: () => now,
    /** Waits for work that continues after the answers. */
    async afterAnswers() {
      await Promise.all(afterAnswers.splice(0));
    },
    /** Runs the cron job at this instant, to which the clock is set. */
    async cron(at: Date | string) {
      now = new Date(at);
      await runSchedule(deps, now, house);
    },
    post(path: string, fields: Record<string, string>) {
      return request(path, { method: 'POST', body: new URLSearchParams(fields) });
    },
    postJson(path: string, body: unknown) {
      const headers = { 'content-type': 'application/json' };
      return request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    /** Sends what waits, and returns the mails to an address, newest first. */
    async mailTo(to: string) {
      const render = house.renderMails(deps, now);
      await drainOutbox(deps, now, render);
      return listMailbox(deps, render, to);
    },
    /** The value of the hidden form_token on a petition's page. */
    async formToken(slug: string): Promise<string> {
      const page = await (await request(`/petitions/${slug}`)).text();
      return /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    },
  };
}

/** A different address for each petition, because all tests of a file share one mailbox. */
export function anaOf(slug: string) {
  return { given_name: 'Ana', family_name: 'Lopez', email: `ana@${slug}.example`, zip: '28202' };
}
