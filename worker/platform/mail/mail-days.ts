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

export type MailDay = { day: string; domain: string } & Record<Fate, number>;

/** A row for each day and provider. */
export function mailDaysQuery(db: D1Database, since: string): Query<MailDay[]> {
  return rowsQuery(
    db.prepare('SELECT * FROM mail_days WHERE day >= ? ORDER BY day DESC, domain').bind(since),
    (rows: MailDay[]) => rows,
  );
}
