import type { Text } from '../places/rules.ts';
import type { ActionKind } from './rules.ts';

export type ActionOfKit = {
  kind: ActionKind;
  slug: string;
  committee: string;
  state: 'draft' | 'open';
  title: Text;
  ask: Text;
  body: Text;
  asksStreet: boolean;
  opensAt: Date;
  closesAt: Date | null;
};

/** The campaign and the council have to be there. */
export function saveActionsStatement(
  db: D1Database,
  list: ActionOfKit[],
  { campaign, council, city }: { campaign: string; council: string; city: string },
): D1PreparedStatement {
  const actions = list.map((action) => ({
    ...action,
    opensAt: action.opensAt.getTime(),
    closesAt: action.closesAt?.getTime() ?? null,
  }));
  return db.prepare(saveActions).bind(JSON.stringify(actions), campaign, council, city);
}

/** A kit can open a draft, but it never reverts what people decided: after closing, state and dates stay. */
const saveActions = `
  INSERT INTO actions
    (campaign_id, committee_id, kind, slug, state, title, ask, body, asks_street, opens_at, closes_at)
  SELECT campaigns.id, committees.id, value ->> 'kind', value ->> 'slug', value ->> 'state', value ->> 'title',
    value ->> 'ask', value ->> 'body', value ->> 'asksStreet', value ->> 'opensAt', value ->> 'closesAt'
  FROM json_each(?1) CROSS JOIN campaigns CROSS JOIN cities CROSS JOIN councils CROSS JOIN committees
  WHERE campaigns.slug = ?2 AND cities.slug = ?4 AND councils.city_id = cities.id AND councils.slug = ?3
    AND committees.council_id = councils.id AND committees.slug = value ->> 'committee'
  ON CONFLICT (slug) DO UPDATE SET committee_id = excluded.committee_id, title = excluded.title,
    ask = excluded.ask, body = excluded.body, asks_street = excluded.asks_street,
    state = iif(actions.state IN ('draft', 'submitted') AND excluded.state = 'open', 'open', actions.state),
    opens_at = iif(actions.state IN ('draft', 'submitted', 'open'), excluded.opens_at, actions.opens_at),
    closes_at = iif(actions.state IN ('draft', 'submitted', 'open'), excluded.closes_at, actions.closes_at)
  WHERE actions.campaign_id = excluded.campaign_id AND actions.kind = excluded.kind`;

type ThresholdsOfKit = { slug: string; thresholds: { signatures: number; name: Text }[] };

/** The actions have to be there. */
export function saveThresholdsStatements(
  db: D1Database,
  actions: ThresholdsOfKit[],
  campaign: string,
): D1PreparedStatement[] {
  const thresholds = JSON.stringify(actions.map(({ slug, thresholds }) => ({ slug, thresholds })));
  return [saveThresholds, removeThresholds].map((sql) => db.prepare(sql).bind(thresholds, campaign));
}

const thresholdsOfKit = `
  SELECT actions.id AS action_id, threshold.value ->> 'signatures' AS signatures, threshold.value ->> 'name' AS name
  FROM json_each(?1) AS action CROSS JOIN actions CROSS JOIN campaigns
    CROSS JOIN json_each(action.value, '$.thresholds') AS threshold
  WHERE actions.slug = action.value ->> 'slug' AND campaigns.id = campaign_id AND campaigns.slug = ?2`;

const saveThresholds = `
  INSERT INTO thresholds (action_id, signatures, name)
  SELECT action_id, signatures, name FROM (${thresholdsOfKit}) WHERE true
  ON CONFLICT DO UPDATE SET name = excluded.name`;

/** Reached thresholds stay. */
const removeThresholds = `
  DELETE FROM thresholds
  WHERE reached_at IS NULL
    AND action_id IN (
      SELECT actions.id FROM json_each(?1) JOIN actions ON actions.slug = value ->> 'slug'
        JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?2)
    AND (action_id, signatures) NOT IN (SELECT action_id, signatures FROM (${thresholdsOfKit}))`;

/** Which of the slugs are taken, by a campaign's action of which kind. */
export async function listActionOwners(
  db: D1Database,
  slugs: string[],
): Promise<{ slug: string; kind: ActionKind; owner: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.slug, kind, campaigns.slug AS owner
      FROM actions JOIN campaigns ON campaigns.id = campaign_id
      WHERE actions.slug IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(slugs))
    .all<{ slug: string; kind: ActionKind; owner: string }>();
  return results;
}

const ofCampaign =
  'JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?1 AND actions.kind = ?2';

const entries = `
  SELECT kind || ' ' || actions.slug AS label, json_object('committee', committees.slug, 'state', state,
    'title', json(title), 'ask', json(ask), 'text', json(body), 'street', asks_street, 'opening', opens_at,
    'closing', closes_at) AS fields
  FROM actions JOIN committees ON committees.id = committee_id ${ofCampaign}
  UNION ALL
  SELECT kind || ' ' || actions.slug || ', threshold ' || signatures, json_object('name', json(thresholds.name))
  FROM thresholds JOIN actions ON actions.id = action_id ${ofCampaign}`;

/** The actions of a kind and their thresholds, as the snapshot of a kit has them. Not their counts. */
export function actionsSnapshotStatement(
  db: D1Database,
  { kind, campaign }: { kind: ActionKind; campaign: string },
): D1PreparedStatement {
  return db.prepare(entries).bind(campaign, kind);
}
