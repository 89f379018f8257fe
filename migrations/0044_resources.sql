-- resources: services for people who need help, and what a town has

-- What a kit holds, one document for each part. A kit has at most 1 MB, so a directory is one row to read however long
-- it is, and searching reads no more.
CREATE TABLE resource_parts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- services, referral, assets, hidden-assets
  part TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (campaign_id, part)
) STRICT, WITHOUT ROWID;

-- When each service was last checked: for lists by page and for the organizers' desk. Examples are not in it.
CREATE TABLE service_checks (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  -- A day on the city's calendar.
  checked_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX service_checks_of_campaign ON service_checks (campaign_id, checked_on, slug);
