-- corrections of sign-ups, each of its own person

DROP TRIGGER sign_up_starts_to_count;

-- A correction of the same person's earlier form takes over all that they had shown, also without a place, and for the
-- same time its place or its number in the line. The earlier form is the one that became a duplicate in the same
-- transaction and held the same slot of the inbox: two people who share an inbox may correct at the same moment.
CREATE TRIGGER sign_up_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
    AND EXISTS (SELECT 1 FROM sign_ups WHERE signature_id = NEW.id)
BEGIN
  UPDATE sign_ups SET
      norms_at = iif(coalesce(sign_ups.norms_version, 0) < earlier.norms_version, earlier.norms_at, sign_ups.norms_at),
      norms_version = nullif(max(coalesce(sign_ups.norms_version, 0), coalesce(earlier.norms_version, 0)), 0),
      lessons_at = iif(EXISTS (SELECT 1 FROM json_each(sign_ups.lessons) AS shown
          WHERE shown.value NOT IN (SELECT value FROM json_each(earlier.lessons))),
        sign_ups.lessons_at, earlier.lessons_at),
      lessons = (SELECT json_group_array(value) FROM (
        SELECT value FROM json_each(sign_ups.lessons) UNION SELECT value FROM json_each(earlier.lessons)) AS joined)
    FROM (
      SELECT held.norms_version, held.norms_at, held.lessons, held.lessons_at
      FROM signatures CROSS JOIN sign_ups held ON held.signature_id = signatures.id
      WHERE signatures.action_id = NEW.action_id AND signatures.inbox_key = NEW.inbox_key
        AND signatures.inbox_slot = NEW.inbox_slot AND signatures.state = 'duplicate'
        AND signatures.changed_at = NEW.changed_at) AS earlier
    WHERE sign_ups.signature_id = NEW.id;
  UPDATE sign_ups SET seat = earlier.seat, number = earlier.number, changed_at = NEW.changed_at
    FROM (
      SELECT held.slot, held.seat, held.number FROM signatures CROSS JOIN sign_ups held ON held.signature_id = signatures.id
      WHERE signatures.action_id = NEW.action_id AND signatures.inbox_key = NEW.inbox_key
        AND signatures.inbox_slot = NEW.inbox_slot AND signatures.state = 'duplicate' AND held.seat <> 'none') AS earlier
    WHERE sign_ups.signature_id = NEW.id AND sign_ups.slot = earlier.slot;
  UPDATE sign_ups SET seat = 'none', changed_at = NEW.changed_at WHERE signature_id IN (
    SELECT id FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key
      AND inbox_slot = NEW.inbox_slot AND state = 'duplicate')
    AND seat <> 'none';
  UPDATE sign_ups SET slot = slot, changed_at = NEW.changed_at WHERE signature_id = NEW.id AND seat = 'none';
END;
