import { joinQueries, type Query, rowsQuery } from '../platform/query.ts';

type ActionToTell = { id: number; campaign: string; trained: number };

/**
 * The actions of a committee with their campaigns: how many had finished the training when `nextDay` began, a day on
 * the city's calendar. And the verifier keys that had signed a head of the log by then, oldest first.
 */
export function actionsToTellQuery(
  db: D1Database,
  committeeId: number,
  { until, nextDay }: { until: Date; nextDay: string },
): Query<{ actions: ActionToTell[]; keys: string[] }> {
  return joinQueries({
    actions: rowsQuery(
      db
        .prepare(
          `SELECT actions.id, campaigns.slug AS campaign,
            (SELECT coalesce(sum(n), 0) FROM training_totals
              WHERE training_totals.campaign_id = campaigns.id AND what = 'finished') -
            (SELECT coalesce(sum(n), 0) FROM training_days
              WHERE training_days.campaign_id = campaigns.id AND what = 'finished' AND day >= ?2) AS trained
          FROM actions CROSS JOIN campaigns ON campaigns.id = campaign_id WHERE committee_id = ?1`,
        )
        .bind(committeeId, nextDay),
      (rows: ActionToTell[]) => rows,
    ),
    keys: rowsQuery(
      db
        .prepare('SELECT vkey FROM log_keys WHERE since < ? ORDER BY since DESC, rowid DESC LIMIT ?')
        .bind(until.getTime(), mostKeys),
      (rows: { vkey: string }[]) => rows.map(({ vkey }) => vkey).toReversed(),
    ),
  });
}

/** A log has a new one with each rotation of the keyring. */
const mostKeys = 10;
