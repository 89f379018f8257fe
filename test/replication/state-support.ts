import type { AnyKit } from '../support/broken-kits.ts';
import { openKit } from '../support/kits.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';

/** A statement of a city as it was verified. */
export type Read = {
  kind?: 'petition' | 'survey';
  week?: string;
  n?: number;
  trained?: number;
  leaf?: string;
};

export type ReadCity = {
  name: string;
  population?: number;
  at?: [longitude: number, latitude: number];
  statements?: Read[];
  /** Why its log, or only this city, is not believed or not reached. */
  reason?: string;
  refusal?: string;
  /** The name of the city on whose site it is; on one of its own if left out. */
  on?: string;
};

export const readAt = new Date('2026-11-24T21:05:00Z');
export const verifiedAt = new Date('2026-11-24T20:50:00Z');
export const weekBefore = '2026-W47';

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const campaignOf = ({ name, on }: ReadCity) => (on === undefined ? 'train-them' : slugOf(name));

/** Opens a campaign with cities of other deployments, and stores what was read of them. */
export async function openState(
  db: D1Database,
  cities: ReadCity[],
  { now, committee, name, ...more }: { now: Date; committee?: string; name?: string } & Partial<AnyKit>,
) {
  const made = {
    ...kitOfState({
      network: cities
        .filter(({ on }) => on === undefined)
        .map(({ name }) => ({
          slug: slugOf(name),
          name: { en: name, es: name },
          address: `https://${slugOf(name)}.example.org`,
        })),
      cities: cities.map((city) => {
        const { name, on = name, population = 100_000, at = [-80.84, 35.23] } = city;
        return cityOfKit(slugOf(name), campaignOf(city), {
          ...{ name: { en: name, es: name }, deployment: slugOf(on), population },
          ...{ longitude: at[0], latitude: at[1] },
        });
      }),
      ...(committee && { committee }),
    }),
    ...more,
  };
  const kit: typeof made =
    name === undefined ? made : JSON.parse(JSON.stringify(made).replaceAll(made.city.slug, name));
  const opened = await openKit(db, kit, now);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const slug = kit.campaign.slug as string;
  for (const city of cities) await storeReading(db, slug, city);
  return { kit, slug, path: `/campaigns/${slug}/state` };
}

/** Replaces what was read of a city. */
export async function storeReading(db: D1Database, campaign: string, city: ReadCity): Promise<void> {
  const { name, on = name, statements = [], reason = null, refusal = null } = city;
  const there = campaignOf(city);
  const log = await db
    .prepare(
      `UPDATE neighbor_logs SET read_at = ?3, verified_at = ?4, reason = ?5, reason_at = iif(?5 IS NULL, NULL, ?3)
      WHERE address = ?2 AND campaign_id = (SELECT id FROM campaigns WHERE slug = ?1) RETURNING id`,
    )
    .bind(
      ...[campaign, `https://${slugOf(on)}.example.org`],
      ...[statements.length + (reason ? 1 : 0) > 0 ? readAt.getTime() : null],
      ...[statements.length > 0 ? verifiedAt.getTime() : null, reason],
    )
    .first<number>('id');
  await db.batch([
    db.prepare('DELETE FROM city_statements WHERE log_id = ? AND campaign = ?').bind(log, there),
    db.prepare('DELETE FROM city_refusals WHERE log_id = ? AND campaign = ?').bind(log, there),
    ...statements.map(({ kind = 'petition', week = weekBefore, n = 0, trained = 0, leaf }, index) =>
      db
        .prepare(
          `INSERT INTO city_statements (log_id, campaign, action, week, kind, n, trained, log_index, leaf, size, root,
            read_at, is_last)
          VALUES (?1, ?11, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'root', ?10, 1)`,
        )
        .bind(
          ...[log, `${kind}-${index}`, week, kind, n, trained, index],
          ...[leaf ?? leafOf(`${name} ${index} ${week} ${n}`), index + 1, readAt.getTime(), there],
        ),
    ),
    ...(refusal
      ? [
          db
            .prepare('INSERT INTO city_refusals VALUES (?, ?, ?, ?)')
            .bind(log, there, refusal, readAt.getTime()),
        ]
      : []),
  ]);
}

/** A hash that differs from city to city. */
function leafOf(text: string): string {
  const digits = [...text].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
  return digits.toString(16).padStart(64, '0');
}
