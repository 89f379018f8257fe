-- hours of volunteers

CREATE TABLE volunteer_hours (
  signature_id TEXT PRIMARY KEY REFERENCES sign_ups (signature_id),
  action_id INTEGER NOT NULL,
  -- Quarters of an hour; NULL once its owner has taken them back.
  quarters INTEGER CHECK (quarters BETWEEN 0 AND 96),
  reported_at INTEGER NOT NULL
) STRICT;

-- Of each event, so that no page adds up rows. What is erased stays in the sum; what is taken back does not.
CREATE TABLE volunteer_totals (
  action_id INTEGER PRIMARY KEY,
  reports INTEGER NOT NULL,
  quarters INTEGER NOT NULL
) STRICT;

CREATE TRIGGER hours_are_added AFTER INSERT ON volunteer_hours WHEN NEW.quarters IS NOT NULL
BEGIN
  INSERT INTO volunteer_totals (action_id, reports, quarters) VALUES (NEW.action_id, 1, NEW.quarters)
    ON CONFLICT (action_id) DO UPDATE SET reports = reports + 1, quarters = quarters + excluded.quarters;
END;

CREATE TRIGGER hours_are_changed AFTER UPDATE OF quarters ON volunteer_hours
BEGIN
  INSERT INTO volunteer_totals (action_id, reports, quarters)
    VALUES (NEW.action_id, (NEW.quarters IS NOT NULL) - (OLD.quarters IS NOT NULL),
      coalesce(NEW.quarters, 0) - coalesce(OLD.quarters, 0))
    ON CONFLICT (action_id) DO UPDATE SET reports = reports + excluded.reports,
      quarters = quarters + excluded.quarters;
END;
