import type { Text } from '../places/rules.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import { joinQueries, mapQuery, type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { DeliveredEvent, WebhookEvent } from './rules.ts';

export type Webhook = {
  id: string;
  partnerId: number;
  url: string;
  /** Sealed. */
  secret: Uint8Array;
  events: WebhookEvent[];
  createdAt: Date;
  offAt: Date | null;
  failures: number;
};

type WebhookRow = {
  id: string;
  partner_id: number;
  url: string;
  secret: number[];
  events: string;
  created_at: number;
  off_at: number | null;
  failures: number;
};

/** The names of a campaign's partners that have a webhook which is on. */
export function toldPartnersQuery(db: D1Database, { sql, value }: Subquery): Query<Text[]> {
  const statement = db
    .prepare(
      `SELECT DISTINCT name FROM webhooks JOIN partners ON partners.id = partner_id
      WHERE webhooks.campaign_id = (${sql}) AND off_at IS NULL AND NOT retired ORDER BY partners.id`,
    )
    .bind(value);
  return rowsQuery(statement, (rows: { name: string }[]) => rows.map(({ name }) => JSON.parse(name)));
}

/**
 * Enqueues the events of a commit of confirmations: each counted signature for the partner of its source, and each
 * reached threshold for every partner. If no partner of the campaign has a webhook, it reads one index only.
 */
export function tellWebhooksStatement(
  db: D1Database,
  { actionId, counted, now }: { actionId: number; counted: string[]; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event, ref, state, due_at, created_at)
      SELECT ?4 || row_number() OVER (), found.webhook_id, found.event, found.ref, 'waiting', ?3, ?3 FROM (
        SELECT webhooks.id AS webhook_id, 'signature.confirmed' AS event, signatures.id AS ref
        FROM actions
          CROSS JOIN webhooks ON webhooks.campaign_id = actions.campaign_id AND off_at IS NULL
          CROSS JOIN partners ON partners.id = webhooks.partner_id AND NOT retired
          CROSS JOIN json_each(?2) named
          CROSS JOIN signatures ON signatures.id = named.value AND +signatures.state = 'confirmed'
            AND +signatures.action_id = actions.id
          CROSS JOIN sources ON sources.campaign_id = actions.campaign_id AND sources.slug = signatures.source
        WHERE actions.id = ?1 AND sources.partner_id = webhooks.partner_id
          AND EXISTS (SELECT 1 FROM json_each(events) WHERE value = 'signature.confirmed')
        UNION ALL
        SELECT webhooks.id, 'threshold.reached', actions.id || ':' || signatures
        FROM actions
          CROSS JOIN webhooks ON webhooks.campaign_id = actions.campaign_id AND off_at IS NULL
          CROSS JOIN partners ON partners.id = webhooks.partner_id AND NOT retired
          CROSS JOIN thresholds ON action_id = actions.id AND reached_at = ?3
        WHERE actions.id = ?1 AND EXISTS (SELECT 1 FROM json_each(events) WHERE value = 'threshold.reached')
      ) found WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(actionId, JSON.stringify(counted), now.getTime(), newId(now));
}

export type NewWebhook = Pick<Webhook, 'id' | 'partnerId' | 'url' | 'events'> & {
  /** Sealed, in hex. */
  secret: string;
};

export function addWebhookStatement(db: D1Database, webhook: NewWebhook, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhooks (id, partner_id, campaign_id, url, secret, events, created_at)
      SELECT ?1, id, campaign_id, ?3, unhex(?4), ?5, ?6 FROM partners WHERE id = ?2 AND NOT retired`,
    )
    .bind(
      webhook.id,
      webhook.partnerId,
      webhook.url,
      webhook.secret,
      JSON.stringify(webhook.events),
      now.getTime(),
    );
}

/** What was waiting for it is not sent. Nothing changes where it is off already. */
export function switchOffStatement(db: D1Database, id: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE webhooks SET off_at = ?2 WHERE id = ?1 AND off_at IS NULL')
    .bind(id, now.getTime());
}

/** Takes back that it was switched off then. */
export function switchOnStatement(db: D1Database, id: string, offAt: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE webhooks SET off_at = NULL, failures = 0, rest_until = 0 WHERE id = ?1 AND off_at = ?2')
    .bind(id, offAt.getTime());
}

/** Deliveries from now on are signed with the new secret (hex), those that wait too. */
export function newSecretStatement(
  db: D1Database,
  { id, secret }: { id: string; secret: string },
): D1PreparedStatement {
  return db
    .prepare('UPDATE webhooks SET secret = unhex(?2) WHERE id = ?1 AND off_at IS NULL')
    .bind(id, secret);
}

/** A test delivery; nothing where the webhook is off or does not exist. */
export function testStatement(
  db: D1Database,
  { webhookId, id, now }: { webhookId: string; id: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event, ref, state, due_at, created_at)
      SELECT ?2, id, 'webhook.test', ?2, 'waiting', ?3, ?3 FROM webhooks WHERE id = ?1 AND off_at IS NULL`,
    )
    .bind(webhookId, id, now.getTime());
}

/** The campaign and the partner of a webhook. */
export async function findWebhookPlace(
  db: D1Database,
  id: string,
): Promise<{ campaign: { id: number; slug: string }; partner: string } | null> {
  const row = await db
    .prepare(
      `SELECT campaigns.id, campaigns.slug, partners.slug AS partner FROM webhooks
      JOIN campaigns ON campaigns.id = webhooks.campaign_id JOIN partners ON partners.id = partner_id
      WHERE webhooks.id = ?`,
    )
    .bind(id)
    .first<{ id: number; slug: string; partner: string }>();
  return row && { campaign: { id: row.id, slug: row.slug }, partner: row.partner };
}

export type LastDelivery = {
  event: DeliveredEvent;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  /** Null if there was no answer. */
  lastStatus: number | null;
  lastAnswer: string | null;
  lastAt: Date;
};

/** With the last attempts, the latest first. */
export type WebhookWithDeliveries = Webhook & { lastDeliveries: LastDelivery[] };

type DeliveryRow = {
  webhook_id: string;
  event: DeliveredEvent;
  state: LastDelivery['state'];
  attempts: number;
  last_status: number | null;
  last_answer: string | null;
  last_at: number;
};

export function webhooksOfPartnerQuery(
  db: D1Database,
  partnerId: number,
  most: number,
): Query<WebhookWithDeliveries[]> {
  const webhooks = db.prepare('SELECT * FROM webhooks WHERE partner_id = ? ORDER BY id').bind(partnerId);
  const deliveries = db
    .prepare(
      `SELECT webhook_id, event, state, attempts, last_status, last_answer, last_at
      FROM webhooks CROSS JOIN webhook_deliveries ON webhook_id = webhooks.id AND last_at >= coalesce((
        SELECT newest.last_at FROM webhook_deliveries AS newest
        WHERE newest.webhook_id = webhooks.id AND newest.last_at IS NOT NULL
        ORDER BY newest.last_at DESC LIMIT 1 OFFSET ?2), 0)
      WHERE partner_id = ?1`,
    )
    .bind(partnerId, most - 1);
  const queries = joinQueries({
    webhooks: rowsQuery(webhooks, (rows: WebhookRow[]) => rows.map(webhookOf)),
    deliveries: rowsQuery(deliveries, (rows: DeliveryRow[]) =>
      rows.toSorted((a, b) => b.last_at - a.last_at),
    ),
  });
  return mapQuery(queries, ({ webhooks, deliveries }) =>
    webhooks.map((webhook) => ({
      ...webhook,
      lastDeliveries: deliveries
        .filter(({ webhook_id }) => webhook_id === webhook.id)
        .slice(0, most)
        .map(lastDeliveryOf),
    })),
  );
}

function lastDeliveryOf(row: DeliveryRow): LastDelivery {
  return {
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastAnswer: row.last_answer,
    lastAt: new Date(row.last_at),
  };
}

export function webhookOf(row: WebhookRow): Webhook {
  return {
    id: row.id,
    partnerId: row.partner_id,
    url: row.url,
    secret: fromBlob(row.secret),
    events: JSON.parse(row.events),
    createdAt: new Date(row.created_at),
    offAt: row.off_at === null ? null : new Date(row.off_at),
    failures: row.failures,
  };
}
