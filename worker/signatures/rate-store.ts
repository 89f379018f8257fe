import { type Query, rowsQuery, waitingAtMost } from '../platform/query.ts';

export const rateKinds = ['connection', 'domain', 'source'] as const;
export type RateKind = (typeof rateKinds)[number];
export type RateState = 'waiting' | 'fine';

/** The number of signatures with one property in one hour. `key` is a fingerprint in hex, or the source. */
export type Rate = {
  id: number;
  actionId: number;
  kind: RateKind;
  key: string;
  /** Hours since 1970. */
  hour: number;
  n: number;
  ofAll: number;
  state: RateState;
};

type RateRow = Omit<Rate, 'actionId' | 'ofAll'> & { action_id: number; of_all: number };

function rateOf({ id, action_id, kind, key, hour, n, of_all, state }: RateRow): Rate {
  return { id, actionId: action_id, kind, key, hour, n, ofAll: of_all, state };
}

const waitingInCampaign = `FROM actions CROSS JOIN unusual_rates INDEXED BY unusual_rates_waiting
  ON action_id = actions.id AND unusual_rates.state = 'waiting' WHERE campaign_id = ?1`;

export async function listWaitingRates(db: D1Database, campaignId: number, most: number): Promise<Rate[]> {
  const { results } = await db
    .prepare(`SELECT unusual_rates.* ${waitingInCampaign} ORDER BY actions.id, unusual_rates.id LIMIT ?2`)
    .bind(campaignId, most)
    .all<RateRow>();
  return results.map(rateOf);
}

export async function findRate(db: D1Database, campaignId: number, id: number): Promise<Rate | null> {
  const row = await db
    .prepare(
      `SELECT unusual_rates.* FROM unusual_rates CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1
      WHERE unusual_rates.id = ?2`,
    )
    .bind(campaignId, id)
    .first<RateRow>();
  return row && rateOf(row);
}

/** Changes it only if the state and the count are still those that were seen. */
export function moveRateStatement(
  db: D1Database,
  { id, from, to, n }: { id: number; from: RateState; to: RateState; n: number },
): D1PreparedStatement {
  return db
    .prepare('UPDATE unusual_rates SET state = ?3 WHERE id = ?1 AND state = ?2 AND n = ?4')
    .bind(id, from, to, n);
}

export function waitingRatesQuery(
  db: D1Database,
  campaignId: number,
): Query<{ n: number; more: boolean; oldestAt: Date } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(found_at) AS oldest FROM (SELECT found_at ${waitingInCampaign} LIMIT ?2)`,
      )
      .bind(campaignId, waitingAtMost + 1),
    ([row]: { n: number; oldest: number | null }[]) =>
      row && row.oldest !== null
        ? { n: Math.min(row.n, waitingAtMost), more: row.n > waitingAtMost, oldestAt: new Date(row.oldest) }
        : null,
  );
}
