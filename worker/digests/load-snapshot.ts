import { hasDistricts } from '../places/rules.ts';
import { joinQueries, listQuery, mapQuery, type Query } from '../platform/query.ts';
import type { DigestSnapshot } from './rules.ts';
import type { DaysAsked, DigestSection, SnapshotUse } from './section.ts';
import { surroundingsQuery } from './snapshot-store.ts';
import { laterThanAll, type Week } from './week-rules.ts';

/** What a committee's digest of a week is made of, in one batch; null where there is no such committee. */
export function digestSnapshotQuery(
  db: D1Database,
  sections: readonly DigestSection[],
  committeeId: number,
  of: { week: Week; use: SnapshotUse; days?: DaysAsked },
): Query<DigestSnapshot | null> {
  const surroundings = surroundingsQuery(db, committeeId);
  const parts = listQuery(
    sections.map((section) =>
      mapQuery(section.snapshot(db, committeeId, { ...of, section: section.key }), (snapshot) => ({
        section,
        snapshot,
      })),
    ),
  );
  return mapQuery(joinQueries({ surroundings, parts }), ({ surroundings, parts }) => {
    if (!surroundings) return null;
    const city = { ...surroundings.city, hasDistricts: hasDistricts(surroundings.districts) };
    return { ...surroundings, city, parts };
  });
}

/** The same for this moment, which no digest has told yet. */
export function snapshotOfNowQuery(
  db: D1Database,
  sections: readonly DigestSection[],
  committeeId: number,
  of: { use: Exclude<SnapshotUse, 'digest'>; days?: DaysAsked },
): Query<DigestSnapshot | null> {
  return digestSnapshotQuery(db, sections, committeeId, { ...of, week: laterThanAll });
}
