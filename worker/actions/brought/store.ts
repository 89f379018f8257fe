import { campaignOfPartner, partnersQuery, sourcesQuery } from '../../coalition/store.ts';
import { joinQueries, mapQuery, type Query, rowsQuery, type Subquery } from '../../platform/query.ts';
import type { ActionKind, ActionState } from '../rules.ts';
import type { ActionBroughtSnapshot, BroughtSnapshot } from './rules.ts';

type ActionRow = { id: number; kind: ActionKind; slug: string; title: string; state: ActionState };
type CountRow = {
  action_id: number;
  kind: 'state' | 'source' | 'received' | 'overlap';
  key: string;
  n: number;
};
type ViewRow = { action_id: number; source: string; n: number };

const published = ({ sql }: Subquery) =>
  `campaign_id = (${sql}) AND actions.state NOT IN ('draft', 'submitted')`;

/** The data of a partner's numbers. It reads rows of counts, never of signatures or days. */
export function broughtQuery(db: D1Database, partnerId: number): Query<BroughtSnapshot> {
  const campaign = campaignOfPartner(partnerId);
  const rowsOf = <Row>(sql: string) => rowsQuery(db.prepare(sql).bind(campaign.value), (rows: Row[]) => rows);
  const queries = joinQueries({
    partners: partnersQuery(db, campaign),
    sources: sourcesQuery(db, campaign),
    actions: rowsOf<ActionRow>(
      `SELECT id, kind, slug, title, state
      FROM actions JOIN action_texts ON action_id = id AND version = text_version
      WHERE ${published(campaign)} ORDER BY kind, id`,
    ),
    counts: rowsOf<CountRow>(
      `SELECT signature_counts.* FROM actions CROSS JOIN signature_counts ON action_id = actions.id
      WHERE ${published(campaign)} AND signature_counts.kind IN ('source', 'state', 'received', 'overlap')`,
    ),
    views: rowsOf<ViewRow>(
      `SELECT source_view_counts.* FROM actions CROSS JOIN source_view_counts ON action_id = actions.id
      WHERE ${published(campaign)}`,
    ),
  });
  return mapQuery(queries, ({ partners, sources, actions, counts, views }) => ({
    partners: partners.map(({ slug, name, retired }) => ({ slug, name, retired })),
    sources: sources.map(({ slug, name, kind, partner }) => {
      return { slug, name, kind, partner: partner?.slug ?? null };
    }),
    actions: actions.map((row) => actionOf(row, { counts, views })),
  }));
}

function actionOf(
  { id, kind, slug, title, state }: ActionRow,
  rows: { counts: CountRow[]; views: ViewRow[] },
): ActionBroughtSnapshot {
  const isOwn = ({ action_id }: { action_id: number }) => action_id === id;
  const counts = rows.counts.filter(isOwn);
  const bySource = (kind: CountRow['kind']) =>
    counts.filter((row) => row.kind === kind).map(({ key, n }) => ({ source: key, n }));
  return {
    kind,
    slug,
    title: JSON.parse(title),
    state,
    confirmed: counts.find(({ kind, key }) => kind === 'state' && key === 'confirmed')?.n ?? 0,
    credited: bySource('source'),
    received: bySource('received'),
    overlaps: bySource('overlap').map(({ source: pair, n }) => {
      const [source = '', countedBy = ''] = pair.split(' ');
      return { source, countedBy, n };
    }),
    opened: rows.views.filter(isOwn).map(({ source, n }) => ({ source, n })),
  };
}
