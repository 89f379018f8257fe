import type { City, Shares } from './rules.ts';

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
  const [cities, districts, zips] = await db.batch([
    db.prepare('SELECT * FROM cities WHERE id = ?').bind(cityId),
    db
      .prepare('SELECT code, name, retired FROM districts WHERE city_id = ? ORDER BY retired, position, code')
      .bind(cityId),
    db.prepare('SELECT zip, shares FROM zip_areas WHERE city_id = ? ORDER BY zip').bind(cityId),
  ]);
  const city = cities?.results[0] as CityRow | undefined;
  if (!city) return null;
  return {
    id: city.id,
    slug: city.slug,
    name: city.name,
    region: city.region,
    timeZone: city.time_zone,
    districtLookupUrl: city.district_lookup_url,
    districts: ((districts?.results ?? []) as DistrictRow[]).map((row) => ({
      code: row.code,
      name: JSON.parse(row.name),
      retired: row.retired === 1,
    })),
    zips: Object.fromEntries(
      ((zips?.results ?? []) as ZipRow[]).map((row) => [row.zip, JSON.parse(row.shares) as Shares]),
    ),
  };
}
