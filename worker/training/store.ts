import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Module, Training } from './rules.ts';

export function trainingQuery(db: D1Database, campaign: Subquery): Query<Training | null> {
  return rowsQuery(
    db.prepare(`SELECT content FROM trainings WHERE campaign_id = (${campaign.sql})`).bind(campaign.value),
    ([row]: { content: string }[]) => (row ? JSON.parse(row.content) : null),
  );
}

/** Every module with its text, in the order of the kit. */
export function modulesQuery(db: D1Database, campaign: Subquery): Query<Module[]> {
  return rowsQuery(
    db
      .prepare(`SELECT content FROM training_modules WHERE campaign_id = (${campaign.sql}) ORDER BY position`)
      .bind(campaign.value),
    (rows: { content: string }[]) => rows.map(({ content }) => JSON.parse(content)),
  );
}

/** What the campaign's page says: the training without its lessons, and how many finished it. */
export function summaryQuery(
  db: D1Database,
  campaign: Subquery,
): Query<{ slug: string; training: Training; modules: number; finished: number } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT campaigns.slug, trainings.content,
          (SELECT count(*) FROM training_modules WHERE training_modules.campaign_id = campaigns.id) AS modules,
          (SELECT coalesce(sum(n), 0) FROM training_totals
            WHERE training_totals.campaign_id = campaigns.id AND what = 'finished') AS finished
        FROM trainings CROSS JOIN campaigns ON campaigns.id = campaign_id
        WHERE campaign_id = (${campaign.sql})`,
      )
      .bind(campaign.value),
    ([row]: { slug: string; content: string; modules: number; finished: number }[]) =>
      row ? { ...row, training: JSON.parse(row.content) } : null,
  );
}

/** Events that are coming and ask for lessons of the training at a time that has not begun. */
export async function listEventsThatAsk(
  db: D1Database,
  { campaignId, now }: { campaignId: number; now: Date },
): Promise<{ slug: string; title: Text }[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.slug, title FROM actions
        CROSS JOIN events INDEXED BY events_coming ON events.action_id = actions.id AND over_at IS NULL
        CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
      WHERE actions.campaign_id = ?1 AND kind = 'event' AND state = 'open' AND cancelled_at IS NULL AND EXISTS (
        SELECT 1 FROM event_slots WHERE event_slots.action_id = actions.id AND lessons <> '[]' AND starts_at > ?2)
      ORDER BY actions.id DESC LIMIT ?3`,
    )
    .bind(campaignId, now.getTime(), mostEvents)
    .all<{ slug: string; title: string }>();
  return results.map(({ slug, title }) => ({ slug, title: JSON.parse(title) }));
}

const mostEvents = 5;

export async function hasTraining(db: D1Database): Promise<boolean> {
  return (await db.prepare('SELECT 1 AS n FROM trainings LIMIT 1').first('n')) !== null;
}

/** As many as one site map may hold. */
const mostListed = 5000;

/** Of public campaigns: those with a training, and the slugs of its modules. */
export function listedQuery(db: D1Database): Query<{ campaign: string; module: string }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT campaigns.slug AS campaign, training_modules.slug AS module
        FROM training_modules CROSS JOIN campaigns ON campaigns.id = campaign_id
        WHERE is_public = 1 ORDER BY campaign_id DESC, position LIMIT ?`,
      )
      .bind(mostListed),
    (rows: { campaign: string; module: string }[]) => rows,
  );
}
