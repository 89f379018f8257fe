-- Text that people read is JSON by language: {"en": "...", "es": "..."}.
-- Instants are milliseconds since 1970 (..._at), dates are YYYY-MM-DD in the city's time zone (..._on),
-- weeks are ISO weeks there (YYYY-Www, which sorts as text).

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
  PRIMARY KEY (city_id, code)
) STRICT, WITHOUT ROWID;

-- shares: {"1": 0.62, "5": 0.38}; {} where nobody has measured them.
CREATE TABLE zip_areas (
  city_id INTEGER NOT NULL REFERENCES cities (id),
  zip TEXT NOT NULL CHECK (zip GLOB '[0-9][0-9][0-9][0-9][0-9]'),
  shares TEXT NOT NULL CHECK (json_valid(shares)),
  PRIMARY KEY (city_id, zip)
) STRICT, WITHOUT ROWID;

-- campaigns and the sources of a coalition

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

CREATE TABLE sources (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  PRIMARY KEY (campaign_id, slug)
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

-- actions

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  slug TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'open', 'closed', 'rejected', 'removed')),
  title TEXT NOT NULL CHECK (json_valid(title)),
  ask TEXT NOT NULL CHECK (json_valid(ask)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  asks_street INTEGER NOT NULL DEFAULT 0 CHECK (asks_street IN (0, 1)),
  rejection TEXT CHECK (rejection IS NULL OR json_valid(rejection)),
  opens_at INTEGER NOT NULL,
  closes_at INTEGER,
  closed_at INTEGER,
  erased_at INTEGER,
  CHECK (state <> 'rejected' OR rejection IS NOT NULL),
  CHECK (state <> 'closed' OR closed_at IS NOT NULL)
) STRICT;

CREATE INDEX actions_by_campaign ON actions (campaign_id);
CREATE INDEX actions_by_committee ON actions (committee_id);
CREATE INDEX actions_open ON actions (closes_at) WHERE state = 'open';
CREATE INDEX actions_to_erase ON actions (closed_at) WHERE state = 'closed' AND erased_at IS NULL;

CREATE TABLE thresholds (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  signatures INTEGER NOT NULL CHECK (signatures > 0),
  name TEXT NOT NULL CHECK (json_valid(name)),
  reached_at INTEGER,
  PRIMARY KEY (action_id, signatures)
) STRICT, WITHOUT ROWID;

-- signatures

CREATE TABLE signatures (
  -- Made from the form's token and what was sent with it: a retry is the same row.
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated')),
  reason TEXT CHECK (reason IN ('same-person', 'shared-inbox', 'same-street', 'never-confirmed', 'struck-off', 'bounced')),
  -- For comparing only, HMACs of 16 bytes under the keyring; NULL once erased.
  person_key BLOB CHECK (length(person_key) = 16),
  inbox_key BLOB CHECK (length(inbox_key) = 16),
  name_zip_key BLOB CHECK (length(name_zip_key) = 16),
  name_street_key BLOB CHECK (length(name_street_key) = 16),
  inbox_slot INTEGER CHECK (inbox_slot IN (1, 2)),
  vouched INTEGER NOT NULL DEFAULT 0 CHECK (vouched IN (0, 1)),
  -- A district's code, 'outside' the city, or 'unknown'.
  place TEXT NOT NULL,
  zip TEXT,
  source TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  shown_name TEXT,
  keep_informed INTEGER NOT NULL CHECK (keep_informed IN (0, 1)),
  -- Names, email, street and comment, AES-GCM under the keyring; NULL once erased.
  sealed BLOB,
  receipt BLOB CHECK (length(receipt) = 16),
  received_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  confirmed_on TEXT,
  confirmed_week TEXT,
  changed_at INTEGER NOT NULL,
  changed_week TEXT NOT NULL,
  reminders INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  erased_at INTEGER,
  CHECK (state <> 'confirmed' OR (
    confirmed_at IS NOT NULL AND confirmed_on IS NOT NULL AND confirmed_week IS NOT NULL
    AND receipt IS NOT NULL AND inbox_slot IS NOT NULL)),
  CHECK (erased_at IS NULL OR (
    sealed IS NULL AND person_key IS NULL AND inbox_key IS NULL AND name_zip_key IS NULL
    AND name_street_key IS NULL AND zip IS NULL AND shown_name IS NULL))
) STRICT;

-- Who counts, counts once: these three indexes are the only judges.
CREATE UNIQUE INDEX signatures_one_each ON signatures (action_id, person_key) WHERE state = 'confirmed';
CREATE UNIQUE INDEX signatures_two_an_inbox ON signatures (action_id, inbox_key, inbox_slot) WHERE state = 'confirmed';
CREATE UNIQUE INDEX signatures_one_a_street ON signatures (action_id, name_street_key)
  WHERE state = 'confirmed' AND vouched = 0;

CREATE INDEX signatures_by_inbox ON signatures (action_id, inbox_key, person_key) WHERE inbox_key IS NOT NULL;
CREATE INDEX signatures_alike ON signatures (action_id, name_zip_key) WHERE state = 'confirmed';
CREATE INDEX signatures_shown ON signatures (action_id, confirmed_at) WHERE state = 'confirmed' AND shown_name IS NOT NULL;
CREATE INDEX signatures_due ON signatures (due_at) WHERE state = 'unconfirmed';

-- The account. Counts as they stand (kind: state, place, source, day, possible), and what each week changed in
-- them, so that the account at the end of a past week is today's less what came after. 'correction' keys are
-- 'WEEK STATE': a signature confirmed in that earlier week has gone to that state (or has 'moved' to another place).
CREATE TABLE signature_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL CHECK (kind IN ('state', 'place', 'source', 'day', 'possible')),
  key TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_changes (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'place', 'source', 'possible', 'correction')),
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER signature_arrives_unconfirmed BEFORE INSERT ON signatures WHEN NEW.state <> 'unconfirmed'
BEGIN
  SELECT RAISE(ABORT, 'a signature starts unconfirmed');
END;

CREATE TRIGGER signature_stays BEFORE DELETE ON signatures
BEGIN
  SELECT RAISE(ABORT, 'signatures are erased, never deleted');
END;

CREATE TRIGGER signature_received AFTER INSERT ON signatures
BEGIN
  INSERT INTO signature_counts VALUES (NEW.action_id, 'state', NEW.state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'state', NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_changes_state AFTER UPDATE OF state ON signatures WHEN OLD.state <> NEW.state
BEGIN
  UPDATE signature_counts SET n = n - 1 WHERE action_id = NEW.action_id AND kind = 'state' AND key = OLD.state;
  INSERT INTO signature_counts VALUES (NEW.action_id, 'state', NEW.state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES
    (NEW.action_id, NEW.changed_week, 'state', OLD.state, -1),
    (NEW.action_id, NEW.changed_week, 'state', NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

CREATE TRIGGER signature_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
BEGIN
  INSERT INTO signature_counts VALUES
    (NEW.action_id, 'place', NEW.place, 1),
    (NEW.action_id, 'source', NEW.source, 1),
    (NEW.action_id, 'day', NEW.confirmed_on, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES
    (NEW.action_id, NEW.changed_week, 'place', NEW.place, 1),
    (NEW.action_id, NEW.changed_week, 'source', NEW.source, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_stops_counting AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed'
BEGIN
  UPDATE signature_counts SET n = n - 1 WHERE action_id = NEW.action_id AND kind = 'place' AND key = OLD.place;
  UPDATE signature_counts SET n = n - 1 WHERE action_id = NEW.action_id AND kind = 'source' AND key = OLD.source;
  UPDATE signature_counts SET n = n - 1 WHERE action_id = NEW.action_id AND kind = 'day' AND key = OLD.confirmed_on;
  INSERT INTO signature_changes VALUES
    (NEW.action_id, NEW.changed_week, 'place', OLD.place, -1),
    (NEW.action_id, NEW.changed_week, 'source', OLD.source, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes
    SELECT NEW.action_id, NEW.changed_week, 'correction', OLD.confirmed_week || ' ' || NEW.state, 1
    WHERE OLD.confirmed_week < NEW.changed_week
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER counted_signature_moves AFTER UPDATE OF place ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.place <> NEW.place
BEGIN
  UPDATE signature_counts SET n = n - 1 WHERE action_id = NEW.action_id AND kind = 'place' AND key = OLD.place;
  INSERT INTO signature_counts VALUES (NEW.action_id, 'place', NEW.place, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES
    (NEW.action_id, NEW.changed_week, 'place', OLD.place, -1),
    (NEW.action_id, NEW.changed_week, 'place', NEW.place, 1)
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO signature_changes
    SELECT NEW.action_id, NEW.changed_week, 'correction', OLD.confirmed_week || ' moved', 1
    WHERE OLD.confirmed_week < NEW.changed_week
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- 'possible': of k counted signatures with one folded name and ZIP, k - 1. Leaves first, then arrives, so that a
-- corrected name or ZIP moves from one group to another. Erasing at the end of retention (key to NULL while it
-- counts) leaves the number as it was.
CREATE TRIGGER signature_leaves_its_likes AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN OLD.state = 'confirmed' AND (NEW.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
BEGIN
  UPDATE signature_counts SET n = n - 1
    WHERE action_id = NEW.action_id AND kind = 'possible' AND key = '' AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = OLD.action_id AND name_zip_key = OLD.name_zip_key
        AND state = 'confirmed' AND id <> OLD.id);
  INSERT INTO signature_changes
    SELECT NEW.action_id, NEW.changed_week, 'possible', '', -1
    WHERE EXISTS (
      SELECT 1 FROM signatures WHERE action_id = OLD.action_id AND name_zip_key = OLD.name_zip_key
        AND state = 'confirmed' AND id <> OLD.id)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER signature_joins_its_likes AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN NEW.state = 'confirmed' AND (OLD.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
BEGIN
  INSERT INTO signature_counts
    SELECT NEW.action_id, 'possible', '', 1
    WHERE EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_zip_key = NEW.name_zip_key
        AND state = 'confirmed' AND id <> NEW.id)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes
    SELECT NEW.action_id, NEW.changed_week, 'possible', '', 1
    WHERE EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_zip_key = NEW.name_zip_key
        AND state = 'confirmed' AND id <> NEW.id)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- tallies

CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  week TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  made_at INTEGER NOT NULL,
  mailed INTEGER NOT NULL CHECK (mailed IN (0, 1)),
  UNIQUE (committee_id, week)
) STRICT;

-- platform: mail and daily caps

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  -- What the mail tells of (a signature's, digest's or petition's id), and which of its mails it is.
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,
  inbox_key BLOB,
  state TEXT NOT NULL CHECK (state IN (
    'waiting', 'claimed', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'uncertain', 'cancelled')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  batch_id TEXT,
  lease_until INTEGER,
  first_tried_at INTEGER,
  -- The mail as it is sent, sealed and frozen by the claim.
  content BLOB,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (ref, kind)
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_claimed ON outbox (lease_until) WHERE state = 'claimed';
CREATE INDEX outbox_batch ON outbox (batch_id) WHERE state = 'claimed';
CREATE INDEX outbox_by_inbox ON outbox (inbox_key) WHERE inbox_key IS NOT NULL;
CREATE INDEX outbox_kept ON outbox (created_at) WHERE content IS NOT NULL;

CREATE TABLE daily_caps (
  key BLOB NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, day)
) STRICT, WITHOUT ROWID;
