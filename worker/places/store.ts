import { knownValue, type Query, runQuery, type Subquery } from '../platform/query.ts';
import type { City, Shares, Text } from './rules.ts';

type CityRow = {
  id: number;
  slug: string;
  name: string;
  region: string;
  time_zone: string;
  district_lookup_url: string | null;
};
type DistrictRow = { code: string; name: string; retired: 0 | 1 };
type ZipRow = { zip: string; shares: string };

/** The city with all of its ZIPs, and its districts in their order, the retired ones last. */
export async function findCity(db: D1Database, cityId: number): Promise<City | null> {
  return runQuery(db, cityQuery(db, knownValue(cityId)));
}

export function cityQuery(db: D1Database, { sql, value }: Subquery): Query<City | null> {
  return {
    statements: [
      db.prepare(`SELECT * FROM cities WHERE id = (${sql})`).bind(value),
      db
        .prepare(
          `SELECT code, name, retired FROM districts WHERE city_id = (${sql}) ORDER BY retired, position, code`,
        )
        .bind(value),
      db.prepare(`SELECT zip, shares FROM zip_areas WHERE city_id = (${sql}) ORDER BY zip`).bind(value),
    ],
    read([cities = [], districts = [], zips = []]) {
      const [city] = cities as CityRow[];
      if (!city) return null;
      return {
        id: city.id,
        slug: city.slug,
        name: city.name,
        region: city.region,
        timeZone: city.time_zone,
        districtLookupUrl: city.district_lookup_url,
        districts: (districts as DistrictRow[]).map(({ code, name, retired }) => {
          return { code, name: JSON.parse(name), retired: retired === 1 };
        }),
        zips: Object.fromEntries(
          (zips as ZipRow[]).map(({ zip, shares }) => [zip, JSON.parse(shares) as Shares]),
        ),
      };
    },
  };
}

/** The districts of a campaign's city in their order, with the name of the city. Retired ones are left out. */
export async function listDistrictsOf(
  db: D1Database,
  campaignId: number,
): Promise<{ code: string; name: Text; city: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT code, districts.name, cities.name AS city FROM campaigns
         JOIN cities ON cities.id = campaigns.city_id JOIN districts ON districts.city_id = cities.id
       WHERE campaigns.id = ? AND retired = 0 ORDER BY position, code`,
    )
    .bind(campaignId)
    .all<{ code: string; name: string; city: string }>();
  return results.map(({ name, ...district }) => ({ ...district, name: JSON.parse(name) }));
}
