-- check-in at the door

-- The code under which a sign-up stands at the door. It is random, so that it tells nothing about a person.
CREATE TABLE door_codes (
  signature_id TEXT PRIMARY KEY REFERENCES sign_ups (signature_id),
  action_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  -- The time of the event at which they were checked in; NULL while they are not.
  slot TEXT,
  -- When somebody at the door last decided about it, by the clock of their phone. What a phone sends later and was
  -- decided earlier changes nothing.
  decided_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (action_id, code)
) STRICT;

-- Stays when a sign-up is erased.
CREATE TABLE door_counts (
  action_id INTEGER NOT NULL,
  slot TEXT NOT NULL,
  checked_in INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (action_id, slot)
) STRICT, WITHOUT ROWID;

-- People who came without a sign-up: a number for each phone, which only that phone changes.
CREATE TABLE door_walk_ins (
  action_id INTEGER NOT NULL,
  slot TEXT NOT NULL,
  device TEXT NOT NULL,
  n INTEGER NOT NULL,
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (action_id, slot, device)
) STRICT, WITHOUT ROWID;

-- Seven characters of twenty-eight: without vowels and Y, so that no word comes about, and without 0 and 1.
CREATE TRIGGER sign_up_gets_a_code AFTER INSERT ON sign_ups
BEGIN
  INSERT INTO door_codes (signature_id, action_id, code) VALUES (NEW.signature_id, NEW.action_id,
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1));
END;

INSERT INTO door_codes (signature_id, action_id, code)
  SELECT signature_id, action_id,
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1) ||
      substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (random() & 0xFFFF) % 28, 1)
  FROM sign_ups;

CREATE TRIGGER checked_in_is_counted AFTER UPDATE OF slot ON door_codes WHEN OLD.slot IS NOT NEW.slot
BEGIN
  UPDATE door_counts SET checked_in = checked_in - 1 WHERE action_id = OLD.action_id AND slot = OLD.slot;
  INSERT INTO door_counts (action_id, slot, checked_in)
    SELECT NEW.action_id, NEW.slot, 1 WHERE NEW.slot IS NOT NULL
    ON CONFLICT (action_id, slot) DO UPDATE SET checked_in = checked_in + 1;
END;
