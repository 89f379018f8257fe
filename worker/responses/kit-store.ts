import type { Text } from '../../web/language.ts';

export type AsksOfKit = {
  petition: string;
  asks: { slug: string; text: Text }[];
  /** Null: the committee that the petition is addressed to. */
  requests: { ask: string; signatures: number; committee: string | null; within: number }[];
};

type Of = { campaign: string; city: string; council: string };

const petitionsOfKit = `
  SELECT actions.id, actions.committee_id, part.value AS part
  FROM json_each(?1) AS part CROSS JOIN actions CROSS JOIN campaigns
  WHERE actions.slug = part.value ->> 'petition' AND campaigns.id = actions.campaign_id AND campaigns.slug = ?2`;

const asksOfKit = `
  SELECT petition.id AS action_id, ask.value ->> 'slug' AS slug, ask.key AS position, ask.value ->> 'text' AS text
  FROM (${petitionsOfKit}) AS petition CROSS JOIN json_each(petition.part, '$.asks') AS ask`;

const requestsOfKit = `
  SELECT petition.id AS action_id,
    coalesce((SELECT committees.id FROM committees JOIN councils ON councils.id = council_id
        JOIN cities ON cities.id = city_id
      WHERE committees.slug = request.value ->> 'committee' AND councils.slug = ?4 AND cities.slug = ?3),
      petition.committee_id) AS committee_id,
    request.value ->> 'ask' AS ask, request.value ->> 'signatures' AS signatures, request.value ->> 'within' AS within
  FROM (${petitionsOfKit}) AS petition CROSS JOIN json_each(petition.part, '$.requests') AS request`;

const actionsOfCampaign =
  'SELECT actions.id FROM actions JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?2';

/** What was asked stays, with its day: a kit changes and removes only what was not asked yet. */
export function saveAsksStatements(
  db: D1Database,
  asks: AsksOfKit[],
  { campaign, city, council }: Of,
): D1PreparedStatement[] {
  const json = JSON.stringify(asks);
  return [
    db
      .prepare(
        `INSERT INTO asks (action_id, slug, position, text) SELECT action_id, slug, position, text FROM (${asksOfKit})
        WHERE true ON CONFLICT DO UPDATE SET position = excluded.position, text = excluded.text`,
      )
      .bind(json, campaign),
    db
      .prepare(
        `DELETE FROM answer_requests WHERE asked_at IS NULL AND action_id IN (${actionsOfCampaign})
          AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.action_id = answer_requests.action_id
            AND answers.committee_id = answer_requests.committee_id AND answers.ask = answer_requests.ask)
          AND (action_id, committee_id, ask) NOT IN (SELECT action_id, committee_id, ask FROM (${requestsOfKit}))`,
      )
      .bind(json, campaign, city, council),
    db
      .prepare(
        `INSERT INTO answer_requests (action_id, committee_id, ask, signatures, within_days)
        SELECT action_id, committee_id, ask, signatures, within FROM (${requestsOfKit})
        WHERE true ON CONFLICT DO UPDATE SET within_days = excluded.within_days,
          signatures = iif(asked_at IS NULL, excluded.signatures, signatures)`,
      )
      .bind(json, campaign, city, council),
    db
      .prepare(
        `DELETE FROM asks WHERE action_id IN (${actionsOfCampaign})
          AND (action_id, slug) NOT IN (SELECT action_id, slug FROM (${asksOfKit}))
          AND (action_id, slug) NOT IN (SELECT action_id, ask FROM answer_requests)`,
      )
      .bind(json, campaign),
  ];
}

const ofCampaign =
  'JOIN actions ON actions.id = action_id JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?1';

/** What is asked, as the snapshot of a kit has it. */
export function asksSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'petition ' || actions.slug || ', ask ' || asks.slug AS label, json_object('text', json(asks.text),
        'asked of', (SELECT json_group_array(committees.slug || ' at ' || signatures || ', ' || within_days || ' days')
          FROM answer_requests JOIN committees ON committees.id = committee_id
          WHERE answer_requests.action_id = asks.action_id AND ask = asks.slug)) AS fields
      FROM asks ${ofCampaign}`,
    )
    .bind(campaign);
}

/** The asks of a campaign that were asked of somebody, by the slug of their petition. */
export async function listAsked(
  db: D1Database,
  campaign: string,
): Promise<{ petition: string; slug: string; text: Text }[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.slug AS petition, asks.slug, asks.text FROM asks ${ofCampaign}
        AND EXISTS (SELECT 1 FROM answer_requests WHERE answer_requests.action_id = asks.action_id
          AND ask = asks.slug AND asked_at IS NOT NULL)`,
    )
    .bind(campaign)
    .all<{ petition: string; slug: string; text: string }>();
  return results.map(({ text, ...one }) => ({ ...one, text: JSON.parse(text) }));
}

/** Of asks that were never put to anybody. */
export function deleteAsksStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  const own = `(SELECT actions.id FROM actions JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?)`;
  return ['answer_requests', 'asks'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE action_id IN ${own}`).bind(campaign),
  );
}
