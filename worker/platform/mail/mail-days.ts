import { type Query, rowsQuery } from '../query.ts';
import { dateIn } from '../time/clock.ts';
import { providerOf } from './domain-rules.ts';

export const fates = ['sent', 'delivered', 'bounced', 'complained', 'failed'] as const;
export type Fate = (typeof fates)[number];

/** Put it right behind the statement that moves the mails: it counts nothing where that changed nothing. */
export function countFateStatement(
  db: D1Database,
  addresses: readonly string[],
  { fate, now }: { fate: Fate; now: Date },
): D1PreparedStatement {
  const counts = new Map<string, number>();
  for (const provider of addresses.map(providerOf)) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return db
    .prepare(
      `INSERT INTO mail_days (day, domain, ${fate})
       SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE changes() > 0
       ON CONFLICT DO UPDATE SET ${fate} = ${fate} + excluded.${fate}`,
    )
    .bind(dateIn('UTC', now), JSON.stringify([...counts]));
}

/** Those of a batch that are not counted yet: run it before the statement that moves and marks them. */
export function countSentStatement(
  db: D1Database,
  sent: readonly { id: string; to: string }[],
  { batchId, now }: { batchId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_days (day, domain, sent)
       SELECT ?1, value ->> 'domain', 1 FROM json_each(?2) CROSS JOIN outbox ON outbox.id = value ->> 'id'
       WHERE +batch_id = ?3 AND +state NOT IN ('waiting', 'cancelled') AND is_counted = 0
       ON CONFLICT DO UPDATE SET sent = sent + 1`,
    )
    .bind(
      dateIn('UTC', now),
      JSON.stringify(sent.map(({ id, to }) => ({ id, domain: providerOf(to) }))),
      batchId,
    );
}

/** What the mail service says of a mail proves that it went out, even if its answer was lost. */
export function countSentOnceStatements(
  db: D1Database,
  { id, to, now }: { id: string; to: readonly string[]; now: Date },
): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE outbox SET is_counted = 1 WHERE id = ? AND is_counted = 0').bind(id),
    countFateStatement(db, to, { fate: 'sent', now }),
  ];
}

export type MailDay = { day: string; domain: string } & Record<Fate, number>;

/** A row for each day and provider. */
export function mailDaysQuery(db: D1Database, since: string): Query<MailDay[]> {
  return rowsQuery(
    db.prepare('SELECT * FROM mail_days WHERE day >= ? ORDER BY day DESC, domain').bind(since),
    (rows: MailDay[]) => rows,
  );
}
