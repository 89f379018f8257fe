import { closeDueActions } from '../actions/store.ts';
import { runTallies } from '../digests/jobs.ts';
import type { Deps } from '../platform/deps.ts';
import { forgetOldCaps } from '../platform/http/limits.ts';
import { log, logFailure } from '../platform/log.ts';
import { drainOutbox } from '../platform/mail/drain.ts';
import { purgeOutbox } from '../platform/mail/outbox.ts';
import { readSwitches } from '../platform/switches.ts';
import { recountDue } from '../signatures/recount.ts';
import { endRetention, eraseBounced, lookAfterUnconfirmed } from '../signatures/reminders.ts';
import { runSurveys } from '../surveys/jobs.ts';
import { runWebhooks } from '../webhooks/jobs.ts';
import { renderMails } from './mails.ts';

/**
 * Every quarter of an hour. Each piece of work finds what is due by itself, so a run that was missed, repeated or
 * late does the same as one in time, and what a switch holds back comes with a later run. The clock is the event's
 * own.
 */
export async function runSchedule(deps: Deps, scheduledTime: Date): Promise<void> {
  const switches = await readSwitches(deps.db);
  if (switches.has('read-only')) return log('warn', 'scheduled-work-skipped', { switch: 'read-only' });
  const reminding = !switches.has('reminders-paused');
  const work: [string, () => Promise<unknown>][] = [
    ['close-petitions', () => closeDueActions(deps.db, scheduledTime)],
    ['look-after-unconfirmed', () => lookAfterUnconfirmed(deps, scheduledTime, { reminding })],
    ['erase-bounced', () => eraseBounced(deps, scheduledTime)],
    ['end-retention', () => endRetention(deps, scheduledTime)],
    ['ask-whether-sent', () => runSurveys(deps, scheduledTime, { reminding })],
    ['make-digests', () => runTallies(deps, scheduledTime)],
    ['drain-outbox', () => drainOutbox(deps, scheduledTime, renderMails(deps, scheduledTime))],
    ['deliver-webhooks', () => runWebhooks(deps, scheduledTime)],
    ['purge-outbox', () => purgeOutbox(deps.db, scheduledTime)],
    ['forget-caps', () => forgetOldCaps(deps.db, scheduledTime)],
    ['recount', () => recountDue(deps, scheduledTime)],
  ];
  const failed: string[] = [];
  for (const [name, run] of work) {
    try {
      await run();
    } catch (error) {
      failed.push(name);
      logFailure('scheduled-work-failed', error, { work: name });
    }
  }
  if (failed.length > 0) throw new Error(`scheduled work failed: ${failed.join(', ')}`);
}
