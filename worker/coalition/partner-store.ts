import type { ActionKind, ActionState } from '../actions/rules.ts';
import type { ActionBroughtSnapshot, PartnerSnapshot } from './partner-rules.ts';
import type { SourceKind } from './rules.ts';

type ActionRow = { id: number; kind: ActionKind; slug: string; title: string; state: ActionState };
type CountRow = {
  action_id: number;
  kind: 'state' | 'source' | 'received' | 'overlap';
  key: string;
  n: number;
};
type ViewRow = { action_id: number; source: string; n: number };

const published = `campaign_id = ?1 AND actions.state NOT IN ('draft', 'submitted')`;

/** What every partner's page of a campaign is made of, from one transaction. Rows of counts, never signatures. */
export async function loadPartnerSnapshot(db: D1Database, campaignId: number): Promise<PartnerSnapshot> {
  const [partners, sources, actions, counts, views] = await db.batch(
    [
      'SELECT slug, name, retired FROM partners WHERE campaign_id = ?1 ORDER BY id',
      `SELECT sources.slug, sources.name, kind, partners.slug AS partner
        FROM sources LEFT JOIN partners ON partners.id = partner_id
        WHERE sources.campaign_id = ?1 ORDER BY sources.slug`,
      `SELECT id, kind, slug, title, state FROM actions WHERE ${published} ORDER BY kind, id`,
      `SELECT signature_counts.* FROM actions CROSS JOIN signature_counts ON action_id = actions.id
        WHERE ${published} AND signature_counts.kind IN ('source', 'state', 'received', 'overlap')`,
      `SELECT action_id, source, sum(n) AS n FROM actions CROSS JOIN source_views ON action_id = actions.id
        WHERE ${published} GROUP BY action_id, source`,
    ].map((sql) => db.prepare(sql).bind(campaignId)),
  );
  const rows = {
    counts: (counts?.results ?? []) as CountRow[],
    views: (views?.results ?? []) as ViewRow[],
  };
  return {
    partners: ((partners?.results ?? []) as { slug: string; name: string; retired: number }[]).map(
      ({ slug, name, retired }) => ({ slug, name: JSON.parse(name), retired: retired === 1 }),
    ),
    sources: (
      (sources?.results ?? []) as { slug: string; name: string; kind: SourceKind; partner: string | null }[]
    ).map((source) => ({ ...source, name: JSON.parse(source.name) })),
    actions: ((actions?.results ?? []) as ActionRow[]).map((row) => actionOf(row, rows)),
  };
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
