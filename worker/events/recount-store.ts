import type { Numbers, Recount } from '../signatures/recount-section.ts';

type Row = { slot: string; taken: number; waiting: number };

/** The places of each time of an event: from its sign-ups, and as kept. They have no changes by week. */
export const recountSeats: Recount = async (db, actionId) => {
  const [counted, kept] = await db.batch<Row>([
    db
      .prepare(
        `SELECT slug AS slot,
          (SELECT count(*) FROM sign_ups INDEXED BY sign_ups_in_line
            WHERE sign_ups.action_id = ?1 AND slot = slug AND seat = 'has') AS taken,
          (SELECT count(*) FROM sign_ups INDEXED BY sign_ups_in_line
            WHERE sign_ups.action_id = ?1 AND slot = slug AND seat = 'waits') AS waiting
        FROM event_slots WHERE event_slots.action_id = ?1`,
      )
      .bind(actionId),
    db.prepare('SELECT slug AS slot, taken, waiting FROM event_slots WHERE action_id = ?').bind(actionId),
  ]);
  const rows = numbersOf(counted?.results ?? []);
  return { rows, kept: numbersOf(kept?.results ?? []), changes: rows };
};

function numbersOf(slots: Row[]): Numbers {
  return new Map(
    slots.flatMap(({ slot, taken, waiting }) => [
      [`places ${slot}`, taken],
      [`waiting ${slot}`, waiting],
    ]),
  );
}
