import type { Text } from '../places/rules.ts';
import type { ActionKind, TextVersion } from './rules.ts';
import { type ActionText, hashOfText } from './text-store.ts';

export type ActionOfKit = {
  kind: ActionKind;
  slug: string;
  committee: string;
  state: 'draft' | 'open' | 'closed' | 'rejected' | 'removed';
  text: ActionText;
  /** What was changed in the text. */
  textNote: Text | null;
  textChange: TextVersion['change'];
  /** Why it was rejected. */
  rejection?: Text | null;
  asksStreet: boolean;
  opensAt: Date;
  closesAt: Date | null;
};

/** The campaign and the council must exist. */
export function saveActionsStatements(
  db: D1Database,
  list: ActionOfKit[],
  { campaign, council, city, now }: { campaign: string; council: string; city: string; now: Date },
): D1PreparedStatement[] {
  const actions = JSON.stringify(
    list.map((action) => ({
      ...action,
      textHash: hashOfText(action.text),
      opensAt: action.opensAt.getTime(),
      closesAt: action.closesAt?.getTime() ?? null,
    })),
  );
  return [
    db.prepare(saveActions).bind(actions, campaign, council, city, now.getTime()),
    db.prepare(saveTexts).bind(actions, campaign, now.getTime()),
    db.prepare(showLatestTexts).bind(actions, campaign),
  ];
}

/** A kit can open a draft, but it never undoes what people decided: after closing, state and dates stay. */
const saveActions = `
  INSERT INTO actions
    (campaign_id, committee_id, kind, slug, state, text_version, asks_street, opens_at, closes_at, closed_at, rejection)
  SELECT campaigns.id, committees.id, value ->> 'kind', value ->> 'slug', value ->> 'state', 1, value ->> 'asksStreet', value ->> 'opensAt', value ->> 'closesAt',
    iif(value ->> 'state' = 'closed', ?5, NULL), iif(value ->> 'state' = 'rejected', value ->> 'rejection', NULL)
  FROM json_each(?1) CROSS JOIN campaigns CROSS JOIN cities CROSS JOIN councils CROSS JOIN committees
  WHERE campaigns.slug = ?2 AND cities.slug = ?4 AND councils.city_id = cities.id AND councils.slug = ?3
    AND committees.council_id = councils.id AND committees.slug = value ->> 'committee'
  ON CONFLICT (slug) DO UPDATE SET committee_id = excluded.committee_id, asks_street = excluded.asks_street,
    state = iif(actions.state IN ('draft', 'submitted') AND excluded.state = 'open', 'open', actions.state),
    opens_at = iif(actions.state IN ('draft', 'submitted', 'open'), excluded.opens_at, actions.opens_at),
    closes_at = iif(actions.state IN ('draft', 'submitted', 'open'), excluded.closes_at, actions.closes_at)
  WHERE actions.campaign_id = excluded.campaign_id AND actions.kind = excluded.kind`;

const actionsOfKit = `
  FROM json_each(?1) AS kit CROSS JOIN actions CROSS JOIN campaigns
  WHERE actions.slug = kit.value ->> 'slug' AND actions.kind = kit.value ->> 'kind'
    AND campaigns.id = campaign_id AND campaigns.slug = ?2`;

/** Before the first signature a text is changed in place. After that, a change makes a new version. */
const saveTexts = `
  INSERT INTO action_texts (action_id, version, title, ask, body, hash, note, change, made_at)
  SELECT id, version, value ->> '$.text.title', value ->> '$.text.ask', value ->> '$.text.body',
    value ->> 'textHash', value ->> 'textNote', value ->> 'textChange', ?3
  FROM (
    SELECT actions.id, kit.value, text_version + EXISTS (
      SELECT 1 FROM signature_counts WHERE signature_counts.action_id = actions.id) AS version
    ${actionsOfKit} AND NOT EXISTS (
      SELECT 1 FROM action_texts WHERE action_id = actions.id AND action_texts.version = text_version
        AND hash = kit.value ->> 'textHash'))
  WHERE true
  ON CONFLICT (action_id, version) DO UPDATE SET title = excluded.title, ask = excluded.ask, body = excluded.body,
    hash = excluded.hash, note = excluded.note, change = excluded.change, made_at = excluded.made_at`;

const showLatestTexts = `
  UPDATE actions SET text_version = (SELECT max(version) FROM action_texts WHERE action_id = actions.id)
  WHERE id IN (SELECT actions.id ${actionsOfKit})`;

type ThresholdsOfKit = { slug: string; thresholds: { signatures: number; name: Text }[] };

/** The actions must exist. */
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

/** Which of the actions were closed, rejected or removed: a kit no longer changes their dates. */
export async function listEnded(db: D1Database, slugs: string[]): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT slug FROM actions
      WHERE slug IN (SELECT value FROM json_each(?)) AND state NOT IN ('draft', 'submitted', 'open')`,
    )
    .bind(JSON.stringify(slugs))
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

const ofCampaign =
  'JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?1 AND actions.kind = ?2';

const entries = `
  SELECT kind || ' ' || actions.slug AS label, json_object('committee', committees.slug, 'state', state,
    'title', json(title), 'ask', json(ask), 'text', json(body), 'text version', text_version, 'street', asks_street, 'rejection', json(rejection), 'opening', opens_at,
    'closing', closes_at) AS fields
  FROM actions JOIN committees ON committees.id = committee_id
    JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version ${ofCampaign}
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

/** Of actions in which nobody has taken part. */
export function deleteActionsStatements(
  db: D1Database,
  { kind, campaign }: { kind: ActionKind; campaign: string },
): D1PreparedStatement[] {
  const own = `(SELECT actions.id FROM actions ${ofCampaign})`;
  return [
    `DELETE FROM thresholds WHERE action_id IN ${own}`,
    `DELETE FROM action_texts WHERE action_id IN ${own}`,
    `DELETE FROM actions WHERE id IN ${own}`,
  ].map((sql) => db.prepare(sql).bind(campaign, kind));
}
