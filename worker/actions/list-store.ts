import type { PetitionKind } from './rules.ts';

export type ActionRow = {
  kind: PetitionKind;
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
      `SELECT petitions.kind, slug, campaign_id, petitions.state, opens_at, coalesce(n, 0) AS confirmed,
        (SELECT min(signatures) FROM thresholds
          WHERE petition_id = petitions.id AND signatures > coalesce(n, 0)) AS goal
      FROM petitions LEFT JOIN signature_counts
        ON signature_counts.petition_id = petitions.id AND signature_counts.kind = 'state' AND key = 'confirmed'
      WHERE petitions.state IN ('open', 'closed') ORDER BY petitions.id`,
    )
    .all<{
      kind: PetitionKind;
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
