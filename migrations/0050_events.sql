-- events

-- An event stands on a row of actions, and a sign-up is a signature there with a time: one account, one judge of who
-- counts once, one own page.

CREATE TABLE events (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- Of its calendar files: rises with each change.
  sequence INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  -- What everybody with a place or in a line is being told: that it is 'cancelled', at another 'place', or at other
  -- 'times'; NULL once all are.
  telling TEXT CHECK (telling IN ('cancelled', 'place', 'times')),
  -- The last signature that was told.
  told_until TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX events_telling ON events (action_id) WHERE telling IS NOT NULL;

CREATE TABLE event_slots (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  slug TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  -- NULL: there is room for everybody.
  capacity INTEGER CHECK (capacity > 0),
  taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
  waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  -- The last number of the line that was given out.
  last_number INTEGER NOT NULL DEFAULT 0,
  -- When the last change of `taken` or `capacity` was made. Nobody moves up into a time that has begun.
  changed_at INTEGER NOT NULL,
  -- When its beginning or its end was last changed.
  moved_at INTEGER,
  -- When the next reminder is due: two days before, then two hours; NULL after that. And the last number in the line
  -- that has got it.
  remind_at INTEGER,
  reminded_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (action_id, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_slots_to_remind ON event_slots (remind_at) WHERE remind_at IS NOT NULL;

CREATE TABLE sign_ups (
  signature_id TEXT PRIMARY KEY REFERENCES signatures (id),
  action_id INTEGER NOT NULL,
  slot TEXT NOT NULL,
  -- 'has' a place, 'waits' for one, or 'none': it does not count, or the time had begun when it started to.
  seat TEXT NOT NULL DEFAULT 'none' CHECK (seat IN ('none', 'has', 'waits')),
  -- In the line for its time, from its first place in it on.
  number INTEGER,
  -- When it last started, moved, stopped or changed its time.
  changed_at INTEGER NOT NULL,
  -- What its owner needs to be safe there, AES-GCM under the keyring; NULL where nothing was said, and once erased.
  sealed BLOB,
  -- Whether its calendar file has a neutral title.
  is_neutral INTEGER NOT NULL DEFAULT 0 CHECK (is_neutral IN (0, 1)),
  FOREIGN KEY (action_id, slot) REFERENCES event_slots (action_id, slug)
) STRICT;

CREATE INDEX sign_ups_of_event ON sign_ups (action_id, signature_id);
CREATE INDEX sign_ups_in_line ON sign_ups (action_id, slot, seat, number);

-- Of events that are over.
CREATE INDEX sign_ups_with_notes ON sign_ups (action_id) WHERE sealed IS NOT NULL;

-- Who has a place and who waits is decided here and nowhere else, in the transaction that lets a sign-up start or stop
-- counting, move to another time, or that changes the capacity.

-- All but moving up, which counts itself: SQLite fires no trigger inside itself.
CREATE TRIGGER seats_are_counted AFTER UPDATE OF seat, slot ON sign_ups
  WHEN (OLD.seat <> NEW.seat OR OLD.slot <> NEW.slot) AND NOT (OLD.seat = 'waits' AND NEW.seat = 'has')
BEGIN
  UPDATE event_slots SET taken = taken + 1, changed_at = NEW.changed_at
    WHERE action_id = NEW.action_id AND slug = NEW.slot AND NEW.seat = 'has';
  UPDATE event_slots SET waiting = waiting + 1 WHERE action_id = NEW.action_id AND slug = NEW.slot AND NEW.seat = 'waits';
  UPDATE event_slots SET waiting = waiting - 1 WHERE action_id = OLD.action_id AND slug = OLD.slot AND OLD.seat = 'waits';
  UPDATE event_slots SET taken = taken - 1, changed_at = NEW.changed_at
    WHERE action_id = OLD.action_id AND slug = OLD.slot AND OLD.seat = 'has';
END;

-- As many as there is room for, the longest waiting first.
CREATE TRIGGER next_in_line_moves_up AFTER UPDATE OF taken, capacity ON event_slots
  WHEN NEW.waiting > 0 AND (NEW.capacity IS NULL OR NEW.taken < NEW.capacity) AND NEW.changed_at < NEW.starts_at
BEGIN
  UPDATE sign_ups SET seat = 'has', changed_at = NEW.changed_at WHERE signature_id IN (
    SELECT signature_id FROM sign_ups WHERE action_id = NEW.action_id AND slot = NEW.slug AND seat = 'waits'
    ORDER BY number LIMIT coalesce(NEW.capacity - NEW.taken, -1));
  UPDATE event_slots SET
      taken = taken + min(NEW.waiting, coalesce(NEW.capacity - NEW.taken, NEW.waiting)),
      waiting = waiting - min(NEW.waiting, coalesce(NEW.capacity - NEW.taken, NEW.waiting))
    WHERE action_id = NEW.action_id AND slug = NEW.slug;
END;

-- Told once: by the number in the line, which is given once.
CREATE TRIGGER moved_up_is_told AFTER UPDATE OF seat ON sign_ups WHEN OLD.seat = 'waits' AND NEW.seat = 'has'
BEGIN
  INSERT INTO outbox (id, ref, kind, state, due_at, created_at)
    VALUES (upper(hex(randomblob(13))), NEW.signature_id, 'event-moved-up:' || NEW.slot || '.' || NEW.number,
      'waiting', NEW.changed_at, NEW.changed_at)
    ON CONFLICT (ref, kind) DO NOTHING;
END;

-- A correction of the same person's earlier form takes over its place, or its number in the line for the same time.
CREATE TRIGGER sign_up_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
    AND EXISTS (SELECT 1 FROM sign_ups WHERE signature_id = NEW.id)
BEGIN
  UPDATE sign_ups SET seat = earlier.seat, number = earlier.number, changed_at = NEW.changed_at
    FROM (
      SELECT held.slot, held.seat, held.number FROM signatures CROSS JOIN sign_ups held ON held.signature_id = signatures.id
      WHERE signatures.action_id = NEW.action_id AND signatures.inbox_key = NEW.inbox_key
        AND signatures.state = 'duplicate' AND held.seat <> 'none') AS earlier
    WHERE sign_ups.signature_id = NEW.id AND sign_ups.slot = earlier.slot;
  UPDATE sign_ups SET seat = 'none', changed_at = NEW.changed_at WHERE signature_id IN (
    SELECT id FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key AND state = 'duplicate')
    AND seat <> 'none';
  UPDATE event_slots SET last_number = last_number + 1 WHERE action_id = NEW.action_id
    AND slug = (SELECT slot FROM sign_ups WHERE signature_id = NEW.id AND number IS NULL);
  UPDATE sign_ups SET number = coalesce(sign_ups.number, event_slots.last_number), changed_at = NEW.changed_at,
    seat = CASE
      WHEN event_slots.starts_at <= NEW.changed_at THEN 'none'
      WHEN capacity IS NULL OR (taken < capacity AND waiting = 0) THEN 'has'
      ELSE 'waits' END
    FROM event_slots
    WHERE sign_ups.signature_id = NEW.id AND sign_ups.seat = 'none'
      AND event_slots.action_id = sign_ups.action_id AND event_slots.slug = sign_ups.slot;
END;

-- A corrected form keeps its place until its correction, in the same transaction, takes it over.
CREATE TRIGGER sign_up_stops_counting AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed' AND NOT (NEW.state = 'duplicate' AND NEW.reason = 'same-person')
BEGIN
  UPDATE sign_ups SET seat = 'none', changed_at = NEW.changed_at WHERE signature_id = NEW.id AND seat <> 'none';
END;

-- Whoever changes the time goes to the end of its line. Its place in the other line is left by the change itself.
CREATE TRIGGER sign_up_changes_time AFTER UPDATE OF slot ON sign_ups
  WHEN OLD.slot <> NEW.slot AND EXISTS (SELECT 1 FROM signatures WHERE id = NEW.signature_id AND state = 'confirmed')
BEGIN
  UPDATE event_slots SET last_number = last_number + 1 WHERE action_id = NEW.action_id AND slug = NEW.slot;
  UPDATE sign_ups SET number = event_slots.last_number,
    seat = CASE
      WHEN event_slots.starts_at <= NEW.changed_at THEN 'none'
      WHEN capacity IS NULL OR (taken < capacity AND waiting = 0) THEN 'has'
      ELSE 'waits' END
    FROM event_slots
    WHERE sign_ups.signature_id = NEW.signature_id
      AND event_slots.action_id = NEW.action_id AND event_slots.slug = NEW.slot;
END;
