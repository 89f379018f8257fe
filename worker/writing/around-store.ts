/**
 * Whether the city of a campaign is the city of other campaigns, too, in which this organizer may not write: then they
 * change nothing of it and of its council.
 */
export async function isCityOfOthers(
  db: D1Database,
  { campaignId, organizerId }: { campaignId: number; organizerId: string },
): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM campaigns AS own JOIN campaigns AS other ON other.city_id = own.city_id AND other.id <> own.id
      WHERE own.id = ?1 AND NOT EXISTS (
        SELECT 1 FROM organizer_roles WHERE campaign_id = other.id AND organizer_id = ?2
          AND role IN ('editor', 'owner') AND ended_at IS NULL)
      LIMIT 1`,
    )
    .bind(campaignId, organizerId)
    .first();
  return found !== null;
}

/** Whether there is a city of this slug in which this organizer writes no campaign, or not all. */
export async function isCityTaken(
  db: D1Database,
  { slug, organizerId }: { slug: string; organizerId: string },
): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM cities LEFT JOIN campaigns ON campaigns.city_id = cities.id
      WHERE cities.slug = ?1 AND NOT EXISTS (
        SELECT 1 FROM organizer_roles WHERE campaign_id = campaigns.id AND organizer_id = ?2
          AND role IN ('editor', 'owner') AND ended_at IS NULL)
      LIMIT 1`,
    )
    .bind(slug, organizerId)
    .first();
  return found !== null;
}

/** The slugs of the actions that have opened and that readers can still find. */
export async function listShownSlugs(db: D1Database, campaignId: number): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT slug FROM actions WHERE campaign_id = ? AND state NOT IN ('draft', 'removed')")
    .bind(campaignId)
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

/** The hashes of the texts that people have signed, by the slug of the action. */
export async function listSignedTexts(db: D1Database, campaignId: number): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT slug, hash FROM actions
        JOIN action_texts ON action_id = actions.id AND version = text_version
      WHERE campaign_id = ? AND EXISTS (
        SELECT 1 FROM signature_counts WHERE signature_counts.action_id = actions.id)`,
    )
    .bind(campaignId)
    .all<{ slug: string; hash: string }>();
  return new Map(results.map(({ slug, hash }) => [slug, hash]));
}
