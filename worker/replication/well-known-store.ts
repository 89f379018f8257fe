import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery } from '../platform/query.ts';

export type ListedAction = { slug: string; kind: string; title: Text; week: string | null };

export type ListedCampaign = {
  slug: string;
  title: Text;
  city: { name: string; region: string };
  template: { from: string; sha256: string } | null;
  actions: ListedAction[];
  network: { name: Text; address: string }[];
};

type Row = {
  slug: string;
  title: string;
  city: string;
  region: string;
  template: string | null;
  actions: string;
  network: string;
};

const actionsOf = `
  SELECT json_group_array(json_object('slug', slug, 'kind', kind, 'title', json(title), 'week', week)) FROM (
    SELECT actions.slug, kind, title,
      (SELECT week FROM statements WHERE action_id = actions.id ORDER BY week DESC LIMIT 1) AS week
    FROM actions CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
    WHERE actions.campaign_id = campaigns.id AND state IN ('open', 'closed')
    ORDER BY actions.id DESC LIMIT ?3)`;

const networkOf = `
  SELECT json_group_array(json_object('name', json_extract(content, '$.name'), 'address', address))
  FROM neighbors WHERE neighbors.campaign_id = campaigns.id`;

/** Newest first; of one campaign if its slug is given. Only public ones, with their open and closed actions. */
export function listedCampaignsQuery(
  db: D1Database,
  only: string | null,
  most: { campaigns: number; actions: number },
): Query<ListedCampaign[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT campaigns.slug, json_extract(campaigns.content, '$.title') AS title, cities.name AS city, region,
          (SELECT CASE WHEN json_type(kit, '$.made_of') = 'object' THEN json_object(
              'from', json_extract(kit, '$.made_of.from'), 'sha256', json_extract(kit, '$.made_of.sha256')) END
            FROM kit_versions WHERE campaign_id = campaigns.id
            ORDER BY number DESC LIMIT 1) AS template,
          (${actionsOf}) AS actions, (${networkOf}) AS network
        FROM campaigns CROSS JOIN cities ON cities.id = city_id
        WHERE is_public = 1 AND (?1 IS NULL OR campaigns.slug = ?1) ORDER BY campaigns.id DESC LIMIT ?2`,
      )
      .bind(only, most.campaigns, most.actions),
    (rows: Row[]) =>
      rows.map(({ slug, city, region, ...row }) => ({
        slug,
        title: JSON.parse(row.title),
        city: { name: city, region },
        template: row.template === null ? null : JSON.parse(row.template),
        actions: JSON.parse(row.actions),
        network: JSON.parse(row.network),
      })),
  );
}
