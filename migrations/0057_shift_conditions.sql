-- what a shift asks for before somebody has a place at it

-- Whether agreement to the campaign's norms is asked for, and which lessons of its training, as a list of slugs.
ALTER TABLE event_slots ADD COLUMN asks_norms INTEGER NOT NULL DEFAULT 0 CHECK (asks_norms IN (0, 1));
ALTER TABLE event_slots ADD COLUMN lessons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lessons));

-- The version of the norms to which somebody agreed, and the lessons that a certificate showed as finished, of those that
-- the event asks for. The certificate is not stored, and nothing that would tell which one it was.
ALTER TABLE sign_ups ADD COLUMN norms_version INTEGER;
ALTER TABLE sign_ups ADD COLUMN norms_at INTEGER;
ALTER TABLE sign_ups ADD COLUMN lessons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lessons));
ALTER TABLE sign_ups ADD COLUMN lessons_at INTEGER;

-- Each sign-up with each time of its event, and what of its conditions is met now.
CREATE VIEW shift_conditions AS
SELECT sign_ups.signature_id, event_slots.slug AS slot,
  event_slots.asks_norms = 0 OR sign_ups.norms_version IS (
    SELECT max(version) FROM actions CROSS JOIN norm_versions ON norm_versions.campaign_id = actions.campaign_id
    WHERE actions.id = sign_ups.action_id) AS norms_met,
  NOT EXISTS (SELECT 1 FROM json_each(event_slots.lessons) AS asked
    WHERE asked.value NOT IN (SELECT value FROM json_each(sign_ups.lessons))) AS lessons_met
FROM sign_ups CROSS JOIN event_slots ON event_slots.action_id = sign_ups.action_id;

DROP TRIGGER sign_up_starts_to_count;
DROP TRIGGER sign_up_changes_time;

-- A correction of the same person's earlier form takes over what they had shown, and for the same time its place or its
-- number in the line.
CREATE TRIGGER sign_up_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
    AND EXISTS (SELECT 1 FROM sign_ups WHERE signature_id = NEW.id)
BEGIN
  UPDATE sign_ups SET
      norms_at = iif(coalesce(sign_ups.norms_version, 0) < earlier.norms_version, earlier.norms_at, sign_ups.norms_at),
      norms_version = nullif(max(coalesce(sign_ups.norms_version, 0), coalesce(earlier.norms_version, 0)), 0),
      lessons_at = iif(sign_ups.lessons = '[]', earlier.lessons_at, sign_ups.lessons_at),
      lessons = iif(sign_ups.lessons = '[]', earlier.lessons, sign_ups.lessons)
    FROM (
      SELECT held.norms_version, held.norms_at, held.lessons, held.lessons_at
      FROM signatures CROSS JOIN sign_ups held ON held.signature_id = signatures.id
      WHERE signatures.action_id = NEW.action_id AND signatures.inbox_key = NEW.inbox_key
        AND signatures.state = 'duplicate' AND held.seat <> 'none') AS earlier
    WHERE sign_ups.signature_id = NEW.id;
  UPDATE sign_ups SET seat = earlier.seat, number = earlier.number, changed_at = NEW.changed_at
    FROM (
      SELECT held.slot, held.seat, held.number FROM signatures CROSS JOIN sign_ups held ON held.signature_id = signatures.id
      WHERE signatures.action_id = NEW.action_id AND signatures.inbox_key = NEW.inbox_key
        AND signatures.state = 'duplicate' AND held.seat <> 'none') AS earlier
    WHERE sign_ups.signature_id = NEW.id AND sign_ups.slot = earlier.slot;
  UPDATE sign_ups SET seat = 'none', changed_at = NEW.changed_at WHERE signature_id IN (
    SELECT id FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key AND state = 'duplicate')
    AND seat <> 'none';
  UPDATE sign_ups SET slot = slot, changed_at = NEW.changed_at WHERE signature_id = NEW.id AND seat = 'none';
END;

-- A sign-up that counts asks for a place whenever its time is written, also the same one again: when it starts to count,
-- when its owner changes the time, and when they meet a condition. Without the conditions it has neither a place nor a
-- number. Whoever changes the time goes to the end of its line; the place in the other line is left by the change itself.
CREATE TRIGGER sign_up_asks_for_a_place AFTER UPDATE OF slot ON sign_ups
  WHEN NEW.seat = 'none'
    AND EXISTS (SELECT 1 FROM signatures WHERE id = NEW.signature_id AND state = 'confirmed')
    AND EXISTS (SELECT 1 FROM shift_conditions
      WHERE signature_id = NEW.signature_id AND slot = NEW.slot AND norms_met AND lessons_met)
BEGIN
  UPDATE event_slots SET last_number = last_number + 1
    WHERE action_id = NEW.action_id AND slug = NEW.slot AND NEW.number IS NULL;
  UPDATE sign_ups SET number = coalesce(sign_ups.number, event_slots.last_number),
    seat = CASE
      WHEN event_slots.starts_at <= NEW.changed_at THEN 'none'
      WHEN capacity IS NULL OR (taken < capacity AND waiting = 0) THEN 'has'
      ELSE 'waits' END
    FROM event_slots
    WHERE sign_ups.signature_id = NEW.signature_id
      AND event_slots.action_id = NEW.action_id AND event_slots.slug = NEW.slot;
END;

-- Those who meet what is still asked for join the line in the order in which they confirmed or changed last, and move up
-- as far as there is room. Whoever has a place keeps it when more is asked for.
CREATE TRIGGER shift_asks_for_less AFTER UPDATE OF asks_norms, lessons ON event_slots
  WHEN (OLD.asks_norms <> NEW.asks_norms OR OLD.lessons <> NEW.lessons) AND NEW.changed_at < NEW.starts_at
BEGIN
  UPDATE sign_ups SET seat = 'waits', number = coalesce(sign_ups.number, NEW.last_number + ready.nth)
    FROM (
      SELECT one.signature_id AS id, row_number() OVER (ORDER BY one.changed_at, one.signature_id) AS nth
      FROM sign_ups AS one CROSS JOIN signatures ON signatures.id = one.signature_id AND state = 'confirmed'
        CROSS JOIN shift_conditions AS met ON met.signature_id = one.signature_id AND met.slot = one.slot
          AND norms_met AND lessons_met
      WHERE one.action_id = NEW.action_id AND one.slot = NEW.slug AND one.seat = 'none') AS ready
    WHERE sign_ups.signature_id = ready.id;
  UPDATE event_slots SET last_number = max(last_number, coalesce(
      (SELECT max(number) FROM sign_ups WHERE action_id = NEW.action_id AND slot = NEW.slug AND seat = 'waits'), 0)),
    taken = taken
    WHERE action_id = NEW.action_id AND slug = NEW.slug;
END;
