import { hex } from '../crypto/bytes.ts';
import type { Claim } from './claims.ts';

/** D1 allows 2 MB per parameter. Hex and JSON are ASCII. */
const frozenAtOnce = 1_000_000;

/** `suppressed`: mails to suppressed addresses. */
type Frozen = {
  now: Date;
  contents: Map<string, Uint8Array | null>;
  cancelled: string[];
  suppressed: string[];
};

/**
 * Stores the content of mails before they are sent, and returns the ids that may be sent. None if the claim was lost,
 * and not those whose person was forgotten meanwhile.
 */
export async function freeze(
  db: D1Database,
  claim: Claim,
  { now, contents, cancelled, suppressed }: Frozen,
): Promise<Set<string>> {
  const statements = inParcels(contents).map((parcel) =>
    db
      .prepare(
        `UPDATE outbox SET
           content = coalesce(content, unhex(made.value ->> 'content')),
           first_tried_at = coalesce(first_tried_at, ?4)
         FROM json_each(?1) AS made
         WHERE outbox.id = made.value ->> 'id'
           AND +outbox.state = 'claimed' AND +outbox.batch_id = ?2 AND +outbox.lease_until = ?3
         RETURNING id`,
      )
      .bind(`[${parcel.join()}]`, claim.batchId, claim.leaseUntil, now.getTime()),
  );
  if (cancelled.length > 0) statements.push(cancelStatement(db, claim, { ids: cancelled, error: null }));
  if (suppressed.length > 0)
    statements.push(cancelStatement(db, claim, { ids: suppressed, error: 'suppressed' }));
  const results = statements.length > 0 ? await db.batch<{ id: string }>(statements) : [];
  return new Set(results.flatMap(({ results: rows }) => rows.map(({ id }) => id)));
}

function inParcels(contents: Map<string, Uint8Array | null>): string[][] {
  const parcels: string[][] = [];
  let room = 0;
  for (const [id, content] of contents) {
    const item = JSON.stringify({ id, content: content && hex(content) });
    if (room < item.length) {
      parcels.push([]);
      room = frozenAtOnce;
    }
    parcels.at(-1)!.push(item);
    room -= item.length;
  }
  return parcels;
}

function cancelStatement(
  db: D1Database,
  claim: Claim,
  { ids, error }: { ids: string[]; error: string | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = 'cancelled', content = NULL, lease_until = NULL, error = ?4
       WHERE id IN (SELECT value FROM json_each(?1))
         AND state = 'claimed' AND +batch_id = ?2 AND +lease_until = ?3`,
    )
    .bind(JSON.stringify(ids), claim.batchId, claim.leaseUntil, error);
}
