-- The same name at the same ZIP code or street from another inbox counts, and is a possible duplicate for people to
-- look into. Nothing is set aside by itself any more.

DROP INDEX signatures_one_a_street;
CREATE INDEX signatures_of_a_street ON signatures (action_id, name_street_key, name_zip_key)
  WHERE state = 'confirmed' AND name_street_key IS NOT NULL;

-- 'possible' holds two sums. Of k counted signatures with one folded name and ZIP, k - 1 (the triggers from before). Of
-- counted signatures with one folded name and street in k ZIP codes, k - 1 as well: those of one ZIP are in the first
-- sum already. Leaves first, then arrives, and erasing at the end of retention leaves the number as it was.
CREATE TRIGGER signature_leaves_its_street AFTER UPDATE OF state, name_zip_key, name_street_key ON signatures
  WHEN OLD.state = 'confirmed' AND OLD.name_street_key IS NOT NULL
    AND (NEW.state <> 'confirmed' OR (NEW.erased_at IS NULL
      AND (NEW.name_zip_key IS NOT OLD.name_zip_key OR NEW.name_street_key IS NOT OLD.name_street_key)))
    AND EXISTS (
      SELECT 1 FROM signatures WHERE action_id = OLD.action_id AND name_street_key = OLD.name_street_key
        AND state = 'confirmed' AND id <> OLD.id)
    AND NOT EXISTS (
      SELECT 1 FROM signatures WHERE action_id = OLD.action_id AND name_street_key = OLD.name_street_key
        AND state = 'confirmed' AND id <> OLD.id AND name_zip_key = OLD.name_zip_key)
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'possible', '', -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

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
END;
