import type { Deps } from '../deps.ts';
import { log } from '../log.ts';
import { type MailEvent, statesBefore } from './event-rules.ts';
import type { MailBounced } from './mail.ts';
import { suppressStatements } from './suppressions.ts';

/**
 * Takes in what the mail service tells of a mail of ours. Any event may come again, late or before its forerunners,
 * so it is the same however often it is taken in: a state only moves forward and an address is suppressed once.
 * False where we know no such mail.
 */
export async function takeEvent(
  deps: Deps,
  event: MailEvent,
  { now, bounced }: { now: Date; bounced: MailBounced },
): Promise<boolean> {
  const mail = await findMailOf(deps.db, event);
  if (!mail) return false;
  const { suppresses: reason } = event;
  await deps.db.batch([
    batchWentOutStatement(deps.db, mail.id, now),
    moveStatement(deps.db, mail.id, event, now),
    ...(event.isDelayed ? [delayStatement(deps.db, mail.id, now)] : []),
    ...(reason ? await suppressStatements(deps, event.to, { reason, now }) : []),
  ]);
  tell(event, mail);
  // After the commit and every time: if it fails, the event comes again.
  if (reason === 'bounced') await bounced(deps, mail, now);
  return true;
}

function tell({ state, error, isDelayed }: MailEvent, { kind }: FoundMail): void {
  if (isDelayed) log('info', 'mail-delayed', { kind });
  if (state !== 'sent' && state !== 'delivered') log('warn', 'mail-returned', { state, error, kind });
}

type FoundMail = { id: string; ref: string; kind: string };

/** By the provider's id or, where it was lost with the answer, by our own. */
async function findMailOf(
  db: D1Database,
  { providerId, outboxId }: { providerId: string; outboxId: string | null },
): Promise<FoundMail | null> {
  return db
    .prepare(
      `SELECT id, ref, kind FROM outbox
       WHERE id = coalesce((SELECT id FROM outbox WHERE provider_id = ?1), ?2)
         AND (provider_id IS NULL OR provider_id = ?1)`,
    )
    .bind(providerId, outboxId)
    .first<FoundMail>();
}

/** The provider takes all of a request or nothing: word of one mail is word that its whole batch went out. */
function batchWentOutStatement(db: D1Database, id: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = 'sent', sent_at = ?2, lease_until = NULL, error = NULL
       WHERE state = 'claimed' AND first_tried_at IS NOT NULL AND id <> ?1
         AND batch_id = (SELECT batch_id FROM outbox WHERE id = ?1 AND state = 'claimed')`,
    )
    .bind(id, now.getTime());
}

function moveStatement(
  db: D1Database,
  id: string,
  { providerId, state, error }: MailEvent,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = ?2, provider_id = ?3, error = ?4, sent_at = coalesce(sent_at, ?5),
         lease_until = NULL
       WHERE id = ?1 AND state IN (SELECT value FROM json_each(?6))`,
    )
    .bind(id, state, providerId, error, now.getTime(), JSON.stringify(statesBefore(state)));
}

/** Nothing to do but to be seen: the provider keeps trying. */
function delayStatement(db: D1Database, id: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE outbox SET delayed_at = coalesce(delayed_at, ?2) WHERE id = ?1')
    .bind(id, now.getTime());
}
