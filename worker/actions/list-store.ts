import type { ActionKind } from './rules.ts';

export type ActionRow = {
  kind: ActionKind;
  slug: string;
  campaignId: number;
  state: string;
  opensAt: Date;
  confirmed: number;
  /** The next threshold above the count. */
  goal: number | null;
};

/** Each public petition and survey with its count, for lists of what there is to do. */
export async function listActions(db: D1Database): Promise<ActionRow[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.kind, slug, campaign_id, actions.state, opens_at, coalesce(n, 0) AS confirmed,
        (SELECT min(signatures) FROM thresholds
          WHERE action_id = actions.id AND signatures > coalesce(n, 0)) AS goal
      FROM actions LEFT JOIN signature_counts
        ON signature_counts.action_id = actions.id AND signature_counts.kind = 'state' AND key = 'confirmed'
      WHERE actions.state IN ('open', 'closed') ORDER BY actions.id`,
    )
    .all<{
      kind: ActionKind;
      slug: string;
      campaign_id: number;
      state: string;
      opens_at: number;
      confirmed: number;
      goal: number | null;
    }>();
  return results.map(({ campaign_id, opens_at, ...row }) => {
    return { ...row, campaignId: campaign_id, opensAt: new Date(opens_at) };
  });
}
