import type { Text } from '../../web/language.ts';
import type { District } from '../places/rules.ts';
import { joinQueries, mapQuery, type Query, rowsQuery } from '../platform/query.ts';
import type { DigestCity } from './section.ts';

export type DigestSurroundings = {
  committee: { slug: string; name: Text };
  council: { name: Text };
  city: DigestCity;
  districts: District[];
};

type HeadRow = {
  slug: string;
  name: string;
  council_name: string;
  city_slug: string;
  city_name: string;
  time_zone: string;
};
type DistrictRow = { code: string; name: string; retired: 0 | 1 };

const selectHead = `
  SELECT committees.slug, committees.name, councils.name AS council_name, cities.slug AS city_slug,
    cities.name AS city_name, time_zone
  FROM committees JOIN councils ON councils.id = council_id JOIN cities ON cities.id = city_id
  WHERE committees.id = ?`;

const selectDistricts = `
  SELECT code, districts.name, retired
  FROM committees JOIN councils ON councils.id = council_id JOIN districts ON districts.city_id = councils.city_id
  WHERE committees.id = ? ORDER BY retired, position, code`;

/** The committee and its city; null where there is no such committee. */
export function surroundingsQuery(db: D1Database, committeeId: number): Query<DigestSurroundings | null> {
  const head = rowsQuery(db.prepare(selectHead).bind(committeeId), ([row]: HeadRow[]) => row);
  const districts = rowsQuery(db.prepare(selectDistricts).bind(committeeId), (rows: DistrictRow[]) =>
    rows.map(({ code, name, retired }) => ({ code, name: JSON.parse(name), retired: retired === 1 })),
  );
  return mapQuery(joinQueries({ head, districts }), ({ head, districts }) => {
    if (!head) return null;
    return {
      committee: { slug: head.slug, name: JSON.parse(head.name) },
      council: { name: JSON.parse(head.council_name) },
      city: { slug: head.city_slug, name: head.city_name, timeZone: head.time_zone },
      districts,
    };
  });
}
