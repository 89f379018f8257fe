import type { Committee, Council } from './rules.ts';

export type CouncilOfKit = Omit<Council, 'id' | 'committees'> & {
  committees: Omit<Committee, 'id' | 'frequency' | 'frequencyChanges' | 'staffLink'>[];
};

const ofCouncil = 'JOIN cities ON cities.id = city_id WHERE cities.slug = ?1 AND councils.slug = ?2';

const entries = `
  SELECT 'council ' || councils.slug AS label, json_object('name', json(councils.name), 'majority', majority,
    'how it decides', json(decides)) AS fields
  FROM councils ${ofCouncil}
  UNION ALL
  SELECT 'seat ' || seats.slug, json_object('title', json(title), 'district', district, 'order', position)
  FROM seats JOIN councils ON councils.id = council_id ${ofCouncil}
  UNION ALL
  SELECT 'committee ' || committees.slug, json_object('name', json(committees.name), 'remit', json(remit),
    'contact', contact_email, 'digest day', digest_day, 'digest hour', digest_hour, 'language', language)
  FROM committees JOIN councils ON councils.id = council_id ${ofCouncil}`;

/** The council, its seats and committees, as the snapshot of a kit has them. Not what staff chose. */
export function councilSnapshotStatement(
  db: D1Database,
  { city, council }: { city: string; council: string },
): D1PreparedStatement {
  return db.prepare(entries).bind(city, council);
}

const councilId = `
  (SELECT councils.id FROM councils JOIN cities ON cities.id = city_id WHERE cities.slug = ?1 AND councils.slug = ?2)`;

/** The city must exist and still have its old time zone, because a new one moves the next digests. */
export function saveCouncilStatements(
  db: D1Database,
  council: CouncilOfKit,
  city: { slug: string; timeZone: string },
): D1PreparedStatement[] {
  const seats = JSON.stringify(council.seats);
  const committees = council.committees.map((committee) => ({
    ...committee,
    nextDigestAt: committee.nextDigestAt.getTime(),
  }));
  return [
    db
      .prepare(
        `INSERT INTO councils (city_id, slug, name, majority, decides) SELECT id, ?2, ?3, ?4, ?5
        FROM cities WHERE slug = ?1
        ON CONFLICT (city_id, slug) DO UPDATE SET name = excluded.name, majority = excluded.majority,
          decides = excluded.decides`,
      )
      .bind(
        city.slug,
        council.slug,
        JSON.stringify(council.name),
        council.majority,
        council.decides && JSON.stringify(council.decides),
      ),
    db
      .prepare(
        `INSERT INTO seats
        SELECT ${councilId}, value ->> 'slug', value ->> 'title', value ->> 'district', key FROM json_each(?3)
        WHERE true
        ON CONFLICT DO UPDATE SET title = excluded.title, district = excluded.district, position = excluded.position`,
      )
      .bind(city.slug, council.slug, seats),
    db
      .prepare(
        `DELETE FROM seats
        WHERE council_id = ${councilId} AND slug NOT IN (SELECT value ->> 'slug' FROM json_each(?3))`,
      )
      .bind(city.slug, council.slug, seats),
    db.prepare(saveCommittees).bind(city.slug, council.slug, JSON.stringify(committees), city.timeZone),
  ];
}

/**
 * Keeps what staff chose (frequency, link), and the next digest if its day and hour are unchanged. Nothing is due for a
 * committee that nothing public is addressed to, so what comes to it later does not bring digests of the weeks before.
 */
const saveCommittees = `
  INSERT INTO committees
    (council_id, slug, name, remit, contact_email, digest_day, digest_hour, language, next_digest_at)
  SELECT ${councilId}, value ->> 'slug', value ->> 'name', value ->> 'remit', value ->> 'contactEmail',
    value ->> 'digestDay', value ->> 'digestHour', value ->> 'language', value ->> 'nextDigestAt'
  FROM json_each(?3) WHERE true
  ON CONFLICT (council_id, slug) DO UPDATE SET name = excluded.name, remit = excluded.remit,
    contact_email = excluded.contact_email, digest_day = excluded.digest_day, digest_hour = excluded.digest_hour,
    language = excluded.language,
    next_digest_at = CASE
      WHEN (committees.digest_day, committees.digest_hour) = (excluded.digest_day, excluded.digest_hour)
        AND (SELECT time_zone FROM cities WHERE slug = ?1) = ?4
        AND EXISTS (SELECT 1 FROM actions
          WHERE committee_id = committees.id AND state NOT IN ('draft', 'submitted', 'rejected'))
      THEN committees.next_digest_at ELSE excluded.next_digest_at END`;

/** Of a council that nobody has written to. */
export function deleteCouncilStatements(
  db: D1Database,
  { city, council }: { city: string; council: string },
): D1PreparedStatement[] {
  return [
    `DELETE FROM seats WHERE council_id = ${councilId}`,
    `DELETE FROM committees WHERE council_id = ${councilId}`,
    `DELETE FROM councils WHERE id = ${councilId}`,
  ].map((sql) => db.prepare(sql).bind(city, council));
}
