-- whoever moves up meets what the shift asks for at that moment

DROP TRIGGER next_in_line_moves_up;

-- As many as there is room for, the longest waiting first. Whoever no longer meets the conditions, because more is asked
-- for or the norms have changed, keeps the number and is passed over. A new one in the line does not wait behind them.
CREATE TRIGGER next_in_line_moves_up AFTER UPDATE OF taken, waiting, capacity ON event_slots
  WHEN NEW.waiting > 0 AND (NEW.capacity IS NULL OR NEW.taken < NEW.capacity) AND NEW.changed_at < NEW.starts_at
BEGIN
  UPDATE sign_ups SET seat = 'has', changed_at = NEW.changed_at WHERE signature_id IN (
    SELECT line.signature_id FROM sign_ups AS line
      CROSS JOIN shift_conditions AS met ON met.signature_id = line.signature_id AND met.slot = line.slot
    WHERE line.action_id = NEW.action_id AND line.slot = NEW.slug AND line.seat = 'waits' AND norms_met AND lessons_met
    ORDER BY line.number LIMIT coalesce(NEW.capacity - NEW.taken, -1));
  UPDATE event_slots SET taken = taken + changes(), waiting = waiting - changes()
    WHERE action_id = NEW.action_id AND slug = NEW.slug;
END;

-- Somebody in the line who shows what was missing moves up if there is room.
CREATE TRIGGER one_in_line_meets_conditions AFTER UPDATE OF norms_version, lessons ON sign_ups
  WHEN NEW.seat = 'waits' AND (NEW.norms_version IS NOT OLD.norms_version OR NEW.lessons <> OLD.lessons)
BEGIN
  UPDATE event_slots SET waiting = waiting WHERE action_id = NEW.action_id AND slug = NEW.slot;
END;
