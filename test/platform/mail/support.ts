import { env } from 'cloudflare:workers';
import { inject } from 'vitest';
import { hex, utf8 } from '../../../worker/platform/crypto/bytes.ts';
import { createKeyring } from '../../../worker/platform/crypto/keyring.ts';
import type { DrainDeps } from '../../../worker/platform/mail/drain-run.ts';
import type { Mail, MailToWrite, OutboxEntry, RenderMails } from '../../../worker/platform/mail/mail.ts';
import { enqueueStatement } from '../../../worker/platform/mail/outbox.ts';
import type { ResendMood, ResendRecord, ResendSummary } from '../../support/resend-server.ts';

export const keyring = createKeyring([
  { id: 'test', secret: utf8('a secret of a test of more than 32 bytes') },
]);

let minted = 0;
export function fresh(word: string): string {
  minted += 1;
  return `${word}-${minted}-${hex(crypto.getRandomValues(new Uint8Array(4)))}`;
}

/** Its own Resend account on the loopback server. */
export function freshResend() {
  const apiKey = fresh('re');
  const control = `${inject('resendUrl')}/control/${apiKey}`;
  const tell = async (verb: string, what: unknown) => {
    await (await fetch(`${control}/${verb}`, { method: 'POST', body: JSON.stringify(what) })).text();
  };
  return {
    setting: { apiKey, baseUrl: inject('resendUrl'), webhookSecret: null },
    script: (...moods: ResendMood[]) => tell('script', moods),
    refuse: (...addresses: string[]) => tell('refuse', addresses),
    release: () => tell('release', null),
    age: (milliseconds: number) => tell('age', milliseconds),
    record: async () => (await fetch(control)).json<ResendRecord>(),
    /** How many mails each request carried and to whom they went, without their content. */
    summary: async () => (await fetch(`${control}/summary`)).json<ResendSummary>(),
    async deliveredTo() {
      const { delivered } = await this.record();
      return delivered.map(({ to }) => to).sort();
    },
  };
}
export type FreshResend = ReturnType<typeof freshResend>;

export type TestDrainDeps = DrainDeps & { wakes: number[]; pauses: number[] };

/** A drain for tests: it never pauses, and its clock does not advance. */
export function drainDeps(resend: FreshResend | null, changes: Partial<DrainDeps> = {}): TestDrainDeps {
  const wakes: number[] = [];
  const pauses: number[] = [];
  return {
    db: env.DB,
    keyring,
    settings: {
      environment: 'local',
      keyring: [],
      publicUrl: 'http://localhost:8787',
      mailFrom: 'Test <test@example.org>',
      newsFrom: 'News <news@example.org>',
      resend: resend?.setting ?? null,
      turnstile: null,
      dnsResolver: null,
      securityContact: null,
      logWitnesses: [],
      limits: null,
      partnerSignaturesADay: 0,
      intakeShards: 1,
      rememberFor: 0,
    },
    clock: () => new Date(0),
    wakeOutbox: async (delay = 0) => {
      wakes.push(delay);
    },
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    sendTimeout: 3000,
    wakes,
    pauses,
    ...changes,
  };
}

export async function enqueue(entries: OutboxEntry[], now: Date, cap = 5): Promise<void> {
  await env.DB.batch([enqueueStatement(env.DB, entries, { now, cap })]);
}

export function letters(...names: string[]): OutboxEntry[] {
  return names.map((ref) => ({ ref, kind: 'letter' }));
}

export const addressOf = (ref: string) => `${ref}@example.org`;

export function mailTo(ref: string): Mail {
  return { to: addressOf(ref), subject: `To ${ref}`, html: `<p>${ref}</p>`, text: ref };
}

/** One mail for each ref, to the ref's own address. */
export const render: RenderMails = async (entries) =>
  new Map(entries.map(({ id, ref }) => [id, mailTo(ref)]));

/** The same, but with a different text on each call, as if the mail contained the time. */
export function forgetfulRender(): RenderMails & { calls: MailToWrite[][] } {
  const calls: MailToWrite[][] = [];
  const renderAnew: RenderMails = async (entries) => {
    calls.push(entries);
    return new Map(
      entries.map(({ id, ref }) => [id, { ...mailTo(ref), text: `${ref}, ${fresh('rendering')}` }]),
    );
  };
  return Object.assign(renderAnew, { calls });
}

export type Row = {
  id: string;
  ref: string;
  kind: string;
  state: string;
  batch_id: string | null;
  lease_until: number | null;
  first_tried_at: number | null;
  attempts: number;
  content: number[] | null;
  provider_id: string | null;
  error: string | null;
  inbox_key: number[] | null;
};

export async function rows(): Promise<Row[]> {
  const { results } = await env.DB.prepare('SELECT * FROM outbox ORDER BY ref, kind').all<Row>();
  return results;
}

export async function states(): Promise<Record<string, string>> {
  return Object.fromEntries((await rows()).map(({ ref, state }) => [ref, state]));
}

export async function emptyOutbox(): Promise<void> {
  await env.DB.exec('DELETE FROM outbox');
}

type Call = 'before' | 'after';

/**
 * A database on which the n-th call fails, before or after its work, and every later call too, as if the drain had
 * died.
 */
export function dyingDb(dies: { atCall: number; when: Call }): D1Database {
  let calls = 0;
  async function call<Value>(work: () => Promise<Value>): Promise<Value> {
    calls += 1;
    if (calls > dies.atCall || (calls === dies.atCall && dies.when === 'before')) throw new Error('killed');
    const value = await work();
    if (calls === dies.atCall) throw new Error('killed');
    return value;
  }
  return watchedDb({ call });
}

export type WatchedStatement = { sql: string; values: unknown[] };

/** The real database. `call` wraps each round trip, and `seen` gets each statement. */
export function watchedDb(watch: {
  call?: <Value>(work: () => Promise<Value>) => Promise<Value>;
  seen?: (statement: WatchedStatement) => void;
}): D1Database {
  const call = watch.call ?? (<Value>(work: () => Promise<Value>) => work());
  const originals = new WeakMap<object, D1PreparedStatement>();
  function statement(sql: string, real: D1PreparedStatement): D1PreparedStatement {
    const watched = {
      bind(...values: unknown[]) {
        watch.seen?.({ sql, values });
        return statement(sql, real.bind(...values));
      },
      all: () => call(() => real.all()),
      run: () => call(() => real.run()),
      first: () => call(() => real.first()),
    } as unknown as D1PreparedStatement;
    originals.set(watched, real);
    return watched;
  }
  return {
    prepare: (sql: string) => statement(sql, env.DB.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) =>
      call(() => env.DB.batch(statements.map((one) => originals.get(one) ?? one))),
  } as unknown as D1Database;
}
