-- actions

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  kind TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'open', 'closed', 'rejected', 'removed')),
  -- The text that is shown; 1 when it is made, together with that text.
  text_version INTEGER NOT NULL,
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

-- What people are asked to sign. From the first signature on a change is another version: what was signed stays what
-- was signed.
CREATE TABLE action_texts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  version INTEGER NOT NULL CHECK (version > 0),
  title TEXT NOT NULL CHECK (json_valid(title)),
  ask TEXT NOT NULL CHECK (json_valid(ask)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  -- SHA-256 of the three as canonical JSON (RFC 8785), in hex.
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  -- What was changed, in the campaign's own words.
  note TEXT CHECK (json_valid(note)),
  made_at INTEGER NOT NULL,
  PRIMARY KEY (action_id, version)
) STRICT;

CREATE TRIGGER action_shows_one_of_its_texts BEFORE UPDATE OF text_version ON actions
  WHEN NOT EXISTS (SELECT 1 FROM action_texts WHERE action_id = NEW.id AND version = NEW.text_version)
BEGIN
  SELECT RAISE(ABORT, 'no text of this action');
END;

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
  id TEXT NOT NULL CHECK (length(id) = 22),
  action_id INTEGER NOT NULL,
  -- The text that was signed.
  text_version INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  -- For comparing only, HMACs of 16 bytes under the keyring; NULL once erased.
  person_key BLOB CHECK (length(person_key) = 16),
  inbox_key BLOB CHECK (length(inbox_key) = 16),
  name_zip_key BLOB CHECK (length(name_zip_key) = 16),
  name_street_key BLOB CHECK (length(name_street_key) = 16),
  inbox_slot INTEGER CHECK (inbox_slot > 0),
  -- A district's code, 'outside' the city, or 'unknown'.
  place TEXT NOT NULL,
  zip TEXT,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  shown_name TEXT,
  -- What its owner allows: news from the campaign, a word from the partner that the source belongs to.
  keep_informed INTEGER NOT NULL CHECK (keep_informed IN (0, 1)),
  partner_contact INTEGER NOT NULL DEFAULT 0 CHECK (partner_contact IN (0, 1)),
  -- Of a duplicate whose own button was pressed: the source by which its person counted then.
  counted_by TEXT,
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
    AND name_street_key IS NULL AND zip IS NULL AND shown_name IS NULL)),
  FOREIGN KEY (action_id, text_version) REFERENCES action_texts (action_id, version)
) STRICT;

-- Who counts, counts once: these three indexes are the only judges.
CREATE UNIQUE INDEX signatures_one_each ON signatures (action_id, person_key) WHERE state = 'confirmed';
CREATE UNIQUE INDEX signatures_two_an_inbox ON signatures (action_id, inbox_key, inbox_slot) WHERE state = 'confirmed';
CREATE UNIQUE INDEX signatures_one_a_street ON signatures (action_id, name_street_key) WHERE state = 'confirmed';

CREATE UNIQUE INDEX signatures_by_id ON signatures (id);
CREATE INDEX signatures_of_action ON signatures (action_id);
CREATE INDEX signatures_by_inbox ON signatures (action_id, inbox_key, person_key) WHERE inbox_key IS NOT NULL;
CREATE INDEX signatures_alike ON signatures (action_id, name_zip_key) WHERE state = 'confirmed';
CREATE INDEX signatures_shown ON signatures (action_id, confirmed_at) WHERE state = 'confirmed' AND shown_name IS NOT NULL;
CREATE INDEX signatures_bounced ON signatures (due_at) WHERE state = 'invalidated' AND due_at IS NOT NULL;
CREATE INDEX signatures_due ON signatures (due_at) WHERE state = 'unconfirmed';

-- The account: what each week changed in it, by what is counted (kind and key). state, place, source, day of
-- confirmation; 'received' by each source; 'possible' duplicates; and the 'overlap' of two sources, 'FLYER POSTER': a
-- duplicate by the flyer of a person who counts by the poster and has said that it was them. A 'correction'
-- is 'WEEK STATE': a signature confirmed in that earlier week has gone to that state (or has 'moved' to another place).
CREATE TABLE signature_changes (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, kind, key)
) STRICT, WITHOUT ROWID;

-- The sum of all weeks, kept for reading; corrections are no part of it. The account at the end of a past week is
-- this less what came after.
CREATE TABLE signature_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, kind, key)
) STRICT, WITHOUT ROWID;

-- Only signature_changes is written, by the triggers on signatures; signature_counts follows.
CREATE TRIGGER signature_counts_begin AFTER INSERT ON signature_changes WHEN NEW.kind <> 'correction'
BEGIN
  INSERT INTO signature_counts VALUES (NEW.action_id, NEW.kind, NEW.key, 0) ON CONFLICT DO NOTHING;
  UPDATE signature_counts SET n = n + NEW.n
    WHERE action_id = NEW.action_id AND kind = NEW.kind AND key = NEW.key;
END;

CREATE TRIGGER signature_counts_follow AFTER UPDATE OF n ON signature_changes WHEN NEW.kind <> 'correction'
BEGIN
  UPDATE signature_counts SET n = n + NEW.n - OLD.n
    WHERE action_id = NEW.action_id AND kind = NEW.kind AND key = NEW.key;
END;

CREATE TRIGGER signature_arrives_unconfirmed BEFORE INSERT ON signatures WHEN NEW.state <> 'unconfirmed'
BEGIN
  SELECT RAISE(ABORT, 'a signature starts unconfirmed');
END;

-- In a trigger, because a CHECK could only be changed by copying the whole table.
CREATE TRIGGER signature_goes_to_a_known_state BEFORE UPDATE OF state ON signatures
  WHEN NEW.state NOT IN ('unconfirmed', 'confirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated')
BEGIN
  SELECT RAISE(ABORT, 'no state of a signature');
END;

CREATE TRIGGER signature_stays BEFORE DELETE ON signatures
BEGIN
  SELECT RAISE(ABORT, 'signatures are erased, never deleted');
END;

CREATE TRIGGER signature_received AFTER INSERT ON signatures
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'state', NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'received', NEW.source, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_changes_state AFTER UPDATE OF state ON signatures WHEN OLD.state <> NEW.state
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'state', OLD.state, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'state', NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'place', NEW.place, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'source', NEW.source, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'day', NEW.confirmed_on, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_stops_counting AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed'
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'place', OLD.place, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'source', OLD.source, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'day', OLD.confirmed_on, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER signature_of_past_week_stops AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed' AND OLD.confirmed_week < NEW.changed_week
BEGIN
  INSERT INTO signature_changes
    VALUES (NEW.action_id, NEW.changed_week, 'correction', OLD.confirmed_week || ' ' || NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER counted_signature_moves AFTER UPDATE OF place ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.place <> NEW.place
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'place', OLD.place, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'place', NEW.place, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER signature_of_past_week_moves AFTER UPDATE OF place ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.place <> NEW.place
    AND OLD.confirmed_week < NEW.changed_week
BEGIN
  INSERT INTO signature_changes
    VALUES (NEW.action_id, NEW.changed_week, 'correction', OLD.confirmed_week || ' moved', 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- 'possible': of k counted signatures with one folded name and ZIP, k - 1. Leaves first, then arrives, so that a
-- corrected name or ZIP moves from one group to another. Erasing at the end of retention (key to NULL while it
-- counts) leaves the number as it was.
CREATE TRIGGER signature_leaves_its_likes AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN OLD.state = 'confirmed' AND (NEW.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
    AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = OLD.action_id AND name_zip_key = OLD.name_zip_key
        AND state = 'confirmed' AND id <> OLD.id)
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'possible', '', -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER signature_joins_its_likes AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN NEW.state = 'confirmed' AND (OLD.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
    AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_zip_key = NEW.name_zip_key
        AND state = 'confirmed' AND id <> NEW.id)
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'possible', '', 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- With the owner's own press, never with the state: who signs for somebody by a link of their own would learn that
-- they have confirmed another one.
CREATE TRIGGER overlap_shows AFTER UPDATE OF counted_by ON signatures
  WHEN OLD.counted_by IS NULL AND NEW.counted_by <> NEW.source
BEGIN
  INSERT INTO signature_changes
    VALUES (NEW.action_id, NEW.changed_week, 'overlap', NEW.source || ' ' || NEW.counted_by, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER overlap_goes AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'duplicate' AND NEW.state <> 'duplicate' AND OLD.counted_by <> OLD.source
BEGIN
  INSERT INTO signature_changes
    VALUES (NEW.action_id, NEW.changed_week, 'overlap', OLD.source || ' ' || OLD.counted_by, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- Two who share an inbox live at one ZIP. Like a unique index under OR IGNORE, it leaves the row as it was.
CREATE TRIGGER signature_of_another_household BEFORE UPDATE OF state, zip ON signatures
  WHEN NEW.state = 'confirmed' AND EXISTS (
    SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key
      AND state = 'confirmed' AND id <> NEW.id AND zip <> NEW.zip)
BEGIN
  SELECT RAISE(IGNORE);
END;

-- The nightly recount of each action, and what the last one found: '[]' where the kept counts were right.
CREATE TABLE recounts (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  due_at INTEGER NOT NULL,
  recounted_at INTEGER,
  differences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(differences))
) STRICT;

CREATE INDEX recounts_due ON recounts (due_at);
CREATE INDEX recounts_different ON recounts (action_id) WHERE differences <> '[]';

CREATE TRIGGER recount_of_new_action AFTER INSERT ON actions
BEGIN
  INSERT INTO recounts (action_id, due_at) VALUES (NEW.id, 0);
END;
