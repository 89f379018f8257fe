import type { Deps } from '../deps.ts';
import { log } from '../log.ts';
import { type MailEvent, statesBefore } from './event-rules.ts';
import type { MailBounced } from './mail.ts';
import { countFateStatement, countSentOnceStatements } from './mail-days.ts';
import { suppressStatements } from './suppressions.ts';

/**
 * Records what the mail service says about one of our mails. Events may be repeated, late or out of order, so recording
 * is idempotent: a state only moves forward, and an address is suppressed once. False if there is no such mail.
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
    ...countSentOnceStatements(deps.db, { id: mail.id, to: event.to, now }),
    batchWentOutStatement(deps.db, mail.id, now),
    moveStatement(deps.db, mail.id, event, now),
    ...(event.state === 'sent' ? [] : [countFateStatement(deps.db, event.to, { fate: event.state, now })]),
    ...(event.isDelayed ? [delayStatement(deps.db, mail.id, now)] : []),
    ...(reason ? await suppressStatements(deps, event.to, { reason, now }) : []),
  ]);
  logEvent(event, mail);
  // After the commit, on every delivery: if this fails, the service sends the event again.
  if (reason === 'bounced') await bounced(deps, mail, now);
  return true;
}

/**
 * For the local mailbox, in which a stored mail has arrived: what the service's webhook would say of these mails.
 * Without it the console would show that nothing is ever delivered.
 */
export async function deliverAtHome(
  deps: Deps,
  mails: readonly { id: string; to: string }[],
  options: { now: Date; bounced: MailBounced },
): Promise<void> {
  for (const { id, to } of mails) {
    const about = { providerId: `local-${id}`, outboxId: id, to: [to] };
    await takeEvent(
      deps,
      { ...about, state: 'delivered', error: null, isDelayed: false, suppresses: null },
      options,
    );
  }
}

function logEvent({ state, error, isDelayed }: MailEvent, { kind }: FoundMail): void {
  if (isDelayed) log('info', 'mail-delayed', { kind });
  if (state !== 'sent' && state !== 'delivered') log('warn', 'mail-returned', { state, error, kind });
}

type FoundMail = { id: string; ref: string; kind: string };

/** Finds the mail by the provider's id or, if the answer that contained it was lost, by our own id. */
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

/** The provider accepts a whole request or nothing, so an event about one mail means that its whole batch was sent. */
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

/** Only recorded, because the provider keeps trying. */
function delayStatement(db: D1Database, id: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE outbox SET delayed_at = coalesce(delayed_at, ?2) WHERE id = ?1')
    .bind(id, now.getTime());
}
