import type { Entry } from './kit-changes.ts';

type Slugs = { city: string; council: string; campaign: string };

/** What the database holds of a kit's campaign, city and council. Not its counts, nor what staff chose. */
export function snapshotStatements(db: D1Database, slugs: Slugs): D1PreparedStatement[] {
  const { city, council, campaign } = slugs;
  return [
    db.prepare(places).bind(city),
    db.prepare(councils).bind(city, council),
    db.prepare(coalitions).bind(campaign),
    db.prepare(campaigns).bind(campaign),
  ];
}

export const snapshotLength = 4;

export function entriesOf(results: D1Result[]): Entry[] {
  return results
    .flatMap(({ results }) => results as { label: string; fields: string }[])
    .map(({ label, fields }) => ({ label, fields: JSON.parse(fields) }));
}

// workerd allows five SELECTs in one compound.
const places = `
  SELECT 'city ' || slug AS label, json_object('name', name, 'region', region, 'time zone', time_zone,
    'district lookup', district_lookup_url) AS fields
  FROM cities WHERE slug = ?1
  UNION ALL
  SELECT 'district ' || code, json_object('name', json(districts.name), 'order', position, 'retired', retired)
  FROM districts JOIN cities ON cities.id = city_id WHERE slug = ?1
  UNION ALL
  SELECT zip, json_object('shares', json(shares))
  FROM zip_areas JOIN cities ON cities.id = city_id WHERE slug = ?1`;

const ofCouncil = 'JOIN cities ON cities.id = city_id WHERE cities.slug = ?1 AND councils.slug = ?2';

const councils = `
  SELECT 'council ' || councils.slug AS label, json_object('name', json(councils.name), 'majority', majority) AS fields
  FROM councils ${ofCouncil}
  UNION ALL
  SELECT 'seat ' || seats.slug, json_object('title', json(title), 'district', district, 'order', position)
  FROM seats JOIN councils ON councils.id = council_id ${ofCouncil}
  UNION ALL
  SELECT 'committee ' || committees.slug, json_object('name', json(committees.name), 'remit', json(remit),
    'contact', contact_email, 'digest day', digest_day, 'digest hour', digest_hour)
  FROM committees JOIN councils ON councils.id = council_id ${ofCouncil}`;

const ofCampaign = 'JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?1';

const coalitions = `
  SELECT 'partner ' || partners.slug AS label, json_object('name', json(name), 'sector', sector, 'site', site_url,
    'contact', partners.contact_email, 'role', json(role), 'norms', norms_on, 'asking', may_ask_contact) AS fields
  FROM partners ${ofCampaign} AND NOT retired
  UNION ALL
  SELECT 'source ' || sources.slug, json_object('name', json(sources.name), 'kind', kind, 'partner', partners.slug)
  FROM sources LEFT JOIN partners ON partners.id = partner_id
    JOIN campaigns ON campaigns.id = sources.campaign_id WHERE campaigns.slug = ?1`;

const campaigns = `
  SELECT 'campaign ' || slug AS label, json_patch(content, json_object('accent', accent, 'contact', contact_email,
    'retention days', retention_days)) AS fields
  FROM campaigns WHERE slug = ?1
  UNION ALL
  SELECT kind || ' ' || actions.slug, json_patch(json_object('committee', committees.slug, 'state', state,
    'title', json(title), 'ask', json(ask), 'text', json(body), 'street', asks_street, 'opening', opens_at,
    'closing', closes_at), coalesce(json_remove(surveys.content, '$.version'), '{}'))
  FROM actions JOIN committees ON committees.id = committee_id
    LEFT JOIN surveys ON surveys.action_id = actions.id ${ofCampaign}
  UNION ALL
  SELECT 'short link ' || code, json_object('target', target) FROM short_links ${ofCampaign}
  UNION ALL
  SELECT 'petition ' || actions.slug || ', threshold ' || signatures, json_object('name', json(thresholds.name))
  FROM thresholds JOIN actions ON actions.id = action_id ${ofCampaign}`;
