-- Two who count and may be one person: the same name and ZIP code, the same name and street, or almost the same name in
-- one inbox. A pair is stored once, so that what was decided does not come back. Each arrival is paired with one of
-- those who are like it, so that a name signed a thousand times makes a thousand pairs and no million.
CREATE TABLE signature_pairs (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  -- The smaller id first.
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  -- 'zip', 'street' or 'inbox'.
  likeness TEXT NOT NULL,
  -- 'unread' (names of one inbox, sealed: compared in the background), 'unlike', 'waiting', 'different', 'same', 'aside'.
  state TEXT NOT NULL,
  found_at INTEGER NOT NULL,
  UNIQUE (one, other)
) STRICT;

CREATE INDEX signature_pairs_waiting ON signature_pairs (action_id, id) WHERE state = 'waiting';
CREATE INDEX signature_pairs_unread ON signature_pairs (id) WHERE state = 'unread';
CREATE INDEX signature_pairs_other ON signature_pairs (other) WHERE state IN ('waiting', 'unread');

DROP TRIGGER signature_joins_its_likes;
CREATE TRIGGER signature_joins_its_likes AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN NEW.state = 'confirmed' AND (OLD.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
    AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_zip_key = NEW.name_zip_key
        AND state = 'confirmed' AND id <> NEW.id)
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'possible', '', 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
    SELECT NEW.action_id, min(id, NEW.id), max(id, NEW.id), 'zip', 'waiting', NEW.changed_at
    FROM signatures WHERE action_id = NEW.action_id AND name_zip_key = NEW.name_zip_key
      AND state = 'confirmed' AND id <> NEW.id LIMIT 1;
END;

DROP TRIGGER signature_joins_its_street;
CREATE TRIGGER signature_joins_its_street AFTER UPDATE OF state, name_zip_key, name_street_key ON signatures
  WHEN NEW.state = 'confirmed' AND NEW.name_street_key IS NOT NULL
    AND (OLD.state <> 'confirmed'
      OR NEW.name_zip_key IS NOT OLD.name_zip_key OR NEW.name_street_key IS NOT OLD.name_street_key)
    AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_street_key = NEW.name_street_key
        AND state = 'confirmed' AND id <> NEW.id)
    AND NOT EXISTS (
      SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND name_street_key = NEW.name_street_key
        AND state = 'confirmed' AND id <> NEW.id AND name_zip_key = NEW.name_zip_key)
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'possible', '', 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
    SELECT NEW.action_id, min(id, NEW.id), max(id, NEW.id), 'street', 'waiting', NEW.changed_at
    FROM signatures WHERE action_id = NEW.action_id AND name_street_key = NEW.name_street_key
      AND state = 'confirmed' AND id <> NEW.id LIMIT 1;
END;

-- The second of an inbox.
CREATE TRIGGER signature_joins_its_inbox AFTER UPDATE OF state, person_key ON signatures
  WHEN NEW.inbox_slot = 2 AND NEW.state = 'confirmed'
    AND (OLD.state <> 'confirmed' OR NEW.person_key <> OLD.person_key)
BEGIN
  INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
    SELECT NEW.action_id, min(id, NEW.id), max(id, NEW.id), 'inbox', 'unread', NEW.changed_at
    FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key
      AND state = 'confirmed' AND id <> NEW.id LIMIT 1;
END;

-- Who stops counting, or changes their name or ZIP code, waits in no pair any more; those who were paired with them are
-- paired with another one who is like them.
CREATE TRIGGER signature_leaves_its_pairs AFTER UPDATE OF state, name_zip_key ON signatures
  WHEN OLD.state = 'confirmed' AND (NEW.state <> 'confirmed' OR NEW.name_zip_key <> OLD.name_zip_key)
    AND EXISTS (
      SELECT 1 FROM signature_pairs WHERE one = OLD.id AND state IN ('waiting', 'unread')
      UNION ALL SELECT 1 FROM signature_pairs WHERE other = OLD.id AND state IN ('waiting', 'unread'))
BEGIN
  INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
    SELECT OLD.action_id, min(left_alone.id, first.id), max(left_alone.id, first.id), 'zip', 'waiting', found_at
    FROM (
      SELECT id FROM signatures WHERE action_id = OLD.action_id AND name_zip_key = OLD.name_zip_key
        AND state = 'confirmed' AND id <> OLD.id LIMIT 1) AS first
    CROSS JOIN (
      SELECT other AS id, found_at FROM signature_pairs
        WHERE one = OLD.id AND state IN ('waiting', 'unread') AND likeness = 'zip'
      UNION ALL
      SELECT one, found_at FROM signature_pairs
        WHERE other = OLD.id AND state IN ('waiting', 'unread') AND likeness = 'zip') AS left_alone
    WHERE left_alone.id <> first.id;
  DELETE FROM signature_pairs WHERE one = OLD.id AND state IN ('waiting', 'unread')
    AND NOT (NEW.state = 'confirmed' AND likeness = 'zip' AND EXISTS (
      SELECT 1 FROM signatures WHERE id = other AND name_zip_key = NEW.name_zip_key));
  DELETE FROM signature_pairs WHERE other = OLD.id AND state IN ('waiting', 'unread')
    AND NOT (NEW.state = 'confirmed' AND likeness = 'zip' AND EXISTS (
      SELECT 1 FROM signatures WHERE id = one AND name_zip_key = NEW.name_zip_key));
END;

-- Those that count already, each with the first who is like it.
INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
  SELECT action_id, min(id, first), max(id, first), 'zip', 'waiting', confirmed_at FROM (
    SELECT action_id, id, confirmed_at,
      first_value(id) OVER (PARTITION BY action_id, name_zip_key ORDER BY rowid) AS first
    FROM signatures WHERE state = 'confirmed' AND name_zip_key IS NOT NULL)
  WHERE id <> first;
INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
  SELECT action_id, min(id, first), max(id, first), 'street', 'waiting', confirmed_at FROM (
    SELECT action_id, id, name_zip_key, confirmed_at,
      first_value(id) OVER of_street AS first, first_value(name_zip_key) OVER of_street AS first_key,
      row_number() OVER (PARTITION BY action_id, name_street_key, name_zip_key ORDER BY rowid) AS nth
    FROM signatures WHERE state = 'confirmed' AND name_street_key IS NOT NULL
    WINDOW of_street AS (PARTITION BY action_id, name_street_key ORDER BY rowid))
  WHERE name_zip_key <> first_key AND nth = 1;
INSERT OR IGNORE INTO signature_pairs (action_id, one, other, likeness, state, found_at)
  SELECT signatures.action_id, min(signatures.id, first.id), max(signatures.id, first.id), 'inbox', 'unread',
    signatures.confirmed_at
  FROM signatures CROSS JOIN signatures AS first ON first.action_id = signatures.action_id
    AND first.inbox_key = signatures.inbox_key AND first.inbox_slot = 1 AND first.state = 'confirmed'
  WHERE signatures.state = 'confirmed' AND signatures.inbox_slot = 2;
