import { env } from 'cloudflare:workers';
import { openKit } from './kits.ts';

const db = env.DB;

export const saturday = new Date('2026-11-21T12:00:00Z');
export const nextMonday = new Date('2026-11-30T12:00:00Z');

export async function opened(kit: unknown, now = saturday) {
  const result = await openKit(db, kit, now);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function changed<Kit>(kit: Kit, change: (kit: Kit) => void): Kit {
  const next = structuredClone(kit);
  change(next);
  return next;
}

/** Adds an unconfirmed signature to an opened petition. */
export async function sign(petition: string, { place = '1', source = 'direct' } = {}) {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 22);
  await db
    .prepare(
      `INSERT INTO signatures (id, action_id, text_version, state, place, source, language, keep_informed, received_at, changed_at,
        changed_week)
      SELECT ?1, id, text_version, 'unconfirmed', ?3, ?4, 'en', 0, 0, 0, '2026-W47' FROM actions WHERE slug = ?2`,
    )
    .bind(id, petition, place, source)
    .run();
}

export async function rowOfAction(slug: string) {
  const row = await db.prepare('SELECT * FROM actions WHERE slug = ?').bind(slug).first();
  if (!row) throw new Error(`no petition ${slug}`);
  return row;
}

/** Everything that a kit stores, to check that nothing changed. */
export async function everyRow(): Promise<string> {
  const tables = [
    'cities',
    'districts',
    'zip_areas',
    'campaigns',
    'sources',
    'councils',
    'seats',
    'committees',
  ];
  const results = await db.batch(
    [...tables, 'actions', 'thresholds'].map((table) => db.prepare(`SELECT * FROM ${table}`)),
  );
  return JSON.stringify(results.map(({ results }) => results));
}

/** The target of a short link. */
export async function targetOf(code: string) {
  return db.prepare('SELECT target FROM short_links WHERE code = ?').bind(code).first<string>('target');
}
