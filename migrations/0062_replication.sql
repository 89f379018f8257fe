-- replication: other deployments that a campaign reads, and the cities of a roll-up

-- What a kit names. The address has no slash at its end.
CREATE TABLE neighbors (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  -- Its name and verifier key, as the kit has them.
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (campaign_id, slug)
) STRICT, WITHOUT ROWID;

-- What a kit says of the state as a whole.
CREATE TABLE rollups (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaigns (id),
  -- The slug of a committee of the kit's council; NULL if the roll-up goes to nobody.
  committee TEXT,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE rollup_cities (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- Of the deployment; '' is this one.
  address TEXT NOT NULL,
  -- The slug that the campaign has there.
  campaign TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (campaign_id, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX rollup_cities_in_order ON rollup_cities (campaign_id, position);

-- What a campaign knows of the log of a deployment. It stays when the kit no longer names the address, so that naming it
-- again does not forget what was seen.
CREATE TABLE neighbor_logs (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  address TEXT NOT NULL,
  -- Whether the kit names it now.
  is_named INTEGER NOT NULL DEFAULT 1 CHECK (is_named IN (0, 1)),
  -- Verifier keys whose signature is believed, a JSON list; empty before the first reading.
  vkeys TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(vkeys)),
  -- The newest head that was verified: its size, its root in base64, and the signed note.
  size INTEGER,
  root TEXT,
  note TEXT,
  -- Why the last reading was of no use; NULL if it was.
  reason TEXT,
  reason_at INTEGER,
  -- The signed head that contradicts the one above. Nothing is read any more until an organizer begins anew.
  evidence TEXT,
  -- The last answer that was verified, and the last attempt.
  verified_at INTEGER,
  read_at INTEGER,
  -- Failures in a row.
  failures INTEGER NOT NULL DEFAULT 0,
  -- When it is read next; while it is being read, when that is given up.
  due_at INTEGER NOT NULL,
  UNIQUE (campaign_id, address)
) STRICT;

CREATE INDEX neighbor_logs_due ON neighbor_logs (due_at) WHERE is_named = 1 AND evidence IS NULL;

-- Statements of cities that were verified. A later week never replaces an earlier one.
CREATE TABLE city_statements (
  log_id INTEGER NOT NULL REFERENCES neighbor_logs (id),
  -- Slugs there.
  campaign TEXT NOT NULL,
  action TEXT NOT NULL,
  week TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Signatures of a petition, answers of a survey.
  n INTEGER NOT NULL CHECK (n >= 0),
  -- Finished trainings of the campaign at the end of that week.
  trained INTEGER NOT NULL CHECK (trained >= 0),
  log_index INTEGER NOT NULL,
  -- The hash of the statement's leaf, in hex.
  leaf TEXT NOT NULL,
  -- The head under which it was verified.
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  -- Whether it is the latest week of the action.
  is_last INTEGER NOT NULL CHECK (is_last IN (0, 1)),
  PRIMARY KEY (log_id, campaign, action, week)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX city_statements_last ON city_statements (log_id, campaign, action) WHERE is_last = 1;

-- Why the last reading of one campaign of a deployment was of no use, although its log was fine.
CREATE TABLE city_refusals (
  log_id INTEGER NOT NULL REFERENCES neighbor_logs (id),
  campaign TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- When it was first so.
  since INTEGER NOT NULL,
  PRIMARY KEY (log_id, campaign)
) STRICT, WITHOUT ROWID;
