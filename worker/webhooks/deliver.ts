import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { minute, second } from '../platform/time/clock.ts';
import {
  type Claim,
  claimDue,
  listDueWebhooks,
  type Rest,
  type Settled,
  settleRound,
} from './delivery-store.ts';
import { writeEvents } from './events.ts';
import { post } from './post.ts';
import { type AskName, askNames } from './resolve.ts';
import { outcomeOf, restAfter, type WebhookAnswer, waitAfter } from './rules.ts';
import type { Webhook } from './store.ts';

/** A Worker has six connections at once. */
const atOnce = 6;
const webhooksARound = 10;
/** For each webhook. After a failure, a single delivery is tried first. */
const claimsAWebhook = 4;
const answerWithin = 10 * second;
/** Longer than the slowest round: 40 deliveries, six at once, without an answer. */
const leaseFor = 3 * minute;
const roundsAtMost = 25;
const drainAtMost = 20 * second;
/** Cron continues anyway. */
const longestWake = 30 * minute;

export type DeliveryReport = { delivered: number; again: number; failed: number };

type Run = {
  deps: Deps;
  leadsTo: AskName;
  timeout: number;
  report: DeliveryReport;
  /** The time given to the run plus the time it has taken. */
  at(): Date;
  /** When the first failed delivery may be tried again. */
  nextAt: number;
};

/**
 * Sends deliveries that are due, a bounded number at once and in all, and wakes itself for the rest. Several runs may
 * overlap or stop at any point: a claim is tried by one run, and after its lease it is due again under the same id.
 */
export async function deliverWebhooks(
  deps: Deps,
  now: Date,
  { timeout = answerWithin }: { timeout?: number } = {},
): Promise<DeliveryReport> {
  const startedAt = deps.clock().getTime();
  const at = () => new Date(now.getTime() + deps.clock().getTime() - startedAt);
  const report = { delivered: 0, again: 0, failed: 0 };
  const leadsTo = askNames(deps.settings.dnsResolver, timeout);
  const run: Run = { deps, leadsTo, timeout, report, at, nextAt: Number.POSITIVE_INFINITY };
  if (!(await deliverUntilBound(run, now.getTime() + drainAtMost))) run.nextAt = at().getTime();
  const wait = Math.max(0, run.nextAt - at().getTime());
  if (wait <= longestWake) await deps.wakeOutbox(Math.ceil(wait / second));
  if (report.delivered + report.again + report.failed > 0) log('info', 'webhooks-delivered', report);
  return report;
}

/** False if more may be due. */
async function deliverUntilBound(run: Run, until: number): Promise<boolean> {
  for (let round = 0; round < roundsAtMost && run.at().getTime() < until; round += 1) {
    const webhooks = await listDueWebhooks(run.deps.db, run.at(), webhooksARound);
    if (webhooks.length === 0) return true;
    await deliverRound(run, webhooks);
  }
  return false;
}

/** `answer` is null if the content could not be made, which is not the webhook's fault. */
type Sent = { claim: Claim; answer: WebhookAnswer | null; isPersonal: boolean };

async function deliverRound(run: Run, webhooks: Webhook[]): Promise<void> {
  const { deps } = run;
  const now = run.at();
  const wanted = webhooks.map(({ id, failures }) => {
    return { webhookId: id, most: failures === 0 ? claimsAWebhook : 1 };
  });
  const claims = await claimDue(deps.db, wanted, { now, leaseUntil: now.getTime() + leaseFor });
  const contents = await writeEvents(deps, { claims, webhooks, now });
  const letters = await lettersFor(deps, webhooks);
  const local = deps.settings.environment === 'local';
  const sent = await inLanes(claims, async (claim): Promise<Sent> => {
    const content = contents.get(claim.id);
    const letter = letters.get(claim.webhookId);
    if (!content || !letter) return { claim, answer: null, isPersonal: false };
    const body = JSON.stringify(content.payload);
    const answer = await post(
      { ...letter, id: claim.id, body },
      { now: run.at(), local, timeout: run.timeout, leadsTo: run.leadsTo },
    );
    return { claim, answer, isPersonal: content.isPersonal };
  });
  await settle(run, sent, webhooks);
}

/** The address and the secret of each webhook. One whose secret cannot be opened does not stop the others. */
async function lettersFor({ keyring }: Deps, webhooks: Webhook[]) {
  const letters = new Map<string, { url: string; secret: string }>();
  for (const { id, url, secret } of webhooks) {
    try {
      letters.set(id, { url, secret: await keyring.open<string>(`webhook ${id}`, secret) });
    } catch (error) {
      logFailure('webhook-secret-unreadable', error);
    }
  }
  return letters;
}

async function inLanes<In, Out>(items: In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const left = [...items];
  const done: Out[] = [];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) done.push(await work(next));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
}

async function settle(run: Run, sent: Sent[], webhooks: Webhook[]): Promise<void> {
  const now = run.at();
  const deliveries = sent.map((one) => settledOf(one, now));
  const rests = webhooks.flatMap((webhook) => {
    const answers = sent.flatMap(({ claim, answer }) =>
      answer && claim.webhookId === webhook.id ? [answer] : [],
    );
    return answers.length === 0 ? [] : [{ id: webhook.id, rest: restOf(answers, webhook.failures, now) }];
  });
  await settleRound(run.deps.db, { deliveries, webhooks: rests }, now);
  for (const { state, dueAt } of deliveries) {
    run.report[state === 'waiting' ? 'again' : state] += 1;
    if (state === 'waiting') run.nextAt = Math.min(run.nextAt, dueAt);
  }
  for (const { rest } of rests) {
    if (typeof rest === 'object') run.nextAt = Math.max(run.nextAt, rest.until);
  }
}

/** A server may repeat what we sent. An answer to personal data is therefore not kept. */
function settledOf({ claim, answer, isPersonal }: Sent, now: Date): Settled {
  const { id, attempts, leaseUntil } = claim;
  const outcome = answer ? outcomeOf(answer) : 'again';
  const wait = outcome === 'gone' ? null : waitAfter(attempts, id);
  const undelivered = wait === null ? 'failed' : 'waiting';
  const text = answer?.text ?? 'could not be written';
  return {
    id,
    leaseUntil,
    state: outcome === 'delivered' ? 'delivered' : undelivered,
    dueAt: now.getTime() + (wait ?? 0),
    status: answer?.status ?? null,
    answer: isPersonal ? null : text,
  };
}

function restOf(answers: WebhookAnswer[], failures: number, now: Date): Rest {
  const outcomes = answers.map(outcomeOf);
  if (outcomes.includes('gone')) return 'off';
  if (outcomes.includes('delivered')) return 'none';
  return { until: now.getTime() + restAfter(failures + 1) };
}
