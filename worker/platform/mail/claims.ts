import { fromBlob } from '../crypto/bytes.ts';
import { hour } from '../time/clock.ts';
import { countFateStatement, countSentStatement } from './mail-days.ts';

/**
 * Up to 100 mails that are sent as one request. The batch's id is the request's idempotency key. `leaseUntil` also
 * proves who holds the claim: whoever claims the batch after it expired writes a later time.
 */
export type Claim = { batchId: string; leaseUntil: number; attempts: number; members: Member[] };
export type Member = { id: string; ref: string; kind: string; content: Uint8Array | null };

/** Resend keeps an idempotency key for 24 hours. After that, repeating a request could send its mails twice. */
const keyTrustedFor = 23 * hour;

type MemberRow = Omit<Member, 'content'> & {
  batch_id: string;
  lease_until: number;
  attempts: number;
  content: number[] | null;
};
const memberColumns = 'id, ref, kind, batch_id, lease_until, attempts, content';

/**
 * Claims a whole batch again after its claim expired, with the same key. `uncertain` is the number of mails given up.
 */
export async function claimAgain(db: D1Database, now: Date, leaseUntil: number) {
  const at = now.getTime();
  const [givenUp, again] = await db.batch<MemberRow>([
    db
      .prepare(
        `UPDATE outbox SET state = 'uncertain', lease_until = NULL
         WHERE state = 'claimed' AND lease_until <= ?1 AND first_tried_at <= ?2`,
      )
      .bind(at, at - keyTrustedFor),
    db
      .prepare(
        `UPDATE outbox SET lease_until = ?2, attempts = attempts + 1
         WHERE state = 'claimed' AND batch_id = (
           SELECT batch_id FROM outbox
           WHERE state = 'claimed' AND lease_until <= ?1 ORDER BY lease_until LIMIT 1)
         RETURNING ${memberColumns}`,
      )
      .bind(at, leaseUntil),
  ]);
  return { claim: toClaim(again?.results ?? []), uncertain: givenUp?.meta.changes ?? 0 };
}

/** Starts a new batch, unless the provider has asked to stop sending for a while. */
export async function claimWaiting(
  db: D1Database,
  now: Date,
  batch: { id: string; size: number; leaseUntil: number },
): Promise<Claim | null> {
  const { results } = await db
    .prepare(
      `UPDATE outbox SET state = 'claimed', batch_id = ?2, lease_until = ?3, attempts = 1
       WHERE id IN (
         SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ?1 ORDER BY due_at LIMIT ?4)
         AND NOT EXISTS (
           SELECT 1 FROM outbox WHERE state = 'claimed' AND lease_until > ?1 AND error GLOB 'hold *')
       RETURNING ${memberColumns}`,
    )
    .bind(now.getTime(), batch.id, batch.leaseUntil, batch.size)
    .all<MemberRow>();
  return toClaim(results);
}

/** Sorted by id, because the order is part of the request that a later attempt repeats. */
function toClaim(rows: MemberRow[]): Claim | null {
  const first = rows[0];
  if (!first) return null;
  const members = rows
    .map(({ id, ref, kind, content }) => ({ id, ref, kind, content: content && fromBlob(content) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { batchId: first.batch_id, leaseUntil: first.lease_until, attempts: first.attempts, members };
}

/**
 * Correct no matter who holds the claim now, and for mails that were forgotten during the request. A webhook may arrive
 * before the request returns; then only the provider's id is missing.
 */
export async function settleSent(
  db: D1Database,
  claim: Claim,
  { now, sent }: { now: Date; sent: readonly { id: string; providerId: string | null; to: string }[] },
): Promise<void> {
  const ids = sent.map(({ id, providerId }) => ({ id, providerId }));
  const moved = db
    .prepare(
      `UPDATE outbox SET
         state = CASE WHEN state IN ('claimed', 'uncertain') THEN 'sent' ELSE state END,
         error = CASE WHEN state IN ('claimed', 'uncertain') THEN NULL ELSE error END,
         sent_at = coalesce(sent_at, ?3), provider_id = coalesce(provider_id, sent.value ->> 'providerId'),
         lease_until = NULL, is_counted = 1
       FROM json_each(?1) AS sent
       WHERE outbox.id = sent.value ->> 'id' AND +outbox.batch_id = ?2
         AND +outbox.state NOT IN ('waiting', 'cancelled')`,
    )
    .bind(JSON.stringify(ids), claim.batchId, now.getTime());
  await db.batch([countSentStatement(db, sent, { batchId: claim.batchId, now }), moved]);
}

type Unsent = {
  state: 'failed' | 'uncertain';
  error: string;
  /** For the statistic. */
  refused?: { to: readonly string[]; now: Date };
};

/** Ends mails for good: `failed` was refused, `uncertain` may have been sent. */
export async function settleUnsent(db: D1Database, claim: Claim, { state, error, refused }: Unsent) {
  const moved = db
    .prepare(
      `UPDATE outbox SET state = ?3, error = ?4, lease_until = NULL
       WHERE state = 'claimed' AND batch_id = ?1 AND lease_until = ?2`,
    )
    .bind(claim.batchId, claim.leaseUntil, state, error);
  const counted = refused ? [countFateStatement(db, refused.to, { fate: 'failed', now: refused.now })] : [];
  await db.batch([moved, ...counted]);
}

export type Postponement = {
  until: number;
  error: string;
  /** The start of this attempt, if it surely sent nothing. Then the 23 hours have not begun. */
  surelyUnsentSince: Date | null;
};

export async function postpone(
  db: D1Database,
  claim: Claim,
  { until, error, surelyUnsentSince }: Postponement,
): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET lease_until = ?3, error = ?4, first_tried_at = nullif(first_tried_at, ?5)
       WHERE state = 'claimed' AND batch_id = ?1 AND lease_until = ?2`,
    )
    .bind(claim.batchId, claim.leaseUntil, until, error, surelyUnsentSince?.getTime() ?? null)
    .run();
}

/** Two new batches, due at once. Only for a batch that has sent nothing, because their keys are new to the provider. */
export async function split(
  db: D1Database,
  claim: Claim,
  { now, batchIds, attempts }: { now: Date; batchIds: [string, string]; attempts: number },
): Promise<void> {
  const middle = claim.members[Math.ceil(claim.members.length / 2)]!.id;
  await db
    .prepare(
      `UPDATE outbox SET batch_id = CASE WHEN id < ?3 THEN ?4 ELSE ?5 END,
         lease_until = ?6, attempts = ?7, first_tried_at = NULL
       WHERE state = 'claimed' AND batch_id = ?1 AND lease_until = ?2`,
    )
    .bind(claim.batchId, claim.leaseUntil, middle, ...batchIds, now.getTime(), attempts)
    .run();
}
