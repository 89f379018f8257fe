import type { DeliveredEvent } from './rules.ts';
import { type Webhook, webhookOf } from './store.ts';

/** Deliveries that have ended. */
const keptFor = 30 * 24 * 60 * 60 * 1000;
const purgedAtOnce = 1000;

/** Webhooks that have a delivery due and are not paused. */
export async function listDueWebhooks(db: D1Database, now: Date, most: number): Promise<Webhook[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM webhooks WHERE off_at IS NULL AND rest_until <= ?1 AND EXISTS (
        SELECT 1 FROM webhook_deliveries WHERE webhook_id = webhooks.id AND state = 'waiting' AND due_at <= ?1)
      LIMIT ?2`,
    )
    .bind(now.getTime(), most)
    .all<Parameters<typeof webhookOf>[0]>();
  return results.map(webhookOf);
}

/** A delivery that is being tried. `leaseUntil` is the proof of holding it. */
export type Claim = {
  id: string;
  webhookId: string;
  event: DeliveredEvent;
  ref: string;
  attempts: number;
  createdAt: Date;
  leaseUntil: number;
};

/** Claims the longest due deliveries, with a limit for each webhook. Concurrent claims get different ones. */
export async function claimDue(
  db: D1Database,
  wanted: { webhookId: string; most: number }[],
  { now, leaseUntil }: { now: Date; leaseUntil: number },
): Promise<Claim[]> {
  const claimed = await db.batch<{
    id: string;
    webhook_id: string;
    event: DeliveredEvent;
    ref: string;
    attempts: number;
    created_at: number;
  }>(
    wanted.map(({ webhookId, most }) =>
      db
        .prepare(
          `UPDATE webhook_deliveries SET attempts = attempts + 1, due_at = ?4, lease_until = ?4
          WHERE id IN (SELECT id FROM webhook_deliveries
            WHERE webhook_id = ?1 AND state = 'waiting' AND due_at <= ?3 ORDER BY due_at LIMIT ?2)
          RETURNING id, webhook_id, event, ref, attempts, created_at`,
        )
        .bind(webhookId, most, now.getTime(), leaseUntil),
    ),
  );
  return claimed
    .flatMap(({ results }) => results)
    .map(({ id, webhook_id, event, ref, attempts, created_at }) => {
      return { id, webhookId: webhook_id, event, ref, attempts, createdAt: new Date(created_at), leaseUntil };
    });
}

export type Settled = Pick<Claim, 'id' | 'leaseUntil'> & {
  state: 'waiting' | 'delivered' | 'failed';
  /** When it is tried again. */
  dueAt: number;
  status: number | null;
  answer: string | null;
};

/** Saves the results of a round: its deliveries, if their leases are still held, and their webhooks. */
export async function settleRound(
  db: D1Database,
  { deliveries, webhooks }: { deliveries: Settled[]; webhooks: { id: string; rest: Rest }[] },
  now: Date,
): Promise<void> {
  const at = now.getTime();
  await db.batch([
    db
      .prepare(
        `UPDATE webhook_deliveries SET state = done.value ->> 'state', due_at = done.value ->> 'dueAt',
          lease_until = NULL, last_status = done.value ->> 'status', last_answer = done.value ->> 'answer',
          last_at = ?2
        FROM json_each(?1) AS done
        WHERE webhook_deliveries.id = done.value ->> 'id' AND lease_until = done.value ->> 'leaseUntil'`,
      )
      .bind(JSON.stringify(deliveries), at),
    ...webhooks.map(({ id, rest }) => restStatement(db, id, rest, at)),
  ]);
}

/** 'none' ends its failures; 'off' is for good. */
export type Rest = 'none' | 'off' | { until: number };

function restStatement(db: D1Database, id: string, rest: Rest, at: number): D1PreparedStatement {
  if (rest === 'none') {
    return db
      .prepare('UPDATE webhooks SET failures = 0, rest_until = 0 WHERE id = ? AND failures > 0')
      .bind(id);
  }
  if (rest === 'off') {
    return db.prepare('UPDATE webhooks SET off_at = coalesce(off_at, ?2) WHERE id = ?1').bind(id, at);
  }
  return db
    .prepare('UPDATE webhooks SET failures = failures + 1, rest_until = ?2 WHERE id = ?1')
    .bind(id, rest.until);
}

/** Gives up deliveries that have waited too long or belong to a webhook that is off, and deletes old ones. */
export async function tidyDeliveries(
  db: D1Database,
  { now, givenUpAfter }: { now: Date; givenUpAfter: number },
): Promise<void> {
  const at = now.getTime();
  await db.batch([
    db
      .prepare(
        `UPDATE webhook_deliveries SET state = 'failed', lease_until = NULL WHERE id IN (
          SELECT due.id FROM webhooks
          CROSS JOIN webhook_deliveries due ON due.webhook_id = webhooks.id AND due.state = 'waiting' AND due.due_at <= ?1
          WHERE off_at IS NOT NULL OR due.created_at < ?2)`,
      )
      .bind(at, at - givenUpAfter),
    db
      .prepare(
        `DELETE FROM webhook_deliveries WHERE id IN (
          SELECT id FROM webhook_deliveries WHERE created_at < ?1 AND state <> 'waiting' ORDER BY created_at LIMIT ?2)`,
      )
      .bind(at - keptFor, purgedAtOnce),
  ]);
}
