import type { Deps } from '../deps.ts';
import { logFailure } from '../log.ts';
import { second } from '../time/clock.ts';
import { pause } from '../time/pause.ts';
import type { RenderMails } from './mail.ts';
import { createResendSend, type Send } from './resend.ts';

export type DrainDeps = Pick<Deps, 'db' | 'keyring' | 'settings' | 'clock' | 'wakeOutbox'> & {
  /** Hears of mails that were sent. A mail service says later, by its webhook, that they were delivered. */
  sent?: (mails: readonly { id: string; to: string }[], now: Date) => Promise<void>;
  /** Tests replace them. */
  pause?: (milliseconds: number) => Promise<void>;
  sendTimeout?: number;
};

/** Counts of mails. */
export type DrainReport = {
  sent: number;
  cancelled: number;
  failed: number;
  uncertain: number;
  postponed: number;
};

/** One drain: its clock, its pace and its report. */
export type Run = {
  deps: DrainDeps;
  render: RenderMails;
  report: DrainReport;
  send: Send;
  /** The start time given to the drain plus the time since then, so that a run for another day stays on that day. */
  at(): Date;
  elapsed(): number;
  /** Waits until the provider may be asked again. */
  pause(): Promise<void>;
  wake(milliseconds: number): Promise<void>;
};

/** Resend takes 5 requests a second from a team. */
export const requestEvery = second / 5;
const longestPause = 10 * second;
const sendTimeout = 20 * second;
/** A queue message can be delayed by 12 hours at most. */
const longestWake = 12 * 60 * 60;

export function startRun(deps: DrainDeps, now: Date, render: RenderMails): Run {
  const startedAt = deps.clock().getTime();
  const elapsed = () => deps.clock().getTime() - startedAt;
  const wait = deps.pause ?? pause;
  const ask = deps.settings.resend
    ? createResendSend(deps.settings.resend, deps.sendTimeout ?? sendTimeout)
    : keepAtHome;
  let mayAskAt = 0;

  return {
    deps,
    render,
    report: { sent: 0, cancelled: 0, failed: 0, uncertain: 0, postponed: 0 },
    elapsed,
    at: () => new Date(now.getTime() + elapsed()),
    async pause() {
      const rest = Math.min(mayAskAt - elapsed(), longestPause);
      if (rest > 0) await wait(rest);
    },
    async send(key, letters) {
      const askedAt = elapsed();
      const answer = await ask(key, letters);
      const rest = answer.outcome === 'accepted' ? answer.restFor : 0;
      if (deps.settings.resend) mayAskAt = Math.max(askedAt + requestEvery, rest && elapsed() + rest);
      return answer;
    },
    async wake(milliseconds) {
      try {
        await deps.wakeOutbox(Math.min(Math.ceil(milliseconds / second), longestWake));
      } catch (error) {
        logFailure('outbox-not-woken', error);
      }
    },
  };
}

/** For the local mailbox, in which a stored mail counts as sent. */
const keepAtHome: Send = async () => ({ outcome: 'accepted', ids: [], restFor: 0 });
