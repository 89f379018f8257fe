-- coalition: the organizations that bring people in, and what each source brought

-- Never deleted: links and keys name a partner by its id. A retired one stands behind nothing new; what came by it stays its own.
CREATE TABLE partners (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  sector TEXT NOT NULL CHECK (sector IN ('law-enforcement', 'victim-services', 'business', 'healthcare', 'faith',
    'foundation', 'advocacy', 'survivor-led', 'other')),
  site_url TEXT,
  contact_email TEXT NOT NULL,
  role TEXT NOT NULL CHECK (json_valid(role)),
  -- When it agreed to the campaign's norms; NULL where it has not yet.
  norms_on TEXT,
  may_ask_contact INTEGER NOT NULL DEFAULT 0 CHECK (may_ask_contact IN (0, 1)),
  -- Its page and its key hold while they are of these versions.
  link INTEGER NOT NULL DEFAULT 1,
  key_version INTEGER NOT NULL DEFAULT 1,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (campaign_id, slug)
) STRICT;

-- NULL is the campaign's own.
ALTER TABLE sources ADD COLUMN partner_id INTEGER REFERENCES partners (id);
ALTER TABLE sources ADD COLUMN kind TEXT NOT NULL DEFAULT 'link'
  CHECK (kind IN ('link', 'embed', 'share', 'poster', 'flyer', 'event', 'paper'));

-- signatures: what its owner lets the partner do and, of a duplicate whose own button was pressed, by which source its
-- person counted then

ALTER TABLE signatures ADD COLUMN partner_contact INTEGER NOT NULL DEFAULT 0 CHECK (partner_contact IN (0, 1));
ALTER TABLE signatures ADD COLUMN counted_by TEXT;

-- What came by each source: all that was received, and what overlaps, the duplicates of a person who counted by another
-- source and has said that it was them. That is credited to the other one: counted_by ('' where it says nothing).
CREATE TABLE source_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  source TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('received', 'overlap')),
  counted_by TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, source, what, counted_by)
) STRICT, WITHOUT ROWID;

INSERT INTO source_counts SELECT action_id, source, 'received', '', count(*) FROM signatures GROUP BY 1, 2;

CREATE TRIGGER signature_received_by_source AFTER INSERT ON signatures
BEGIN
  INSERT INTO source_counts VALUES (NEW.action_id, NEW.source, 'received', '', 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Never with the state: who signs for somebody by a link of their own would learn that they have confirmed another one.
CREATE TRIGGER overlap_shows AFTER UPDATE OF counted_by ON signatures
  WHEN OLD.counted_by IS NULL AND NEW.counted_by <> NEW.source
BEGIN
  INSERT INTO source_counts VALUES (NEW.action_id, NEW.source, 'overlap', NEW.counted_by, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER overlap_goes AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'duplicate' AND NEW.state <> 'duplicate' AND OLD.counted_by <> OLD.source
BEGIN
  UPDATE source_counts SET n = n - 1 WHERE action_id = OLD.action_id AND source = OLD.source
    AND what = 'overlap' AND counted_by = OLD.counted_by;
END;

-- How often a page or widget was opened by a source. A statistic of openings, not of people, and no part of the
-- account; the day is UTC's.
CREATE TABLE source_views (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, source, day)
) STRICT, WITHOUT ROWID;
