import { type Query, rowsQuery } from '../platform/query.ts';
import { reopenStatements } from './term-store.ts';

type State = 'draft' | 'submitted' | 'open' | 'closed' | 'rejected' | 'removed';

export type StateChange = {
  id: number;
  from: State;
  to: State;
  /** Its end as it is: one that has passed does not stay when it is opened again. */
  closesAt: Date | null;
  now: Date;
  /** Why it is rejected, in each language. */
  rejection?: { en: string; es: string };
  /** When it was closed, for a change that takes back a removal. */
  closedAt?: Date | null;
};

/**
 * Changes the state of an action. The last statement changes one row if the action was in this state and holds all its
 * data. What is removed is closed with it, so that its personal data is erased like that of a closed one.
 */
export function changeStateStatements(
  db: D1Database,
  { id, from, to, closesAt, now, rejection, closedAt }: StateChange,
): [...D1PreparedStatement[], D1PreparedStatement] {
  if (from === 'closed' && to === 'open') {
    return reopenStatements(db, id, { closesAt: closesAt && closesAt > now ? closesAt : null, now });
  }
  const closed = {
    open: null,
    draft: null,
    submitted: null,
    rejected: null,
    closed: now.getTime(),
    removed: now.getTime(),
  }[to];
  return [
    db
      .prepare(
        `UPDATE actions SET state = ?3, rejection = coalesce(?4, rejection),
          closed_at = iif(?3 = 'removed', coalesce(closed_at, ?5), ?5),
          closes_at = iif(?3 = 'open' AND closes_at <= ?6, NULL, closes_at)
        WHERE id = ?1 AND state = ?2 AND erased_at IS NULL`,
      )
      .bind(
        id,
        from,
        to,
        rejection ? JSON.stringify(rejection) : null,
        closedAt === undefined ? closed : (closedAt?.getTime() ?? null),
        now.getTime(),
      ),
  ];
}

export type StateOfAction = {
  id: number;
  slug: string;
  kind: string;
  title: { en: string; es: string };
  state: State;
  closesAt: Date | null;
  closedAt: Date | null;
  erasedAt: Date | null;
};

/** All actions of a campaign, also those that are not public. */
export async function listStates(db: D1Database, campaignId: number): Promise<StateOfAction[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, slug, kind, title, state, closes_at, closed_at, erased_at FROM actions
        JOIN action_texts ON action_id = actions.id AND version = text_version
      WHERE campaign_id = ? ORDER BY actions.id LIMIT 100`,
    )
    .bind(campaignId)
    .all<{
      id: number;
      slug: string;
      kind: string;
      title: string;
      state: State;
      closes_at: number | null;
      closed_at: number | null;
      erased_at: number | null;
    }>();
  const date = (at: number | null) => (at === null ? null : new Date(at));
  return results.map(({ closes_at, closed_at, erased_at, title, ...row }) => ({
    ...row,
    title: JSON.parse(title),
    closesAt: date(closes_at),
    closedAt: date(closed_at),
    erasedAt: date(erased_at),
  }));
}

/** What those actions of a campaign are called, by their slugs. */
export function titlesQuery(
  db: D1Database,
  campaignId: number,
  slugs: readonly string[],
): Query<ReadonlyMap<string, { en: string; es: string }>> {
  const asked = db
    .prepare(
      `SELECT slug, title FROM actions
        JOIN action_texts ON action_id = actions.id AND version = text_version
      WHERE slug IN (SELECT value FROM json_each(?2)) AND campaign_id = ?1`,
    )
    .bind(campaignId, JSON.stringify(slugs));
  return rowsQuery(asked, (rows: { slug: string; title: string }[]) => {
    return new Map(
      rows.map(({ slug, title }) => {
        const { en = '', es = '' } = JSON.parse(title);
        return [slug, { en: en || es || slug, es: es || en || slug }] as const;
      }),
    );
  });
}
