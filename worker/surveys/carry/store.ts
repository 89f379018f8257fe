import { fromBlob } from '../../platform/crypto/bytes.ts';
import type { CityTime } from '../../signatures/city-time.ts';

/** How many of those whose answers count went how far towards the city's own survey. Never to be added up. */
export type Sends = { opened: number; reported: number };

export async function readSends(db: D1Database, actionId: number): Promise<Sends> {
  const { results } = await db
    .prepare('SELECT what, n FROM send_counts WHERE action_id = ?')
    .bind(actionId)
    .all<{ what: keyof Sends; n: number }>();
  const sends: Sends = { opened: 0, reported: 0 };
  for (const { what, n } of results) sends[what] = n;
  return sends;
}

export type Step = keyof Sends;

/** Counts a step once for each key, however often it is pressed. Keys are hex. */
export function stepStatement(
  db: D1Database,
  { step, sendKey, actionId }: { step: Step; sendKey: string; actionId: number },
  { at, week }: Pick<CityTime, 'at' | 'week'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO survey_sends (send_key, action_id, ${step}_at, ${step}_week) VALUES (unhex(?1), ?2, ?3, ?4)
      ON CONFLICT (send_key) DO UPDATE SET ${step}_at = excluded.${step}_at, ${step}_week = excluded.${step}_week
      WHERE ${step}_at IS NULL`,
    )
    .bind(sendKey, actionId, at, week);
}

/** Whether a response behind this key counts, and with it the way of its answers to the city's own survey. */
export async function isCounted(db: D1Database, sendKey: string): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM responses CROSS JOIN signatures ON signatures.id = signature_id
      WHERE responses.send_key = unhex(?) AND signatures.state = 'confirmed' LIMIT 1`,
    )
    .bind(sendKey)
    .first();
  return found !== null;
}

/** For a response from before keys existed. An existing key stays. */
export function keyResponseStatement(
  db: D1Database,
  signatureId: string,
  sendKey: string,
): D1PreparedStatement {
  return db
    .prepare('UPDATE responses SET send_key = unhex(?2) WHERE signature_id = ?1 AND send_key IS NULL')
    .bind(signatureId, sendKey);
}

export type ResponseToSend = {
  id: string;
  actionId: number;
  /** Null once erased. */
  sealed: Uint8Array | null;
  /** Hex. */
  sendKey: string | null;
  isReported: boolean;
  /** The mailed links of this generation hold. */
  linkGeneration: number;
};

/** A response with the data for its way to the city's own survey. */
export async function findResponseToSend(
  db: D1Database,
  signatureId: string,
): Promise<ResponseToSend | null> {
  const row = await db
    .prepare(
      `SELECT responses.action_id, responses.sealed, link_generation, lower(hex(responses.send_key)) AS send_key,
        reported_at IS NOT NULL AS reported
      FROM responses CROSS JOIN signatures ON signatures.id = signature_id
        LEFT JOIN survey_sends ON survey_sends.send_key = responses.send_key
      WHERE signature_id = ?`,
    )
    .bind(signatureId)
    .first<{
      action_id: number;
      sealed: number[] | null;
      link_generation: number;
      send_key: string;
      reported: number;
    }>();
  return (
    row && {
      id: signatureId,
      actionId: row.action_id,
      sealed: row.sealed && fromBlob(row.sealed),
      sendKey: row.send_key || null,
      isReported: row.reported === 1,
      linkGeneration: row.link_generation,
    }
  );
}

/** A person who opened the city's survey and has not reported sending it; null without a confirmed response. */
export type DueToAsk = {
  /** Hex. */
  sendKey: string;
  response: { id: string; inboxKey: string } | null;
};

/** The earliest first. With several responses behind one key, the first that counted. */
export async function listDueToAsk(
  db: D1Database,
  { openedUntil, now, limit }: { openedUntil: Date; now: Date; limit: number },
): Promise<DueToAsk[]> {
  const { results } = await db
    .prepare(
      `SELECT lower(hex(due.send_key)) AS send_key, (
          SELECT json_object('id', signatures.id, 'inboxKey', lower(hex(inbox_key)))
          FROM responses CROSS JOIN signatures ON signatures.id = signature_id CROSS JOIN actions
            ON actions.id = signatures.action_id
          WHERE responses.send_key = due.send_key AND signatures.state = 'confirmed' AND signatures.sealed IS NOT NULL
            AND actions.state = 'open' AND (closes_at IS NULL OR closes_at > ?2)
          ORDER BY confirmed_at LIMIT 1) AS response
      FROM (SELECT send_key FROM survey_sends
        WHERE reported_at IS NULL AND asked_at IS NULL AND opened_at <= ?1 ORDER BY opened_at LIMIT ?3) due`,
    )
    .bind(openedUntil.getTime(), now.getTime(), limit)
    .all<{ send_key: string; response: string | null }>();
  return results.map(({ send_key, response }) => {
    return { sendKey: send_key, response: response === null ? null : JSON.parse(response) };
  });
}

/** Asked or not, it is not checked again. */
export function askedStatement(db: D1Database, sendKeys: string[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE survey_sends SET asked_at = ?2
      WHERE send_key IN (SELECT unhex(value) FROM json_each(?1)) AND asked_at IS NULL`,
    )
    .bind(JSON.stringify(sendKeys), now.getTime());
}

/** Ids of the responses that still count and have not been reported as sent. */
export async function listStillToAsk(db: D1Database, signatureIds: string[]): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT signature_id FROM json_each(?) named CROSS JOIN responses ON signature_id = named.value
        CROSS JOIN survey_sends ON survey_sends.send_key = responses.send_key
      WHERE reported_at IS NULL`,
    )
    .bind(JSON.stringify(signatureIds))
    .all<{ signature_id: string }>();
  return new Set(results.map(({ signature_id }) => signature_id));
}
