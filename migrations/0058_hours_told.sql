-- hours of volunteers, as the committee is told

-- The sum as of a moment from which it moves on only when five more people, or five fewer, have reported: so the
-- difference of two digests is never what fewer than five reported.
ALTER TABLE volunteer_totals ADD COLUMN told_reports INTEGER NOT NULL DEFAULT 0;
ALTER TABLE volunteer_totals ADD COLUMN told_quarters INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER hours_are_told_by_fives AFTER UPDATE OF reports ON volunteer_totals
  WHEN abs(NEW.reports - NEW.told_reports) >= 5
BEGIN
  UPDATE volunteer_totals SET told_reports = NEW.reports, told_quarters = NEW.quarters WHERE action_id = NEW.action_id;
END;

UPDATE volunteer_totals SET told_reports = reports, told_quarters = quarters WHERE reports >= 5;
