-- places

CREATE TABLE cities (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  district_lookup_url TEXT
) STRICT;

CREATE TABLE districts (
  city_id INTEGER NOT NULL REFERENCES cities (id),
  code TEXT NOT NULL CHECK (code NOT IN ('outside', 'unknown')),
  name TEXT NOT NULL CHECK (json_valid(name)),
  position INTEGER NOT NULL,
  -- Signatures or seats name it, the city does not any more.
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (city_id, code)
) STRICT, WITHOUT ROWID;

-- shares: {"1": 0.62, "5": 0.38}; {} where nobody has measured them.
CREATE TABLE zip_areas (
  city_id INTEGER NOT NULL REFERENCES cities (id),
  zip TEXT NOT NULL CHECK (zip GLOB '[0-9][0-9][0-9][0-9][0-9]'),
  shares TEXT NOT NULL CHECK (json_valid(shares)),
  PRIMARY KEY (city_id, zip)
) STRICT, WITHOUT ROWID;

-- councils

CREATE TABLE councils (
  id INTEGER PRIMARY KEY,
  city_id INTEGER NOT NULL REFERENCES cities (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  majority INTEGER NOT NULL CHECK (majority > 0),
  UNIQUE (city_id, slug)
) STRICT;

CREATE TABLE seats (
  council_id INTEGER NOT NULL REFERENCES councils (id),
  slug TEXT NOT NULL,
  title TEXT NOT NULL CHECK (json_valid(title)),
  district TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (council_id, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE committees (
  id INTEGER PRIMARY KEY,
  council_id INTEGER NOT NULL REFERENCES councils (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  remit TEXT NOT NULL CHECK (json_valid(remit)),
  contact_email TEXT NOT NULL,
  digest_day INTEGER NOT NULL CHECK (digest_day BETWEEN 1 AND 7),
  digest_hour INTEGER NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
  frequency TEXT NOT NULL DEFAULT 'weekly' CHECK (frequency IN ('weekly', 'monthly', 'thresholds', 'stopped')),
  staff_link INTEGER NOT NULL DEFAULT 1,
  next_digest_at INTEGER NOT NULL,
  UNIQUE (council_id, slug)
) STRICT;

CREATE INDEX committees_due ON committees (next_digest_at);

-- campaigns

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  city_id INTEGER NOT NULL REFERENCES cities (id),
  accent TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  retention_days INTEGER NOT NULL CHECK (retention_days BETWEEN 1 AND 3650),
  content TEXT NOT NULL CHECK (json_valid(content)),
  opened_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
