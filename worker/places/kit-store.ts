import type { City, District } from './rules.ts';

export type CityOfKit = Omit<City, 'id' | 'districts'> & { districts: Omit<District, 'retired'>[] };

// workerd allows five SELECTs in one compound.
const entries = `
  SELECT 'city ' || slug AS label, json_object('name', name, 'region', region, 'time zone', time_zone,
    'district lookup', district_lookup_url) AS fields
  FROM cities WHERE slug = ?1
  UNION ALL
  SELECT 'district ' || code, json_object('name', json(districts.name), 'order', position, 'retired', retired)
  FROM districts JOIN cities ON cities.id = city_id WHERE slug = ?1
  UNION ALL
  SELECT zip, json_object('shares', json(shares))
  FROM zip_areas JOIN cities ON cities.id = city_id WHERE slug = ?1`;

/** The city, its districts and its ZIP areas, as the snapshot of a kit has them. */
export function citySnapshotStatement(db: D1Database, city: string): D1PreparedStatement {
  return db.prepare(entries).bind(city);
}

const cityId = '(SELECT id FROM cities WHERE slug = ?1)';

/** Inserts the city if it is missing; an existing one is left as it is. */
export function addCityStatement(db: D1Database, city: CityOfKit): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO cities (slug, name, region, time_zone, district_lookup_url) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
    )
    .bind(city.slug, city.name, city.region, city.timeZone, city.districtLookupUrl);
}

export function updateCityStatements(db: D1Database, city: CityOfKit): D1PreparedStatement[] {
  const districts = JSON.stringify(city.districts);
  const zips = JSON.stringify(city.zips);
  return [
    db
      .prepare(
        'UPDATE cities SET name = ?2, region = ?3, time_zone = ?4, district_lookup_url = ?5 WHERE slug = ?1',
      )
      .bind(city.slug, city.name, city.region, city.timeZone, city.districtLookupUrl),
    db
      .prepare(
        `INSERT INTO districts (city_id, code, name, position)
        SELECT ${cityId}, value ->> 'code', value ->> 'name', key FROM json_each(?2) WHERE true
        ON CONFLICT DO UPDATE SET name = excluded.name, position = excluded.position, retired = 0`,
      )
      .bind(city.slug, districts),
    ...retireDistrictsStatements(db, city.slug, districts),
    db
      .prepare(
        `INSERT INTO zip_areas SELECT ${cityId}, key, value FROM json_each(?2) WHERE true
        ON CONFLICT DO UPDATE SET shares = excluded.shares`,
      )
      .bind(city.slug, zips),
    db
      .prepare(
        `DELETE FROM zip_areas WHERE city_id = ${cityId} AND zip NOT IN (SELECT key FROM json_each(?2))`,
      )
      .bind(city.slug, zips),
  ];
}

/** A district that signatures or seats refer to is kept and marked retired. */
function retireDistrictsStatements(db: D1Database, citySlug: string, districts: string) {
  return [
    db
      .prepare(
        `UPDATE districts SET retired = 1
        WHERE city_id = ${cityId} AND code NOT IN (SELECT value ->> 'code' FROM json_each(?2))`,
      )
      .bind(citySlug, districts),
    db
      .prepare(
        `DELETE FROM districts WHERE city_id = ${cityId} AND retired
          AND NOT EXISTS (
            SELECT 1 FROM seats JOIN councils ON councils.id = council_id
            WHERE councils.city_id = districts.city_id AND district = code)
          AND NOT EXISTS (
            SELECT 1 FROM campaigns CROSS JOIN actions ON campaign_id = campaigns.id
              CROSS JOIN signatures ON action_id = actions.id
            WHERE campaigns.city_id = districts.city_id AND place = code)`,
      )
      .bind(citySlug),
  ];
}

/** Of a city in which nothing has happened. */
export function deleteCityStatements(db: D1Database, slug: string): D1PreparedStatement[] {
  return [
    `DELETE FROM zip_areas WHERE city_id = ${cityId}`,
    `DELETE FROM districts WHERE city_id = ${cityId}`,
    'DELETE FROM cities WHERE slug = ?1',
  ].map((sql) => db.prepare(sql).bind(slug));
}
